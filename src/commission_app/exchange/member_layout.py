"""The list of the members of a commission: its columns, what offices call them, and the words of role and side."""

from collections.abc import Mapping
from enum import StrEnum
from functools import cache

from commission_app.exchange.heading_match import Wanted
from commission_app.exchange.sheet_table import Column, Layout, plain
from commission_app.i18n import LANGUAGES, marked
from commission_app.rules.collation import fold
from commission_app.rules.vocabulary.commission import MemberRole, Side
from commission_app.rules.vocabulary.institution import Sex as PostSex
from commission_app.rules.vocabulary.person import Sex
from commission_app.wording import commission
from commission_app.wording.words import word

ROLES, SIDES, SEXES = tuple(MemberRole), tuple(Side), tuple(Sex)
MEMBERS = Layout(
    marked("Members"),
    (
        Column("name", marked("Name and surname"), required=True, width=28),
        Column("role", marked("Role"), marked("Empty: a member."), width=24, choices=ROLES),
        Column(
            "replaces",
            marked("Replaces"),
            marked("Of a substitute: the name of the member; empty: any member."),
            width=28,
        ),
        Column("side", marked("Represents"), marked("Empty: nobody of those named."), width=22, choices=SIDES),
        Column("post_lv", marked("Post in Latvian"), width=32),
        Column("post_en", marked("Post in English"), width=32),
        Column("organisation", marked("Organisation"), width=32),
        Column("term_from", marked("Term from"), marked("Empty: from the date of the order."), True, 14, "date"),
        Column("term_until", marked("Term until"), marked("Empty: without an end."), width=14, kind="date"),
        Column("order_number", marked("Order No."), marked("The order that set the commission up."), width=14),
        Column("order_date", marked("Order of"), width=14, kind="date"),
        Column("fields", marked("Fields"), marked("Several with commas between."), width=32),
        Column("email", marked("E-mail"), width=28),
        Column("address", marked("Address"), width=40),
        Column("sex", marked("Sex"), marked("Only where the by-law counts it."), width=14, choices=SEXES),
    ),
)
"""What is saved and filled in, and what is read."""
ALSO_READ = (
    Column("given_name", marked("Given name")),
    Column("surname", marked("Surname")),
    Column("surname_first", marked("Surname and given name")),
    Column("term", marked("Term of office")),
)
"""Columns of other lists that say the same in another way: the name in two cells, or both days in one."""
COLUMNS = (*MEMBERS.columns, *ALSO_READ)
PLACES = {column.key: at for at, column in enumerate(COLUMNS)}
SURE = 0.86
"""How much a heading must be like a column to be proposed; a guess that is worse is made by the person."""
_OTHER_NAMES: Mapping[str, tuple[str, ...]] = {
    "name": (
        "vārds un uzvārds", "vārds uzvārds", "komisijas loceklis", "loceklis", "persona",
        "name", "full name", "name, surname", "member", "given name and surname", "name surname",
    ),
    "given_name": ("vārdi", "first name", "name (given)"),
    "surname": ("family name", "last name"),
    "surname_first": (
        "uzvārds, vārds", "uzvārds vārds", "surname, name", "surname, given name", "last name, first name",
    ),
    "role": (
        "statuss", "loma komisijā", "statuss komisijā", "amats komisijā", "pienākumi komisijā", "pienākums komisijā",
        "role in the commission", "position in the commission",
    ),
    "replaces": (
        "kuru aizvieto", "ko aizvieto", "aizvietojamais", "aizvietojamais loceklis", "aizstāj", "kā aizvietotājs",
        "substitute for", "substitutes", "instead of", "replaced member",
    ),
    "side": (
        "pārstāvētā puse", "puse", "pārstāvība", "kuru pārstāv", "ko pārstāv", "pārstāvētā institūcija",
        "side", "side represented", "represented side", "party",
    ),
    "post_lv": (
        "amats", "ieņemamais amats", "amats darbavietā", "amats darbā", "amats latviski", "amats (lv)", "amats lv",
        "post (lv)", "position (lv)", "post in latvian",
    ),
    "post_en": (
        "amats angliski", "amats (en)", "amats en", "post", "position", "job title", "post (en)", "position (en)",
    ),
    "organisation": (
        "darbavieta", "darba vieta", "darba devējs", "iestāde", "uzņēmums", "pārstāvētā organizācija",
        "employer", "workplace", "organization", "institution", "company",
    ),
    "term_from": ("pilnvaru sākums", "pilnvaru termiņš no", "termiņš no", "sākot no", "from", "since", "start"),
    "term_until": ("līdz", "pilnvaru beigas", "pilnvaru termiņš līdz", "termiņš līdz", "until", "to", "till", "end"),
    "term": ("termiņš", "pilnvaras", "pilnvaru laiks", "term"),
    "order_number": ("rīkojums", "rīkojums nr.", "rīkojuma numurs", "order", "order number"),
    "order_date": ("rīkojums no", "order date", "date of the order", "date of order"),
    "fields": (
        "joma", "tematiskā joma", "tematiskās jomas", "nozare", "joma(s)",
        "field", "thematic area", "areas", "field(s)",
    ),
    "email": ("epasts", "e-pasta adrese", "email", "mail", "e-mail address"),
    "address": ("pasta adrese", "postal address"),
    "sex": ("gender",),
}  # fmt: skip
_MORE_ROLES: Mapping[StrEnum, tuple[str, ...]] = {
    MemberRole.CHAIR: ("chairperson", "chairman", "chairwoman"),
    MemberRole.DEPUTY_CHAIR: (
        "priekšsēdētāja vietniece", "priekšsēdētājas vietnieks", "priekšsēdētājas vietniece", "vietnieks", "vietniece",
        "vice-chair", "deputy chairperson",
    ),
    MemberRole.SUBSTITUTE: (
        "aizvietotāja", "locekļa aizvietotājs", "locekļa aizvietotāja", "aizstājējs", "aizstājēja", "alternate",
    ),
}  # fmt: skip
_MORE_SIDES: Mapping[StrEnum, tuple[str, ...]] = {
    Side.SCHOOL: (
        "izglītības iestādes", "skola", "skolas", "augstskola", "augstskolas", "koledža", "koledžas",
        "school", "institution",
    ),
    Side.EMPLOYERS: ("darba devējs", "darba devēju", "darba devēja", "employer"),
    Side.TRADE_UNION: ("arodbiedrības", "arodbiedrību", "trade unions"),
    Side.STUDENTS: ("studējošo", "studenti", "studentu", "students", "izglītojamie", "izglītojamo", "student"),
    Side.OTHER: ("cits", "cita", "citi", "cits pārstāvis"),
}  # fmt: skip
_MORE_SEXES: Mapping[StrEnum, tuple[str, ...]] = {Sex.FEMALE: ("s", "f"), Sex.MALE: ("v", "m")}
_NOT_SAID = (
    "komisijas ",
    "parstavis",
    "parstave",
    "parstavji",
    "representatives",
    "representative",
    " of the commission",
)
"""Words about a member that do not change who it is."""


@cache
def wanted() -> tuple[Wanted, ...]:
    """What each column may be called in a list."""
    own = (tuple(column.says(language) for language in LANGUAGES) for column in COLUMNS)
    return tuple(Wanted(names, _OTHER_NAMES.get(one.key, ())) for names, one in zip(own, COLUMNS, strict=True))


def heading(key: str) -> str:
    """The Latvian heading of a column."""
    return COLUMNS[PLACES[key]].says(LANGUAGES[0])


def plain_word(text: str) -> str:
    """A role or a side as it is compared: no case, no marks, without words that every one of them may have."""
    told = fold(plain(text))
    for one in _NOT_SAID:
        told = told.replace(one, " ")
    return " ".join(told.split()).strip(" ,.-")


def _words(members: tuple[StrEnum, ...], more: Mapping[StrEnum, tuple[str, ...]]) -> dict[str, StrEnum]:
    found: dict[str, StrEnum] = {}
    for member in members:
        said = [word(language, member) for language in LANGUAGES] + [member.value]
        if isinstance(member, MemberRole):
            said += [commission.post(language, member, sex) for language in LANGUAGES for sex in PostSex]
        for one in (*said, *more.get(member, ())):
            found.setdefault(plain_word(one), member)
    return found


@cache
def roles() -> Mapping[str, StrEnum]:
    """Each role by every word it is said with, of a woman and of a man."""
    return _words(ROLES, _MORE_ROLES)


@cache
def sides() -> Mapping[str, StrEnum]:
    """Each side by every word it is said with."""
    return _words(SIDES, _MORE_SIDES)


@cache
def sexes() -> Mapping[str, StrEnum]:
    """Each sex by every word it is said with."""
    return _words(SEXES, _MORE_SEXES)
