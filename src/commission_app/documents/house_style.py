"""The facts every paper shares: texts in two languages, the letterhead, votes and who signs; credits in words."""

from dataclasses import dataclass

from commission_app.errors import RefusedError
from commission_app.i18n import ENGLISH, LATVIAN, NBSP, Language
from commission_app.rules.quantities import Credits
from commission_app.rules.vocabulary.standard import CreditUnit


@dataclass(frozen=True)
class Pair:
    """A printed text in Latvian and in English; a paper refuses to be printed in the half that is missing."""

    lv: str
    en: str

    def of(self, language: Language, what: str = "") -> str:
        """The half in this language; refused by name (`what`, else the other half) when it is empty."""
        text = self.en if language.code == "en" else self.lv
        if not text.strip():
            raise RefusedError(
                "paper.missing_translation", what=what or self.lv or self.en or "—", language=language.code
            )
        return text

    @classmethod
    def said(cls, text: str, /, **facts: object) -> "Pair":
        """The pair of a text of the catalogue: posts, roles, kinds."""
        return cls(LATVIAN.say(text, **facts), ENGLISH.say(text, **facts))


Text = str | Pair
"""A plain string is printed as it stands in both languages (names, titles of documents, numbers)."""


def text_of(text: Text, language: Language) -> str:
    """A text as printed in this language."""
    return text.of(language) if isinstance(text, Pair) else text


@dataclass(frozen=True)
class Letterhead:
    """The author of the paper: full name, registration number, address, pictures, and the place of the dating line."""

    institution: Pair
    reg_no: str
    address: str
    contacts: str
    place: Pair  # Latvian in the locative: Rīgā, Valmierā
    logo: bytes | None = None
    arms: bytes | None = None
    electronic_note: Pair | None = None  # where the institution signs its papers electronically


@dataclass(frozen=True)
class Signer:
    """Who signs: the post in the signer's gender, the name as it stands in the register, and as what one signs."""

    post: Text
    name: str
    office: Text = ""  # "Sēdi vadīja": written small above the post


@dataclass(frozen=True)
class Signatures:
    """The signature block; with a note the paper is signed electronically and says so at its foot."""

    signers: tuple[Signer, ...]
    electronic_note: Pair | None = None


ELECTRONIC_NOTE = Pair(
    "ŠIS DOKUMENTS IR PARAKSTĪTS AR DROŠU ELEKTRONISKO PARAKSTU UN SATUR LAIKA ZĪMOGU",
    "THIS DOCUMENT IS SIGNED WITH A SECURE ELECTRONIC SIGNATURE AND CONTAINS A TIME STAMP",
)
"""The usual line of an electronically signed paper; the institution may word its own."""


@dataclass(frozen=True)
class Votes:
    """The totals of an open or secret ballot, and who took no part because of a conflict of interest."""

    in_favour: int
    against: int
    abstained: int
    recused: tuple[str, ...] = ()


def said_credits(credits: Credits, language: Language) -> str:
    """Credits with their unit, as printed: "6 kredītpunkti (ECTS)", "4,5 kredītpunkti (ECTS)", "120 stundas"."""
    amount = credits.decimal()
    match credits.unit:
        case CreditUnit.ECTS:
            text = language.count_decimal("{n} credit point (ECTS)", "{n} credit points (ECTS)", amount)
        case CreditUnit.KP:
            text = language.count_decimal(
                "{n} credit point (KP until 2022)", "{n} credit points (KP until 2022)", amount
            )
        case CreditUnit.ECVET:
            text = language.count_decimal("{n} ECVET point", "{n} ECVET points", amount)
        case CreditUnit.HOURS:
            text = language.count_decimal("{n} hour", "{n} hours", amount)
    return text.replace(" ", NBSP, 1)


def said_unit(unit: CreditUnit, language: Language) -> str:
    """The unit of a column of credits: "kredītpunkti (ECTS)"."""
    match unit:
        case CreditUnit.ECTS:
            return language.say_of("paper", "credit points (ECTS)")
        case CreditUnit.KP:
            return language.say_of("paper", "credit points (KP until 2022)")
        case CreditUnit.ECVET:
            return language.say_of("paper", "ECVET points")
        case CreditUnit.HOURS:
            return language.say_of("paper", "hours")


def said_votes(votes: Votes, language: Language) -> str:
    """The ballot in words: "par – 4, pret – 0, atturas – 1"."""
    return language.say_of(
        "paper",
        "for – {yes}, against – {no}, abstained – {abstained}",
        yes=votes.in_favour,
        no=votes.against,
        abstained=votes.abstained,
    )
