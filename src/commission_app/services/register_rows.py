"""Lines of the books as printed: what the entry said, with what became of it later joined where a column asks."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any, TypeVar

from commission_app.documents.house_style import Text, Votes, text_of
from commission_app.documents.registers.appeals import AppealRow
from commission_app.documents.registers.applications import ApplicationRow
from commission_app.documents.registers.certificates import CertificateRow
from commission_app.documents.registers.column import Reference
from commission_app.documents.registers.decisions import DecisionRow
from commission_app.documents.registers.exams import ExamRow
from commission_app.i18n import Language
from commission_app.models.register import Entry
from commission_app.rules.quantities import Credits
from commission_app.rules.vocabulary.appeal import AppealKind, AppealOutcome, AppealState
from commission_app.rules.vocabulary.case import Channel, Procedure
from commission_app.rules.vocabulary.certificate import CertificateKind
from commission_app.rules.vocabulary.decision import (
    DecisionChange,
    DecisionState,
    DecisionVerdict,
    ProceduralKind,
    RefusalGround,
)
from commission_app.rules.vocabulary.standard import CreditUnit
from commission_app.services.contest_terms import Sent
from commission_app.wording.marks import mark_text
from commission_app.wording.words import word

Said = Mapping[str, Any]
BookRow = ApplicationRow | DecisionRow | CertificateRow | ExamRow | AppealRow
E = TypeVar("E", bound=StrEnum)
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


def said_of(entry: Entry) -> Said:
    """The facts that an entry states."""
    facts: Said = json.loads(entry.text)["facts"]
    return facts


def application(entry: Entry, said: Said, later: Later, language: Language) -> ApplicationRow:
    """A line of the register of applications."""
    due = _day(said["due_on"])
    outcome = word(language, later.outcome) if later.outcome else None
    if later.passed is not None:
        outcome = language.say_of("register", "exam passed" if later.passed else "exam not passed")
    return ApplicationRow(
        position=entry.position,
        number=entry.number.text,
        registered_on=_sure_day(said["registered_on"]),
        applicant=said["applicant"],
        programme=_programme(said["programme"], language),
        office_reference=_reference(said["office_reference"]),
        channel=_word(language, Channel, said["channel"]),
        representative=text_of(later.representative, language) or None,
        status=language.say_of("register", "student" if said["enrolled"] else "not a student"),
        procedure=_word(language, Procedure, said["procedure"]),
        fee_cents=said["fee_cents"],
        paid=_paid(said, language),
        due_on=due,
        decided=later.decided,
        outcome=outcome,
        days_late=_late(later.decided_on, due),
        file_index=said["file_index"] or None,
        remarks=_remarks(said, later, language),
        counts=later.corrected_by is None,
    )


def decision(entry: Entry, said: Said, later: Later, language: Language) -> DecisionRow:
    """A line of the register of decisions."""
    if "procedural" in said:
        return _procedural(entry, said, later, language)
    minutes, unit = said["minutes"], CreditUnit(said["credit_unit"])
    item = language.say_of("register", "item {number}", number=minutes["item"])
    day = _sure_day(said["day"])
    return DecisionRow(
        position=entry.position,
        number=entry.number.text,
        day=day,
        commission=_commission(said["commission"], language),
        case_number=said["case_number"],
        applicant=said["applicant"],
        programme=_programme(said["programme"], language),
        verdict=word(language, DecisionVerdict(said["verdict"])),
        minutes=Reference(minutes["number"], _day(minutes["day"]), item),
        application=_reference(said["application"]),
        thematic_area=said["thematic_area"] or None,
        procedure=_word(language, Procedure, said["procedure"]),
        units_claimed=said["units_claimed"],
        units_recognised=said["units_recognised"],
        credits_claimed=_credits(said["credits_claimed"], unit),
        credits_recognised=_credits(said["credits_recognised"], unit),
        credit_unit=word(language, unit) if unit is CreditUnit.HOURS else unit.value,
        refusal_ground=_word(language, RefusalGround, said["refusal_ground"]),
        votes=_votes(said["votes"]),
        signed=language.date(later.signed_on) if later.signed_on else None,
        sent=_sent(later.sent, language),
        notified_on=later.sent.notified_on if later.sent else None,
        contestable_until=later.sent.contest_until if later.sent else None,
        corrected_by=str(later.corrected_by) if later.corrected_by else None,
        days_late=_late(day, _day(said["deadline"])),
        file_index=said["file_index"] or None,
        remarks=_remarks_of_decision(said, later, language),
        control_sum=entry.hash[:CONTROL_SUM_LETTERS],
        counts=later.corrected_by is None and said.get("state") not in _OVER,
    )


def _sent(sent: Sent | None, language: Language) -> str | None:
    """When, how and under which number a decision left the office."""
    if sent is None:
        return None
    parts = (language.date(sent.sent_on), word(language, sent.channel), sent.item_number)
    return ", ".join(part for part in parts if part)


def _procedural(entry: Entry, said: Said, later: Later, language: Language) -> DecisionRow:
    """A decision on the course of a case: who signed it stands where others name the commission."""
    until = _day(said["until"])
    remark = language.say_of("register", "Until {day}", day=language.date(until)) if until else None
    return DecisionRow(
        position=entry.position,
        number=entry.number.text,
        day=_sure_day(said["day"]),
        commission=said["signed_by"],
        case_number=said["case_number"],
        applicant=said["applicant"],
        programme=_programme(said["programme"], language),
        verdict=word(language, ProceduralKind(said["procedural"])),
        application=_reference(said["application"]),
        procedure=_word(language, Procedure, said["procedure"]),
        signed=language.date(later.signed_on) if later.signed_on else None,
        corrected_by=str(later.corrected_by) if later.corrected_by else None,
        file_index=said["file_index"] or None,
        remarks=remark,
        control_sum=entry.hash[:CONTROL_SUM_LETTERS],
    )


def certificate(entry: Entry, said: Said, later: Later, language: Language) -> CertificateRow:
    """A line of the register of certificates."""
    born = _day(said["born"])
    form = " ".join(part for part in (said["form_series"], said["form_number"]) if part)
    annulled = None
    if later.annulled:
        annulled = f"{language.date(later.annulled[0])}, {later.annulled[1]}"
    return CertificateRow(
        position=entry.position,
        number=entry.number.text,
        kind=word(language, CertificateKind(said["kind"])),
        holder=said["holder"],
        qualification=_programme(said["programme"], language),
        made_on=_sure_day(said["made_on"]),
        form=form or None,
        identity=said["code"] or (language.date(born) if born else None),
        basis=_reference(said["basis"]),
        mark=mark_text(language, said["mark"]) if said["mark"] else None,
        handed_on=later.handed_on,
        handed_to=text_of(later.handed_to, language) or None,
        annulled=annulled,
        remarks=_remarks(said, later, language),
    )


def exam(entry: Entry, said: Said, later: Later, language: Language) -> ExamRow:
    """A line of the register of exams."""
    numbers = later.certificates
    return ExamRow(
        position=entry.position,
        number=entry.number.text,
        day=_sure_day(said["day"]),
        qualification=_programme(said["qualification"], language),
        commission=_commission(said["commission"], language),
        entered=said["entered"],
        sat=said["sat"],
        passed=said["passed"],
        failed=said["failed"],
        absent=said["absent"],
        delegation=_delegation(said.get("delegation"), language),
        expelled=said["expelled"],
        certificate_numbers="–".join(dict.fromkeys((numbers[0], numbers[-1]))) if numbers else None,
        remarks=_remarks(said, later, language),
        counts=later.corrected_by is None,
    )


def appeal(entry: Entry, said: Said, later: Later, language: Language) -> AppealRow:
    """A line of the register of appeals."""
    known = word(language, Channel(said["channel"]))
    how = f"{word(language, AppealKind(said['kind']))}, {known}"
    sent, pages = _day(said["sent_on"]), said["file_pages"]
    handed = [said["body"], language.date(sent)] if sent else []
    if sent and pages:
        handed.append(language.count("{n} page", "{n} pages", pages))
    outcome = said["outcome"]
    came = word(language, AppealOutcome(outcome)) if outcome else ""
    if said["state"] == AppealState.WITHDRAWN:
        came = word(language, AppealState.WITHDRAWN)
    court = _day(said["court_on"])
    return AppealRow(
        position=entry.position,
        number=entry.number.text,
        received=Reference(language.date(_sure_day(said["received_on"])), None, how),
        applicant=said["applicant"],
        against=Reference(said["against"]["number"], _day(said["against"]["day"])),
        in_time=_in_time(said, language),
        handed_over=", ".join(handed) or None,
        body=said["body"] or None,
        outcome=Reference(came, _day(said["outcome_on"]), said["outcome_number"]) if came else None,
        new_decision=later.decided,
        certificate=_certificate(later, language),
        court=Reference(said["court_reference"], court) if court else None,
        remarks=_cited(later, language),
    )


def _in_time(said: Said, language: Language) -> str:
    until = _day(said["term_until"])
    if until is None:
        return language.say_of("register", "the term has not begun")
    if _sure_day(said["received_on"]) <= until:
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
    until = _day(said["until"])
    return ", ".join((said["number"], language.date(until)) if until else (said["number"],))


def _word(language: Language, words: type[E], value: str | None) -> str | None:
    return word(language, words(value)) if value else None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _sure_day(text: str) -> date:
    return date.fromisoformat(text)


def _reference(said: Said | None) -> Reference | None:
    return Reference(said["number"], _day(said["day"])) if said else None


def _credits(thousandths: int, unit: CreditUnit) -> Decimal:
    return Credits.from_thousandths(thousandths, unit).decimal()


def _votes(said: Said | None) -> Votes | None:
    if said is None:
        return None
    return Votes(said["for"], said["against"], said["abstained"], ("",) * said["not_taking_part"])


def _in(language: Language, said: Said) -> str:
    """A text in the language of the book; the other half where there is only one."""
    return str((said["en"] if language.code == "en" else said["lv"]) or said["lv"])


def _programme(said: Said, language: Language) -> str:
    parts = [_in(language, said), said["code"]]
    if said["lki"] is not None and said.get("pkl") is not None:
        text = "LKI level {lki}, professional qualification level {pkl}"
        parts.append(language.say_of("paper", text, lki=said["lki"], pkl=said["pkl"]))
    elif said["lki"] is not None:
        parts.append(language.say_of("paper", "LKI level {lki}", lki=said["lki"]))
    return ", ".join(part for part in parts if part)


def _commission(said: Said, language: Language) -> str:
    day = _day(said["order_date"])
    if not said["order_number"] or day is None:
        return _in(language, said)
    order = language.say_of("paper", "order No. {number}, {day}", number=said["order_number"], day=language.date(day))
    return f"{_in(language, said)}, {order}"


def _paid(said: Said, language: Language) -> str | None:
    day = _day(said["paid_on"])
    parts = (language.date(day) if day else "", said["payment_document"], said["payer"])
    return ", ".join(part for part in parts if part) or None


def _late(day: date | None, due: date | None) -> int | None:
    late = (day - due).days if day and due else 0
    return late if late > 0 else None


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
        until = _day(said["condition"]["until"])
        return language.say_of("register", "On a condition until {day}", day=language.date(until) if until else "")
    return _remarks(said, later, language)


def _remarks(said: Said, later: Later, language: Language) -> str | None:
    if later.corrects is None:
        return None
    return language.say_of(
        "register", "Corrects entry {position}: {note}", position=later.corrects, note=said.get("correction", "")
    )
