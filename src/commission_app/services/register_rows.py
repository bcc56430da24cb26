"""Lines of the books as printed: what the entry said, with what became of it later joined where a column asks."""

import json
from dataclasses import dataclass
from datetime import date

from commission_app.documents.house_style import Text, text_of
from commission_app.documents.registers.appeals import AppealRow
from commission_app.documents.registers.applications import ApplicationRow
from commission_app.documents.registers.certificates import CertificateRow
from commission_app.documents.registers.column import Reference
from commission_app.documents.registers.decisions import DecisionRow
from commission_app.documents.registers.exams import ExamRow
from commission_app.i18n import Language
from commission_app.models.register import Entry
from commission_app.rules.vocabulary.appeal import AppealKind, AppealOutcome, AppealState
from commission_app.rules.vocabulary.blank import LossReason
from commission_app.rules.vocabulary.case import CaseState, Channel, Procedure
from commission_app.rules.vocabulary.certificate import CertificateKind
from commission_app.rules.vocabulary.decision import (
    DecisionChange,
    DecisionState,
    DecisionVerdict,
    ProceduralKind,
    RefusalGround,
)
from commission_app.rules.vocabulary.signing import SigningWay
from commission_app.rules.vocabulary.standard import CreditUnit
from commission_app.services.contest_terms import Sent
from commission_app.services.register_row_words import (
    Said,
    certified,
    commission,
    credit_amount,
    day_of,
    days_late,
    paid,
    programme,
    reference,
    sure_day,
    votes_of,
    word_or_none,
)
from commission_app.wording.marks import mark_text
from commission_app.wording.words import word

BookRow = ApplicationRow | DecisionRow | CertificateRow | ExamRow | AppealRow
CONTROL_SUM_LETTERS = 16
_OVER = frozenset({DecisionState.REPLACED, DecisionState.REPEALED})


@dataclass(frozen=True)
class Later:
    """What became of an entry's subject after the entry was made."""

    decided: Reference | None = None
    outcome: DecisionVerdict | None = None
    passed: bool | None = None
    decided_on: date | None = None
    signed_on: date | None = None
    handed_on: date | None = None
    annulled: tuple[date, str] | None = None
    certificates: tuple[str, ...] = ()
    corrected_by: int | None = None
    corrects: int | None = None
    representative: Text = ""
    handed_to: Text = ""
    sent: Sent | None = None
    annexes: tuple[int, int | None] | None = None
    paid: tuple[date, str, str] | None = None
    asked: tuple[date, date | None] | None = None
    extended_to: date | None = None
    file_index: str = ""
    left: CaseState | None = None
    course: ProceduralKind | None = None
    contested: tuple[date, AppealOutcome | AppealState] | None = None
    tests: tuple[tuple[date | None, bool], ...] = ()
    signed_how: SigningWay | None = None
    viis: tuple[date, str] | None = None
    appeals: int | None = None


def said_of(entry: Entry) -> Said:
    """The facts that an entry states."""
    facts: Said = json.loads(entry.text)["facts"]
    return facts


def application(entry: Entry, said: Said, later: Later, language: Language) -> ApplicationRow:
    """A line of the register of applications."""
    due = day_of(said["due_on"])
    return ApplicationRow(
        position=entry.position,
        number=entry.number.text,
        registered_on=sure_day(said["registered_on"]),
        applicant=said["applicant"],
        programme=programme(said["programme"], language),
        office_reference=reference(said["office_reference"]),
        channel=word_or_none(language, Channel, said["channel"]),
        representative=text_of(later.representative, language) or None,
        status=language.say_of("register", "student" if said["enrolled"] else "not a student"),
        procedure=word_or_none(language, Procedure, said["procedure"]),
        annexes=_annexes(later, language),
        fee_cents=said["fee_cents"],
        paid=paid(said, later.paid, language),
        shortcomings=_shortcomings(later, language),
        due_on=due,
        extended_to=later.extended_to,
        decided=later.decided,
        outcome=_outcome(later, language),
        days_late=days_late(later.decided_on, later.extended_to or due),
        file_index=later.file_index or said["file_index"] or None,
        remarks=_remarks(said, later, language),
        counts=later.corrected_by is None,
    )


def _annexes(later: Later, language: Language) -> str | None:
    """How many annexes came, and how many pages their files have where that is known."""
    if later.annexes is None:
        return None
    items, pages = later.annexes
    return ", ".join((language.number(items), *([language.count("{n} page", "{n} pages", pages)] if pages else [])))


def _shortcomings(later: Later, language: Language) -> str | None:
    """When the office asked for what was missing, and when the answer came."""
    if later.asked is None:
        return None
    return " / ".join(language.date(day) if day else "–" for day in later.asked)


def _outcome(later: Later, language: Language) -> str | None:
    if later.passed is not None:
        return language.say_of("register", "exam passed" if later.passed else "exam not passed")
    said = later.outcome or later.course or later.left
    return word(language, said) if said else None


def decision(entry: Entry, said: Said, later: Later, language: Language) -> DecisionRow:
    """A line of the register of decisions."""
    if "procedural" in said:
        return _procedural(entry, said, later, language)
    minutes, unit = said["minutes"], CreditUnit(said["credit_unit"])
    item = language.say_of("register", "item {number}", number=minutes["item"])
    day = sure_day(said["day"])
    return DecisionRow(
        position=entry.position,
        number=entry.number.text,
        day=day,
        commission=commission(said["commission"], language),
        case_number=said["case_number"],
        applicant=said["applicant"],
        programme=programme(said["programme"], language),
        verdict=word(language, DecisionVerdict(said["verdict"])),
        minutes=Reference(minutes["number"], day_of(minutes["day"]), item),
        application=reference(said["application"]),
        thematic_area=said["thematic_area"] or None,
        procedure=word_or_none(language, Procedure, said["procedure"]),
        units_claimed=said["units_claimed"],
        units_recognised=said["units_recognised"],
        credits_claimed=credit_amount(said["credits_claimed"], unit),
        credits_recognised=credit_amount(said["credits_recognised"], unit),
        credit_unit=word(language, unit) if unit is CreditUnit.HOURS else unit.value,
        refusal_ground=word_or_none(language, RefusalGround, said["refusal_ground"]),
        votes=votes_of(said["votes"]),
        test=_tests(later, language),
        signed=_signed(later, language),
        sent=_sent(later.sent, language),
        notified_on=later.sent.notified_on if later.sent else None,
        contestable_until=later.sent.contest_until if later.sent else None,
        contested=_contested(later, language),
        corrected_by=str(later.corrected_by) if later.corrected_by else None,
        days_late=days_late(day, day_of(said["deadline"])),
        file_index=said["file_index"] or None,
        remarks=_remarks_of_decision(said, later, language),
        control_sum=entry.hash[:CONTROL_SUM_LETTERS],
        counts=later.corrected_by is None and said.get("state") not in _OVER,
    )


def _tests(later: Later, language: Language) -> str | None:
    """The tests ordered by the commission, each with its day and whether it was passed."""
    said = []
    for day, passed in later.tests:
        result = language.say_of("register", "passed" if passed else "not passed")
        said.append(", ".join((language.date(day), result)) if day else result)
    return "; ".join(said) or None


def _signed(later: Later, language: Language) -> str | None:
    """When, and how where the paper went through its signers here."""
    if later.signed_on is None:
        return None
    how = word(language, later.signed_how) if later.signed_how else ""
    return ", ".join(part for part in (language.date(later.signed_on), how) if part)


def _contested(later: Later, language: Language) -> str | None:
    if later.contested is None:
        return None
    day, came = later.contested
    return f"{language.date(day)}, {word(language, came)}"


def _sent(sent: Sent | None, language: Language) -> str | None:
    """When, how and under which number a decision left the office."""
    if sent is None:
        return None
    parts = (language.date(sent.sent_on), word(language, sent.channel), sent.item_number)
    return ", ".join(part for part in parts if part)


def _procedural(entry: Entry, said: Said, later: Later, language: Language) -> DecisionRow:
    """A decision on the course of a case: who signed it stands where others name the commission."""
    until = day_of(said["until"])
    remark = language.say_of("register", "Until {day}", day=language.date(until)) if until else None
    return DecisionRow(
        position=entry.position,
        number=entry.number.text,
        day=sure_day(said["day"]),
        commission=said["signed_by"],
        case_number=said["case_number"],
        applicant=said["applicant"],
        programme=programme(said["programme"], language),
        verdict=word(language, ProceduralKind(said["procedural"])),
        application=reference(said["application"]),
        procedure=word_or_none(language, Procedure, said["procedure"]),
        signed=_signed(later, language),
        sent=_sent(later.sent, language),
        notified_on=later.sent.notified_on if later.sent else None,
        corrected_by=str(later.corrected_by) if later.corrected_by else None,
        file_index=said["file_index"] or None,
        remarks=remark,
        control_sum=entry.hash[:CONTROL_SUM_LETTERS],
    )


def certificate(entry: Entry, said: Said, later: Later, language: Language) -> CertificateRow:
    """A line of the register of certificates."""
    born = day_of(said["born"])
    form = " ".join(part for part in (said["form_series"], said["form_number"]) if part)
    annulled = None
    if later.annulled:
        annulled = f"{language.date(later.annulled[0])}, {later.annulled[1]}"
    return CertificateRow(
        position=entry.position,
        number=entry.number.text,
        kind=word(language, CertificateKind(said["kind"])),
        holder=said["holder"],
        qualification=certified(said, language),
        made_on=sure_day(said["made_on"]),
        form=form or None,
        identity=said["code"] or (language.date(born) if born else None),
        basis=reference(said["basis"]),
        mark=mark_text(language, said["mark"]) if said["mark"] else None,
        handed_on=later.handed_on,
        handed_to="; ".join(part for part in (text_of(later.handed_to, language), _sent(later.sent, language)) if part)
        or None,
        duplicate=_duplicate(said.get("duplicate"), language),
        annulled=annulled,
        reported=_entered_in_viis(later, language),
        remarks=_remarks(said, later, language),
    )


def _duplicate(said: Said | None, language: Language) -> str | None:
    """For which number, why, and where the loss was announced."""
    if not said:
        return None
    announced = day_of(said["announced_on"])
    parts = (
        language.say_of("register", "for No. {number}", number=said["of"]),
        word_or_none(language, LossReason, said["reason"]),
        said["announced_in"],
        language.date(announced) if announced else "",
    )
    return ", ".join(part for part in parts if part)


def _entered_in_viis(later: Later, language: Language) -> str | None:
    if later.viis is None:
        return None
    day, name = later.viis
    return ", ".join(part for part in (language.date(day), name) if part)


def exam(entry: Entry, said: Said, later: Later, language: Language) -> ExamRow:
    """A line of the register of exams."""
    numbers = later.certificates
    return ExamRow(
        position=entry.position,
        number=entry.number.text,
        day=sure_day(said["day"]),
        qualification=programme(said["qualification"], language),
        commission=commission(said["commission"], language),
        entered=said["entered"],
        sat=said["sat"],
        passed=said["passed"],
        failed=said["failed"],
        absent=said["absent"],
        delegation=_delegation(said.get("delegation"), language),
        expelled=said["expelled"],
        appeals=later.appeals,
        certificate_numbers="–".join(dict.fromkeys((numbers[0], numbers[-1]))) if numbers else None,
        remarks=_remarks(said, later, language),
        counts=later.corrected_by is None,
    )


def appeal(entry: Entry, said: Said, later: Later, language: Language) -> AppealRow:
    """A line of the register of appeals."""
    known = word(language, Channel(said["channel"]))
    how = f"{word(language, AppealKind(said['kind']))}, {known}"
    sent, pages = day_of(said["sent_on"]), said["file_pages"]
    handed = [said["body"], language.date(sent)] if sent else []
    if sent and pages:
        handed.append(language.count("{n} page", "{n} pages", pages))
    outcome = said["outcome"]
    came = word(language, AppealOutcome(outcome)) if outcome else ""
    if said["state"] == AppealState.WITHDRAWN:
        came = word(language, AppealState.WITHDRAWN)
    court = day_of(said["court_on"])
    return AppealRow(
        position=entry.position,
        number=entry.number.text,
        received=Reference(entry.number.text, sure_day(said["received_on"]), how),
        applicant=said["applicant"],
        against=Reference(said["against"]["number"], day_of(said["against"]["day"])),
        in_time=_in_time(said, language),
        handed_over=", ".join(handed) or None,
        body=said["body"] or None,
        outcome=Reference(came, day_of(said["outcome_on"]), said["outcome_number"]) if came else None,
        new_decision=later.decided,
        certificate=_certificate(later, language),
        court=Reference(said["court_reference"], court) if court else None,
        remarks=_cited(later, language),
    )


def _in_time(said: Said, language: Language) -> str:
    until = day_of(said["term_until"])
    if until is None:
        return language.say_of("register", "the term has not begun")
    if sure_day(said["received_on"]) <= until:
        return language.say_of("register", "yes, until {day}", day=language.date(until))
    if said["late_reason"]:
        return language.say_of("register", "term restored")
    return language.say_of("register", "no, until {day}", day=language.date(until))


def _certificate(later: Later, language: Language) -> str | None:
    if later.annulled is None:
        return None
    day, _ = later.annulled
    return language.say_of("register", "annulled on {day}", day=language.date(day))


def _cited(later: Later, language: Language) -> str | None:
    """A line about what came of an appeal goes on from the one before; the newest is what holds."""
    if later.corrects is None:
        return None
    return language.say_of("register", "Continues entry {position}", position=later.corrects)


def _delegation(said: Said | None, language: Language) -> str | None:
    """The number of the contract, and until when it holds where that is settled."""
    if not said:
        return None
    until = day_of(said["until"])
    return ", ".join((said["number"], language.date(until)) if until else (said["number"],))


def _remarks_of_decision(said: Said, later: Later, language: Language) -> str | None:
    """What a further line says of the decision; of a new one, which it replaces."""
    change, old = said.get("change"), said.get("replaces")
    if change and later.corrects is not None:
        return language.say_of(
            "register",
            "Entry {position}: {change}. {note}",
            position=later.corrects,
            change=word(language, DecisionChange(change)),
            note=said.get("correction", ""),
        )
    if old and later.corrects is None:
        return language.say_of("register", "Replaces decision {number}", number=old["number"])
    if said.get("condition") and later.corrects is None:
        until = day_of(said["condition"]["until"])
        return language.say_of("register", "On a condition until {day}", day=language.date(until) if until else "")
    return _remarks(said, later, language)


def _remarks(said: Said, later: Later, language: Language) -> str | None:
    if later.corrects is None:
        return None
    return language.say_of(
        "register", "Corrects entry {position}: {note}", position=later.corrects, note=said.get("correction", "")
    )
