"""The meetings of the sample: a sitting that decides, and exams with their protocols."""

from datetime import time, timedelta

from commission_app.exchange.sample_facts import SampleExam, SampleItem, SampleSitting
from commission_app.rules.vocabulary.sitting import SittingForm
from commission_app.services import decision_cards, decisions, exams, sitting_cards, sittings, votes
from commission_app.services.demo_calendar import Calendar, workday
from commission_app.services.demo_office import Stage
from commission_app.services.exams import ExamForm
from commission_app.services.sittings import MinuteTaker

REGISTERED = 2
"""So many decisions of a sitting are registered; the others wait on the desk to be signed."""


def plan(stage: Stage, calendar: Calendar) -> None:
    """Notes in the calendar every sitting and every exam."""
    for sitting in stage.sample.sittings:
        _plan_sitting(stage, calendar, sitting)
    for exam in stage.sample.exams:
        _plan_exam(stage, calendar, exam)
    last = max(stage.sample.sittings, key=lambda sitting: sitting.held_on)
    calendar.on(workday(last.held_on, 1), "16:00", "liga", lambda: _next_sitting(stage, last))


def _plan_sitting(stage: Stage, calendar: Calendar, facts: SampleSitting) -> None:
    day = facts.held_on
    calendar.on(day - timedelta(days=7), "10:30", "liga", lambda: _announce(stage, facts))
    calendar.on(day, facts.starts, "liga", lambda: _open(stage, facts))
    room = (_minutes(facts.ends) - _minutes(facts.starts)) // (len(facts.items) + 1)
    for place, item in enumerate(facts.items):
        hour = _clock_time(_minutes(facts.starts) + 5 + place * room)
        calendar.on(day, hour, "liga", _ItemOnTable(stage, facts, item, room - 5))
    calendar.on(day, facts.ends, "liga", lambda: _close(stage, facts))
    for place, item in enumerate(facts.items):
        signed = place < REGISTERED
        calendar.on(workday(day, 1), _clock_time(9 * 60 + 10 * place), "liga", _Draft(stage, item, signed=signed))


def _announce(stage: Stage, facts: SampleSitting) -> None:
    key = stage.office.do(
        sittings.plan,
        stage.commissions[facts.commission],
        facts.held_on,
        f"{facts.starts:%H:%M}",
        facts.place_lv,
        facts.form,
    )
    stage.sittings[facts.key] = key
    for item in facts.items:
        stage.office.do(sittings.put_on_agenda, key, stage.cases[item.applicant])


def _open(stage: Stage, facts: SampleSitting) -> None:
    key = stage.sittings[facts.key]
    stage.office.do(sittings.open_sitting, key)
    for member in facts.present:
        stage.office.do(sittings.arrive, key, stage.members[member])


class _ItemOnTable:
    """One item of the agenda: who takes no part, the vote, the decision or the postponement."""

    def __init__(self, stage: Stage, sitting: SampleSitting, facts: SampleItem, minutes: int) -> None:
        self.stage, self.sitting, self.facts, self.minutes = stage, sitting, facts, minutes

    def __call__(self) -> None:
        stage, office, facts = self.stage, self.stage.office, self.facts
        card = office.ask(sitting_cards.sitting_card, stage.sittings[self.sitting.key])
        item = next(line.item_id for line in card.agenda if line.case_id == stage.cases[facts.applicant])
        for recusal in facts.recusals:
            office.do(votes.recuse, item, stage.members[recusal.member], recusal.reason_lv)
        if facts.postponed_lv:
            office.do(votes.postpone, item, facts.postponed_lv)
            return
        office.do(votes.take_up, item)
        stage.clock.at += timedelta(minutes=self.minutes)
        for member, choice in facts.votes:
            office.do(votes.vote, item, stage.members[member], choice)
        office.do(votes.decide, item)


def _close(stage: Stage, facts: SampleSitting) -> None:
    taker = next(user for user in stage.sample.users if user.key == "liga")
    name = f"{taker.given_name} {taker.surname}"
    stage.office.do(sittings.close, stage.sittings[facts.key], MinuteTaker(name, taker.post_lv, taker.post_en))


class _Draft:
    """The draft decision gets its reasons; a signed one is registered."""

    def __init__(self, stage: Stage, facts: SampleItem, *, signed: bool) -> None:
        self.stage, self.facts, self.signed = stage, facts, signed

    def __call__(self) -> None:
        office, case = self.stage.office, self.stage.cases[self.facts.applicant]
        draft = office.ask(decision_cards.of_case, case)
        if draft is None:
            return
        office.do(decisions.edit_draft, draft.id, draft.version, self.facts.reasons_lv)
        if not self.signed:
            return
        draft = office.ask(decision_cards.card, draft.id)
        office.do(decisions.sign, draft.id, draft.version, self.stage.clock.at.date())
        draft = office.ask(decision_cards.card, draft.id)
        office.do(decisions.register, draft.id, draft.version)


def _next_sitting(stage: Stage, last: SampleSitting) -> None:
    day = last.held_on + timedelta(days=14)
    commission, hour = stage.commissions[last.commission], f"{last.starts:%H:%M}"
    stage.office.do(sittings.plan, commission, day, hour, last.place_lv, SittingForm.ON_SITE)


def _plan_exam(stage: Stage, calendar: Calendar, facts: SampleExam) -> None:
    day = facts.held_on
    calendar.on(day - timedelta(days=9), "11:00", "dace", lambda: _announce_exam(stage, facts))
    calendar.on(day, facts.ends, "dace", lambda: _record(stage, facts))


def _announce_exam(stage: Stage, facts: SampleExam) -> None:
    office = stage.office
    form = ExamForm(
        facts.held_on, facts.theory_max, facts.practice_max, dict(facts.scale), facts.room, facts.starts, facts.ends
    )
    key = office.do(exams.plan_exam, stage.editions[facts.standard], stage.commissions[facts.commission], form)
    stage.exams[facts.key] = key
    for examinee in facts.examinees:
        office.do(exams.enter_case, key, stage.cases[examinee.applicant])


def _record(stage: Stage, facts: SampleExam) -> None:
    office, key = stage.office, stage.exams[facts.key]
    office.do(exams.set_board, key, [stage.members[member] for member in facts.present])
    rows = {row.case_id: row for row in office.ask(exams.exam_card, key).examinees}
    for one in facts.examinees:
        row = rows[stage.cases[one.applicant]]
        office.do(exams.record, row.id, row.version, one.theory, one.practice, one.status, one.remark)
    office.do(exams.close_exam, key)


def _minutes(hour: time) -> int:
    return hour.hour * 60 + hour.minute


def _clock_time(minutes: int) -> time:
    return time(minutes // 60, minutes % 60)
