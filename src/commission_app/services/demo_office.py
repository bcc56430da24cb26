"""The sample institution begins: its people, its commissions with their by-laws and texts, its standards."""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from commission_app.exchange.sample_facts import SampleCommission, SampleHouse, SampleInstitution, SampleUser
from commission_app.models.case import RecognitionCase
from commission_app.rules.legality import Bylaw
from commission_app.services import commissions, first_office, provisions, standard_import, users
from commission_app.services.commissions import CommissionForm, MemberForm
from commission_app.services.demo_calendar import Clock
from commission_app.services.institution import InstitutionForm
from commission_app.services.office import Office
from commission_app.services.users import UserForm
from commission_app.store.work import Reading


@dataclass
class Stage:
    """The office with the keys under which the sample's people and things are found in it."""

    office: Office
    clock: Clock
    sample: SampleInstitution
    people: dict[str, UUID] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    commissions: dict[str, int] = field(default_factory=dict)
    members: dict[str, int] = field(default_factory=dict)
    editions: dict[str, int] = field(default_factory=dict)
    cases: dict[str, int] = field(default_factory=dict)
    items: dict[str, int] = field(default_factory=dict)
    outcomes: dict[str, dict[str, int]] = field(default_factory=dict)
    decisions: dict[str, int] = field(default_factory=dict)
    sittings: dict[str, int] = field(default_factory=dict)
    exams: dict[str, int] = field(default_factory=dict)
    certificates: list[int] = field(default_factory=list)

    def version(self, case: str) -> int:
        """The version of a case as somebody at the desk sees it now."""
        return self.office.ask(_version, self.cases[case])


def _version(reading: Reading, case_id: int) -> int:
    return reading.get(RecognitionCase, case_id).version


def begin(stage: Stage) -> None:
    """The office begins its work."""
    office, sample = stage.office, stage.sample
    first_day = min(commission.order_date for commission in sample.commissions)
    office.do(first_office.establish, _institution(sample.house, first_day))
    for user in sample.users:
        name = f"{user.given_name} {user.surname}"
        stage.people[user.key] = office.do(users.hire, _user(user, name))
        stage.names[user.key] = name
    office.sign_in(stage.people[sample.users[0].key])
    for commission in sample.commissions:
        _found(stage, commission)
    for standard in sample.standards:
        stage.editions[standard.code] = office.do(standard_import.take_in, standard, approve=True)


def _institution(house: SampleHouse, since: date) -> InstitutionForm:
    return InstitutionForm(
        name_lv=house.name_lv,
        name_en=house.name_en,
        kind=house.kind,
        registration_number=house.registration_number,
        place_locative_lv=house.place_lv,
        place_en=house.place_en,
        email=house.email,
        phone=house.phone,
        address_lv=house.address,
        address_en=house.address,
        head_name=house.head_name,
        head_post_lv=house.head_post_lv,
        head_post_en=house.head_post_en,
        valid_from=since,
    )


def _user(user: SampleUser, name: str) -> UserForm:
    return UserForm(name, user.role, user.post_lv, user.post_en)


def _found(stage: Stage, facts: SampleCommission) -> None:
    office = stage.office
    form = CommissionForm(
        facts.kind,
        facts.name_lv,
        facts.name_en,
        facts.thematic_areas[0] if len(facts.thematic_areas) == 1 else "",
        facts.order_number,
        facts.order_date,
    )
    key = stage.commissions[facts.key] = office.do(commissions.found, form)
    for member in facts.members:
        name = f"{member.given_name} {member.surname}"
        seat = MemberForm(
            name=name,
            role=member.role,
            side=member.side,
            post_lv=member.post_lv,
            post_en=member.post_en,
            term_from=facts.term_from,
            term_until=facts.term_until,
        )
        stage.members[member.key] = office.do(commissions.appoint, key, seat)
        stage.names[member.key] = name
    _adopt(stage, facts, key)


def _adopt(stage: Stage, facts: SampleCommission, commission: int) -> None:
    office, law = stage.office, facts.bylaw
    rules = Bylaw(
        quorum_rule=law.quorum_rule,
        quorum_base=law.quorum_base,
        numerator=law.numerator,
        denominator=law.denominator,
        fixed=law.fixed,
        majority_base=law.majority_base,
        chair_must_attend=law.chair_must_attend,
        minimum_members=law.minimum_members,
        min_practitioners=law.min_practitioners,
        assessors_may_vote=law.assessors_may_vote,
        casting_vote=law.casting_vote,
    )
    office.do(commissions.adopt_bylaw, commission, law.approved_on, rules, (law.title_lv, law.title_en))
    since, procedure = facts.order_date, facts.procedure
    basis = (_law_alone(facts.legal_basis_lv, law.title_lv), _law_alone(facts.legal_basis_en, law.title_en))
    office.do(provisions.word, "legal_basis", procedure, since, *basis)
    office.do(provisions.word, "appeal", procedure, since, facts.appeal_lv, facts.appeal_en)


def _law_alone(basis: str, bylaw: str) -> str:
    """The legal basis without the by-law, which papers name from its own edition."""
    law, _, last = basis.rpartition(";")
    return law if last.strip().casefold() == bylaw.casefold() else basis
