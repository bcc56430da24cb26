"""The sample institution is whole: everything that is cited is there, lawful, bilingual and made up."""

from datetime import date
from decimal import Decimal

from commission_app.exchange import sample_institution
from commission_app.exchange.sample_facts import SampleInstitution
from commission_app.exchange.sample_institution import ANCHOR
from commission_app.exchange.standard_facts import check, remarks
from commission_app.rules.exam import ExamScale
from commission_app.rules.identity import check_personal_code
from commission_app.rules.vocabulary.case import Procedure
from commission_app.rules.vocabulary.commission import MemberRole
from commission_app.rules.vocabulary.scoring import OutcomeResult

SAMPLE = sample_institution.read()


def test_both_tracks_stand_beside_each_other() -> None:
    assert len(SAMPLE.commissions) == 2
    assert [len(commission.members) for commission in SAMPLE.commissions] == [7, 5]
    procedures = [applicant.procedure for applicant in SAMPLE.applicants]
    assert procedures.count(Procedure.HIGHER_EDUCATION) == procedures.count(Procedure.VOCATIONAL) == 4


def test_the_standards_are_lawful_and_in_both_languages() -> None:
    for standard in SAMPLE.standards:
        check(standard)
        assert remarks(standard) == ()
        assert len(standard.units) == 8
        assert all(3 <= len(unit.outcomes) <= 6 for unit in standard.units)


def test_the_modules_have_the_hours_of_the_call() -> None:
    hours = {unit.title_lv: unit.hours for standard in SAMPLE.standards[:2] for unit in standard.units}
    assert hours["Sistēmu programmēšana"] == 167
    assert hours["Vienkāršu algoritmu izstrāde"] == 34
    assert hours["Lokālo tīklu ierīkošana un uzturēšana"] == 136
    assert sum((unit.hours or Decimal(0) for unit in SAMPLE.standards[0].units), Decimal(0)) == 960


def test_everything_cited_is_there() -> None:
    members = {member.key: c.key for c in SAMPLE.commissions for member in c.members}
    users = {user.key for user in SAMPLE.users}
    for commission in SAMPLE.commissions:
        assert {member.user for member in commission.members} - {None} <= users
    for applicant in SAMPLE.applicants:
        standard = SAMPLE.standard(applicant.standard)
        outcomes = {outcome.code for unit, outcome in standard.outcomes() if unit.code in applicant.units}
        assert set(applicant.units) <= {unit.code for unit in standard.units}
        assert set(applicant.assessors) <= users
        assert {link.outcome for item in applicant.evidence for link in item.links} <= outcomes
        assert {score.outcome for score in applicant.scores} <= outcomes
        assert {score.assessor for score in applicant.scores} <= set(applicant.assessors)
    for exam in SAMPLE.exams:
        assert {members[key] for key in exam.present} == {exam.commission}
        assert all(SAMPLE.applicant(e.applicant).standard == exam.standard for e in exam.examinees)
        ExamScale.of(dict(exam.scale))
    everybody = [member for commission in SAMPLE.commissions for member in commission.members]
    secretaries = {member.key for member in everybody if member.role is MemberRole.SECRETARY}
    for sitting in SAMPLE.sittings:
        for item in sitting.items:
            voted = [member for member, _ in item.votes]
            recused = {recusal.member for recusal in item.recusals}
            assert set(voted) == set(sitting.present) - recused - secretaries, "the secretary keeps the minutes"
            assert SAMPLE.applicant(item.applicant).commission == sitting.commission


def test_a_reason_stands_wherever_an_outcome_is_not_reached() -> None:
    for applicant in SAMPLE.applicants:
        for score in applicant.scores:
            if score.result in {OutcomeResult.PARTLY, OutcomeResult.NOT_MET}:
                assert score.reason, (applicant.key, score.outcome)


def test_assessors_who_differ_have_agreed_in_every_case_before_the_sitting() -> None:
    for item in SAMPLE.sittings[0].items:
        applicant = SAMPLE.applicant(item.applicant)
        results: dict[str, set[OutcomeResult]] = {}
        for score in applicant.scores:
            results.setdefault(score.outcome, set()).add(score.result)
        differ = {outcome for outcome, found in results.items() if len(found) > 1}
        assert differ == {agreed.outcome for agreed in applicant.agreed}


def test_the_people_are_made_up() -> None:
    for applicant in SAMPLE.applicants:
        if applicant.personal_code:
            finding = check_personal_code(applicant.personal_code, ANCHOR)
            assert applicant.personal_code[7] == "0" and not finding.warnings
            assert finding.birth_date == applicant.birth_date
        else:
            assert applicant.original_name and applicant.document_number
        assert applicant.email.endswith(".example")
    letters = "".join(applicant.given_name + applicant.surname for applicant in SAMPLE.applicants)
    assert set("ĶĢŅĻŠŽ") <= set(letters)


def test_the_calendar_moves_by_whole_weeks_and_birthdays_stay() -> None:
    later: SampleInstitution = sample_institution.read(date(2028, 2, 29))
    before, after = SAMPLE.sittings[0].held_on, later.sittings[0].held_on
    assert (after - before).days % 7 == 0
    assert 0 <= (date(2028, 2, 29) - after).days - (ANCHOR - before).days < 7
    births = [[applicant.birth_date for applicant in sample.applicants] for sample in (SAMPLE, later)]
    assert births[0] == births[1]
    for sample, today in ((SAMPLE, ANCHOR), (later, date(2028, 2, 29))):
        assert all(applicant.received <= today for applicant in sample.applicants)
        assert all(exam.held_on <= today for exam in sample.exams)


def test_the_files_are_the_same_every_time() -> None:
    first, second = ({key: data for key, _, data in sample_institution.evidence_files(SAMPLE)} for _ in "ab")
    assert first == second
    assert len(first) == sum(len(applicant.evidence) for applicant in SAMPLE.applicants)
