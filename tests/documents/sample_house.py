"""The made-up college of the sample papers: its head, its people, what it decides upon."""

from datetime import date
from functools import cache
from io import BytesIO

from PIL import Image, ImageDraw

from commission_app.documents.house_style import Letterhead, Pair, Signatures, Signer
from commission_app.rules.quantities import Credits
from commission_app.rules.vocabulary.standard import CreditUnit

DAY = date(2026, 11, 24)
APPLICANT = "Ieva Ķēniņa-Āboļa"
COMMISSION = Pair("Studiju rezultātu atzīšanas komisija (datorika)", "Recognition commission (computing)")
PROGRAMME = Pair("Programmēšana un datortīkli", "Programming and computer networks")
LEVEL = Pair("LKI 5.\u00a0līmenis", "LQF level 5")
LEGAL_BASIS = (
    Pair("Augstskolu likuma 59.³ panta pirmā daļa", "Law on Higher Education Institutions, Section 59.³, part 1"),
    Pair(
        "Ministru kabineta 14.08.2018. noteikumi Nr.\u00a0505, 2. punkts",
        "Cabinet Regulation No.\u00a0505 of 14 August 2018, paragraph 2",
    ),
)
APPEAL = Pair(
    "Šo lēmumu viena mēneša laikā no tā spēkā stāšanās dienas var apstrīdēt Parauga koledžas direktoram, "
    "iesniegumu iesniedzot koledžā Parka ielā 1, Rīgā, LV-1000, vai nosūtot to uz koledžas oficiālo "
    "elektronisko adresi.",
    "This decision may be contested before the director of Sample College within one month of its entry into "
    "force, by an application handed in at 1 Parka Street, Riga, LV-1000, or sent to the official electronic address "
    "of the college.",
)


def ects(amount: str) -> Credits:
    """Credit points of today."""
    return Credits.of(amount, CreditUnit.ECTS)


@cache
def logo() -> bytes:
    """A small emblem."""
    picture = Image.new("RGB", (240, 240), "white")
    draw = ImageDraw.Draw(picture)
    draw.ellipse((10, 10, 230, 230), outline=(20, 60, 90), width=10)
    draw.polygon(((120, 45), (190, 185), (50, 185)), outline=(20, 60, 90), width=8)
    out = BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()


def letterhead(with_logo: bool = True) -> Letterhead:
    """The head of the sample college."""
    return Letterhead(
        institution=Pair("Parauga koledža", "Sample College"),
        reg_no="90000000000",
        address="Parka iela 1, Rīga, LV-1000",
        contacts="tālr. 60000000, pasts@paraugs.example",
        place=Pair("Rīgā", "Riga"),
        logo=logo() if with_logo else None,
    )


def signatures() -> Signatures:
    """Chair and secretary, on paper."""
    return Signatures(
        (
            Signer(Pair("Komisijas priekšsēdētāja", "Chair of the commission"), "Aija Šūpulīte"),
            Signer(Pair("Komisijas sekretārs", "Secretary of the commission"), "Jānis Žņaugs"),
        )
    )
