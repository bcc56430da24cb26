"""The applications of the sample: received at the counter, documented, held against outcomes, scored and agreed."""

from commission_app.exchange import sample_institution
from commission_app.exchange.sample_facts import SampleApplicant
from commission_app.rules.vocabulary.case import Ground, Procedure
from commission_app.rules.vocabulary.evidence import EvidenceKind, Judgement, Quality
from commission_app.services import applicants, cases, evidence, evidence_links, matrix, scoring, standards
from commission_app.services.applicants import ApplicationForm
from commission_app.services.demo_calendar import Calendar, workday
from commission_app.services.demo_office import Stage
from commission_app.services.evidence import EvidenceForm, NewFile
from commission_app.services.evidence_links import LinkEntry
from commission_app.services.people import PersonForm
from commission_app.services.scoring import AssessorForm, ScoreEntry

DESK = {Procedure.VOCATIONAL: "dace", Procedure.HIGHER_EDUCATION: "liga"}


def plan(stage: Stage, calendar: Calendar) -> None:
    """Notes in the calendar what happens with every application."""
    files = {key: NewFile(name, data) for key, name, data in sample_institution.evidence_files(stage.sample)}
    for applicant in stage.sample.applicants:
        _plan(stage, calendar, applicant, files)


def _plan(stage: Stage, calendar: Calendar, facts: SampleApplicant, files: dict[str, NewFile]) -> None:
    desk, day = DESK[facts.procedure], facts.received
    calendar.on(day, "10:05", desk, lambda: _receive(stage, facts))
    calendar.on(day, "10:20", desk, lambda: _attach(stage, facts, files))
    if not facts.scores:
        return
    calendar.on(workday(day, 1), "09:30", desk, lambda: _move(stage, facts, "admit"))
    calendar.on(workday(day, 3), "11:10", facts.assessors[0], lambda: _link(stage, facts))
    calendar.on(workday(day, 4), "09:15", desk, lambda: _move(stage, facts, "close_portfolio"))
    calendar.on(workday(day, 4), "09:20", desk, lambda: _seat(stage, facts))
    calendar.on(workday(day, 6), "13:00", facts.assessors[0], lambda: _judge(stage, facts))
    scoring_days = {"agnese": "14:10", "raitis": "15:40"}
    given = {score.assessor for score in facts.scores}
    for assessor in facts.assessors:
        if assessor in given:
            calendar.on(workday(day, 8), scoring_days.get(assessor, "16:30"), assessor, _scorer(stage, facts, assessor))
    if given == set(facts.assessors):
        calendar.on(workday(day, 10), "12:00", facts.assessors[0], lambda: _agree(stage, facts))
        calendar.on(workday(day, 11), "09:05", desk, lambda: _move(stage, facts, "close_scoring"))


def _receive(stage: Stage, facts: SampleApplicant) -> None:
    edition = stage.editions[facts.standard]
    units = {unit.code: unit.id for unit in stage.office.ask(standards.card, edition).units}
    paid = next((item for item in facts.evidence if item.kind is EvidenceKind.PAYMENT), None)
    form = ApplicationForm(
        procedure=facts.procedure,
        edition_id=edition,
        received_on=facts.received,
        person=_person(facts),
        unit_ids=tuple(units[code] for code in facts.units),
        ground=facts.ground or Ground.EXPERIENCE,
        channel=facts.channel,
        whole_qualification=facts.procedure is Procedure.VOCATIONAL and set(facts.units) == set(units),
        commission_id=stage.commissions[facts.commission],
        notes=facts.notes,
        external_number=facts.external_number,
        external_date=facts.received,
        paid_on=paid.issued_on if paid else None,
        payment_document=paid.title if paid else "",
        payer=f"{facts.given_name} {facts.surname}" if paid else "",
    )
    stage.cases[facts.key] = stage.office.do(applicants.receive, form).id


def _person(facts: SampleApplicant) -> PersonForm:
    return PersonForm(
        given_name=facts.given_name,
        family_name=facts.surname,
        original_name=facts.original_name,
        personal_code=facts.personal_code,
        birth_date=facts.birth_date,
        citizenship=facts.citizenship,
        document_kind=facts.document_type,
        document_number=facts.document_number,
        document_country=facts.document_country,
        document_valid_until=facts.document_valid_until,
        email=facts.email,
        phone=facts.phone,
        address=facts.address,
    )


def _attach(stage: Stage, facts: SampleApplicant, files: dict[str, NewFile]) -> None:
    case, compared = stage.cases[facts.key], []
    for item in facts.evidence:
        form = EvidenceForm(item.kind, item.title, item.issuer, item.issued_on)
        attached = stage.office.do(evidence.attach, case, form, (files[item.key],))
        stage.items[item.key] = attached.item_id
        if item.compared_with_original:
            compared.append(attached.item_id)
    if compared:
        stage.office.do(evidence.compare, case, tuple(compared))


def _move(stage: Stage, facts: SampleApplicant, act: str) -> None:
    stage.office.do(getattr(cases, act), stage.cases[facts.key], stage.version(facts.key))


def _outcomes(stage: Stage, facts: SampleApplicant) -> dict[str, int]:
    """The keys of what a case asks for, looked up once."""
    if facts.key not in stage.outcomes:
        card = stage.office.ask(matrix.matrix, stage.cases[facts.key])
        stage.outcomes[facts.key] = {row.code: row.outcome_id for unit in card.units for row in unit.rows}
    return stage.outcomes[facts.key]


def _link(stage: Stage, facts: SampleApplicant) -> None:
    outcomes = _outcomes(stage, facts)
    entries = tuple(
        LinkEntry(stage.items[item.key], outcomes[link.outcome], f"{link.pages}. lpp.", link.note)
        for item in facts.evidence
        for link in item.links
    )
    stage.office.do(evidence_links.hold, entries)


def _judge(stage: Stage, facts: SampleApplicant) -> None:
    """Links that are judged alike are ticked and judged together."""
    card = stage.office.ask(matrix.matrix, stage.cases[facts.key])
    cells = {(cell.item_id, row.code): cell.id for unit in card.units for row in unit.rows for cell in row.links}
    alike: dict[tuple[Judgement, ...], list[int]] = {}
    for item in facts.evidence:
        for link in item.links:
            judged = tuple(getattr(link, quality.value) for quality in Quality)
            alike.setdefault(judged, []).append(cells[stage.items[item.key], link.outcome])
    for judged, links in alike.items():
        stage.office.do(evidence_links.judge, tuple(links), dict(zip(Quality, judged, strict=True)))


def _seat(stage: Stage, facts: SampleApplicant) -> None:
    for assessor in facts.assessors:
        stage.office.do(scoring.seat, stage.cases[facts.key], AssessorForm(stage.names[assessor]))


def _scorer(stage: Stage, facts: SampleApplicant, assessor: str) -> "_Scorer":
    return _Scorer(stage, facts, assessor)


class _Scorer:
    """One assessor fills in the own column."""

    def __init__(self, stage: Stage, facts: SampleApplicant, assessor: str) -> None:
        self.stage, self.facts, self.assessor = stage, facts, assessor

    def __call__(self) -> None:
        stage, outcomes = self.stage, _outcomes(self.stage, self.facts)
        card = stage.office.ask(matrix.matrix, stage.cases[self.facts.key])
        seat = next(row.id for row in card.assessors if row.name == stage.names[self.assessor])
        own = [score for score in self.facts.scores if score.assessor == self.assessor]
        entries = tuple(ScoreEntry(outcomes[score.outcome], score.result, score.reason) for score in own)
        stage.office.do(scoring.score_many, seat, entries)
        stage.office.do(scoring.finish, seat, without="Pārbaudāms kvalifikācijas eksāmenā.")


def _agree(stage: Stage, facts: SampleApplicant) -> None:
    case, outcomes = stage.cases[facts.key], _outcomes(stage, facts)
    stage.office.do(scoring.agree_where_alike, case)
    for one in facts.agreed:
        stage.office.do(scoring.agree, case, outcomes[one.outcome], one.result, one.reason)
