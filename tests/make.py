"""Builders for tests: an institution, commissions, standards and cases, made through the acts the window uses."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from commission_app.exchange.standard_facts import OutcomeFacts, StandardFacts, UnitFacts
from commission_app.rules.legality import Bylaw
from commission_app.rules.vocabulary.case import Procedure
from commission_app.rules.vocabulary.commission import CommissionKind, MemberRole, Side
from commission_app.rules.vocabulary.evidence import EvidenceKind, Judgement, Quality
from commission_app.rules.vocabulary.institution import InstitutionKind
from commission_app.rules.vocabulary.scoring import OutcomeResult
from commission_app.rules.vocabulary.standard import CreditUnit, StandardKind, UnitKind
from commission_app.services import (
    applicants,
    cases,
    commissions,
    evidence,
    evidence_links,
    matrix,
    provisions,
    scoring,
    standard_import,
    users,
)
from commission_app.services import institution as institutions
from commission_app.services.applicants import ApplicationForm, ReceivedCase
from commission_app.services.commissions import CommissionForm, MemberForm
from commission_app.services.evidence import EvidenceForm, NewFile
from commission_app.services.institution import InstitutionForm
from commission_app.services.office import Office
from commission_app.services.people import PersonForm
from commission_app.services.scoring import AssessorForm
from commission_app.services.users import UserForm

LONG_AGO = date(2019, 1, 1)
PEOPLE = (
    ("Ģirts", "Ķēniņš-Āboļš", "010190-00005"),
    ("Žanete", "Šūpulīte", "020290-00003"),
    ("Ņina", "Žņaugs", "030390-00001"),
    ("Čaks", "Ļaudaks", "040490-00007"),
)


def code(serial: int) -> str:
    """A personal code that can belong to nobody: century digit 0, right check digit."""
    from commission_app.rules.identity import check_digit

    body = f"{serial % 28 + 1:02}{serial // 28 % 12 + 1:02}{serial // 336 % 90 + 10:02}0{serial % 1000:03}"
    return f"{body[:6]}-{body[6:]}{check_digit(body)}"


def institution(office: Office) -> None:
    """A college with its shipped rules, and a secretary who works there now."""
    office.do(
        institutions.establish,
        InstitutionForm(
            name_lv="Amatas koledža",
            name_en="Amata College",
            kind=InstitutionKind.COLLEGE,
            registration_number="90000000000",
            place_locative_lv="Amatā",
            place_en="Amata",
            address_lv="Skolas iela 1, Amata",
            address_en="1 School Street, Amata",
            head_name="Zaiga Ozola",
            head_post_lv="Direktore",
            head_post_en="Director",
            valid_from=LONG_AGO,
        ),
    )
    office.do(provisions.ship)
    uid = office.do(users.hire, UserForm("Anna Ozola", post_lv="Sekretāre", post_en="Secretary"))
    office.sign_in(uid)


def commission(
    office: Office,
    *,
    members: int = 5,
    kind: CommissionKind = CommissionKind.RECOGNITION,
    bylaw: Bylaw | None = None,
    since: date = LONG_AGO,
) -> int:
    """A commission whose first member is the chair and whose second is the deputy."""
    key = office.do(
        commissions.found,
        CommissionForm(kind, "Atzīšanas komisija", "Recognition Commission", "Datorika", "12-5/31", since),
    )
    roles = [MemberRole.CHAIR, MemberRole.DEPUTY_CHAIR]
    for index in range(members):
        role = roles[index] if index < len(roles) else MemberRole.MEMBER
        side = Side.EMPLOYERS if index % 2 else Side.SCHOOL
        form = MemberForm(f"Loceklis Nr. {index + 1}", role, side, "loceklis", "member", "Koledža", since)
        office.do(commissions.appoint, key, form)
    office.do(commissions.adopt_bylaw, key, since, bylaw or Bylaw(), ("Nolikuma 5. punkts", "By-law, point 5"))
    return key


def standard_facts(
    code: str = "DAT-B", *, units: int = 3, outcomes: int = 2, kind: StandardKind = StandardKind.STUDY_PROGRAMME
) -> StandardFacts:
    """An accredited programme of courses of six credit points each; the last one is not a final examination."""
    return StandardFacts(
        code=code,
        kind=kind,
        title_lv="Datorzinātnes",
        title_en="Computer Science",
        edition_label="2024",
        valid_from=LONG_AGO,
        lki=6,
        thematic_area="Datorika",
        accredited=True,
        accreditation_number="2023/1",
        programme_credits=Decimal(180),
        credit_unit=CreditUnit.ECTS,
        units=tuple(
            UnitFacts(
                code=f"DatZ{1010 + 10 * place}",
                title_lv=f"Kurss Nr. {place + 1}",
                title_en=f"Course No. {place + 1}",
                kind=UnitKind.COURSE,
                credits=Decimal(6),
                credit_unit=CreditUnit.ECTS,
                outcomes=tuple(
                    OutcomeFacts(
                        code=f"DatZ{1010 + 10 * place}.{number + 1}",
                        text_lv=f"projektē tīklu, {number + 1}. daļa",
                        text_en=f"designs a network, part {number + 1}",
                    )
                    for number in range(outcomes)
                ),
            )
            for place in range(units)
        ),
    )


def standard(office: Office, facts: StandardFacts | None = None) -> int:
    """An approved edition."""
    return office.do(standard_import.take_in, facts or standard_facts(), approve=True)


def person(serial: int = 0) -> PersonForm:
    """A made-up applicant with letters that are hard to print."""
    given, family, _ = PEOPLE[serial % len(PEOPLE)]
    return PersonForm(given, family, personal_code=code(serial), email=f"iesniedzejs{serial}@example.invalid")


def case(
    office: Office,
    edition_id: int,
    *,
    serial: int = 0,
    procedure: Procedure = Procedure.HIGHER_EDUCATION,
    received: date | None = None,
    commission_id: int | None = None,
    person_id: int | None = None,
    fee_cents: int | None = None,
) -> ReceivedCase:
    """A received application."""
    form = ApplicationForm(
        procedure=procedure,
        edition_id=edition_id,
        received_on=received or today(office),
        person=PersonForm() if person_id else person(serial),
        person_id=person_id,
        commission_id=commission_id,
        fee_cents=fee_cents,
    )
    return office.do(applicants.receive, form)


@dataclass(frozen=True)
class ScoredCase:
    """A case whose outcomes are scored and agreed."""

    id: int
    number: str


def scored_case(
    office: Office,
    edition_id: int,
    *,
    serial: int = 0,
    results: dict[str, OutcomeResult] | None = None,
    procedure: Procedure = Procedure.HIGHER_EDUCATION,
    commission_id: int | None = None,
    person_id: int | None = None,
    subject: str = "",
    fee_cents: int | None = None,
    judged: bool = True,
) -> ScoredCase:
    """A case led to the end of assessment: all outcomes met but those named in `results` by code."""
    opened = case(
        office,
        edition_id,
        serial=serial,
        procedure=procedure,
        commission_id=commission_id,
        person_id=person_id,
        fee_cents=fee_cents,
    )
    outcomes = documented(office, opened.id, subject=subject, judged=judged)
    move(office, opened.id, cases.close_portfolio)
    seats = [office.do(scoring.seat, opened.id, AssessorForm(name)) for name in ("Vērtētāja A", "Vērtētājs B")]
    for row in outcomes:
        result = (results or {}).get(row.code, OutcomeResult.MET)
        reason = "" if result is OutcomeResult.MET else "Pierādījumi to neapliecina."
        for seat in seats:
            office.do(scoring.score, seat, row.outcome_id, result, reason)
    for seat in seats:
        office.do(scoring.finish, seat)
    for seat in seats:
        office.do(scoring.finish, seat)
    office.do(scoring.agree_where_alike, opened.id)
    move(office, opened.id, cases.close_scoring)
    return ScoredCase(opened.id, opened.number)


def documented(office: Office, case_id: int, *, subject: str = "", judged: bool = True) -> list[matrix.MatrixRow]:
    """An admitted case with one certificate held against every outcome; gives the outcomes."""
    move(office, case_id, cases.admit)
    form = EvidenceForm(EvidenceKind.CERTIFICATE, "Apliecība", "Kursu centrs", today(office), subject=subject)
    item = office.do(evidence.attach, case_id, form, (NewFile("apliecība.txt", "Mācījos.".encode()),)).item_id
    outcomes = [row for unit in office.ask(matrix.matrix, case_id).units for row in unit.rows]
    links = tuple(office.do(evidence_links.link, item, row.outcome_id, "1. lpp.") for row in outcomes)
    qualities = dict.fromkeys(Quality, Judgement.YES if judged else Judgement.PARTLY)
    office.do(evidence_links.judge, links, qualities)
    return outcomes


def move(office: Office, case_id: int, act: "object") -> None:
    """Does an act upon a case as it stands now."""
    seen = office.ask(cases.card, case_id).version
    office.do(act, case_id, seen)  # type: ignore[arg-type]


def today(office: Office) -> date:
    """The day the office is in."""
    return office.ask(_today)


def _today(reading: "object") -> date:
    return reading.today  # type: ignore[attr-defined,no-any-return]
