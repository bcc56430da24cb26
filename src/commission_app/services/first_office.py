"""The first day of an office: the institution, the first person, the rules in force and the printed texts."""

from datetime import date
from uuid import UUID

from commission_app.rules.provisions import HIGHER_EDUCATION_SINCE, VOCATIONAL_SINCE
from commission_app.rules.vocabulary.case import Procedure
from commission_app.rules.vocabulary.institution import OfficeRole, Origin
from commission_app.services import institution, provisions, users
from commission_app.services.institution import InstitutionForm
from commission_app.services.users import UserForm
from commission_app.store.work import Work
from commission_app.wording import interview, letters

_VET, _HE = Procedure.VOCATIONAL, Procedure.HIGHER_EDUCATION

PHRASES: tuple[tuple[str, Procedure | None, date, str, str], ...] = (
    (
        "legal_basis",
        _VET,
        VOCATIONAL_SINCE,
        "Profesionālās izglītības likuma 29.¹ pants",
        "Vocational Education Law, Section 29.¹",
    ),
    (
        "legal_basis",
        _HE,
        HIGHER_EDUCATION_SINCE,
        "Augstskolu likuma 59.³ pants; Ministru kabineta 2018. gada 14. augusta noteikumi Nr. 505",
        "Law on Higher Education Institutions, Section 59.³; Cabinet Regulation No. 505 of 14 August 2018",
    ),
    (
        "appeal",
        _VET,
        VOCATIONAL_SINCE,
        "Eksāmena vērtējumu var apstrīdēt, iesniedzot apelāciju iestādes vadītājam profesionālās kvalifikācijas "
        "eksāmenu kārtībā noteiktajā termiņā.",
        "The mark of the exam may be contested by an appeal to the head of the institution within the term set by "
        "the rules for professional qualification exams.",
    ),
    (
        "appeal",
        _HE,
        HIGHER_EDUCATION_SINCE,
        "Lēmumu saskaņā ar Administratīvā procesa likumu var apstrīdēt viena mēneša laikā no tā spēkā stāšanās "
        "dienas, iesniedzot apstrīdēšanas iesniegumu iestādes vadītājam.",
        "Under the Administrative Procedure Law the decision may be contested within one month of the day it takes "
        "effect by a submission to the head of the institution.",
    ),
    (
        "data_notice",
        None,
        VOCATIONAL_SINCE,
        "Iestāde apstrādā iesniegumā un pierādījumos norādītos personas datus, lai izskatītu iesniegumu un pildītu "
        "normatīvajos aktos noteiktos pienākumus. Iesniedzējam ir tiesības iepazīties ar saviem datiem un lūgt tos "
        "labot.",
        "The institution processes the personal data given in the application and the evidence to examine the "
        "application and to meet its duties in law. The applicant may see these data and ask to have them corrected.",
    ),
    (interview.QUESTIONS_KEY, None, VOCATIONAL_SINCE, *interview.QUESTIONS),
    (interview.LEAFLET_KEY, None, VOCATIONAL_SINCE, *interview.LEAFLET),
    *((letters.phrase_key(kind), None, VOCATIONAL_SINCE, *text) for kind, text in letters.TEXTS.items()),
)
"""The printed texts the program is delivered with; every institution words its own from a date of its choice."""


def establish(work: Work, form: InstitutionForm, first: UserForm | None = None) -> UUID | None:
    """An institution begins its office: its name, the rules in force, the printed texts, and who works there first.

    Refused: where an institution stands already. Gives the uid of the first person, if one was named.
    """
    institution.establish(work, form)
    provisions.ship(work)
    for key, procedure, since, lv, en in PHRASES:
        provisions.word(work, key, procedure, since, lv, en, Origin.SHIPPED)
    if first is None:
        return None
    return users.hire(work, first)


def administrator(name: str) -> UserForm:
    """The first person of an office, who may do everything."""
    return UserForm(name, OfficeRole.ADMINISTRATOR)
