"""The rows of Today in words: which case or sitting, and the sentence why it stands there."""

import json

from commission_app.i18n import Language
from commission_app.rules.vocabulary.deadline import Urgency
from commission_app.services.drafts import DraftLine
from commission_app.services.signing_queue import Waiting
from commission_app.services.today import CaseNotice, SittingNotice
from commission_app.ui.places import Place
from commission_app.ui.today.notices import Notice
from commission_app.ui.two_languages import half
from commission_app.wording.convocation import clock_text, expected_text
from commission_app.wording.deadline import due_sentence
from commission_app.wording.sentences import sentence
from commission_app.wording.words import word

_TONES = {Urgency.LATE: ("bad", "warn"), Urgency.SOON: ("warn", "clock"), Urgency.FINE: ("neutral", "clock")}
_NAMES = 4
FORMS = {"intake": Place("intake")}
"""The forms that can be taken up again from Today, and where."""


def late(language: Language, row: CaseNotice) -> Notice:
    """A case whose decision is due."""
    why = due_sentence(language, row.deadline, row.due) if row.due else ""
    tone, icon = _TONES[row.due.urgency] if row.due else ("neutral", "clock")
    return Notice(_name(row), why, Place("case", row.case_id), tone, icon)


def lacking(language: Language, row: CaseNotice) -> Notice:
    """A case in which something is missing."""
    why = sentence(language, row.why) if row.why else ""
    return Notice(_name(row), why, Place("case", row.case_id, "application"), "warn", "info")


def hearing(language: Language, row: CaseNotice) -> Notice:
    """A case that is scored, or was postponed, and belongs on an agenda."""
    due = due_sentence(language, row.deadline, row.due) if row.due else ""
    why = " · ".join(part for part in (_programme(language, row), due) if part)
    return Notice(_name(row), why, Place("case", row.case_id), "info", "sittings")


def clash(language: Language, row: CaseNotice) -> Notice:
    """A case that is due before the next sitting of its commission."""
    due = due_sentence(language, row.deadline, row.due) if row.due else ""
    sits = (
        language.say("the next sitting is only on {day}!", day=language.date(row.day))
        if row.day is not None
        else language.say("no sitting is planned!")
    )
    return Notice(_name(row), f"{due} – {sits}", Place("case", row.case_id), "bad", "calendar")


def asked(language: Language, row: CaseNotice) -> Notice:
    """A case whose applicant was asked for something and has not answered yet."""
    why = due_sentence(language, row.deadline, row.due) if row.due else _programme(language, row)
    return Notice(_name(row), why, Place("case", row.case_id, "papers"), "info", "clock")


def sent(language: Language, row: CaseNotice) -> Notice:
    """A case of which something is under way to the applicant, or has come back."""
    if row.returned:
        why = language.say("an item came back; it is to be sent again")
        return Notice(_name(row), why, Place("case", row.case_id, "papers"), "bad", "back")
    return Notice(_name(row), _programme(language, row), Place("case", row.case_id, "papers"), "info", "clock")


def contestable(language: Language, row: CaseNotice) -> Notice:
    """A case whose decision may still be contested."""
    why = language.say("may be contested until {day}", day=language.date(row.day)) if row.day is not None else ""
    return Notice(_name(row), why, Place("case", row.case_id, "appeals"), "neutral", "scale")


def drafted(language: Language, row: CaseNotice) -> Notice:
    """A decision that waits for its signature and registration."""
    return Notice(_name(row), _programme(language, row), Place("case", row.case_id, "decision"), "info", "edit")


def certificate(language: Language, row: CaseNotice) -> Notice:
    """A case whose certificate is due."""
    return Notice(_name(row), _programme(language, row), Place("case", row.case_id, "decision"), "info", "certificate")


def sitting(language: Language, row: SittingNotice) -> Notice:
    """A sitting that comes."""
    day = language.date(row.held_on)
    text = f"{day} {clock_text(language, row.planned_at)}".strip()
    said = [
        half(language, row.commission_lv, row.commission_en),
        language.count("{n} case", "{n} cases", row.cases),
        language.say("{waiting} of them undecided", waiting=row.waiting) if row.waiting != row.cases else "",
        expected_text(language, row.expected) if row.expected is not None else word(language, row.state),
    ]
    return Notice(text, " · ".join(part for part in said if part), Place("sitting", row.sitting_id), "info", "sittings")


def signing(language: Language, waiting: Waiting) -> list[Notice]:
    """Papers that wait for signatures: mine first, then by whose turn it is, then those that were given back."""
    place, found = Place("signing"), []
    if waiting.mine:
        mine = language.count("{n} paper", "{n} papers", waiting.mine)
        found.append(Notice(mine, language.say("waits for my signature"), place, "warn", "edit"))
    others = waiting.total - waiting.mine
    if others:
        told = ", ".join(f"{name} ({language.number(count)})" for name, count in waiting.by_name[:_NAMES])
        text = language.count("{n} paper", "{n} papers", others)
        found.append(Notice(text, language.say("whose turn it is: {names}", names=told), place, "info", "clock"))
    if waiting.returned:
        back = language.count("{n} paper", "{n} papers", waiting.returned)
        found.append(Notice(back, language.say("given back unsigned"), place, "bad", "back"))
    return found


def draft(language: Language, line: DraftLine) -> Notice | None:
    """A form that was begun and not stored."""
    place = FORMS.get(line.form)
    if place is None:
        return None
    why = _begun_for(line.text) or language.say("kept as a draft")
    return Notice(language.say("Resume the application begun"), why, place, "info", "edit")


def _begun_for(text: str) -> str:
    """The name typed into a kept form, so that one knows whose it is."""
    try:
        kept = json.loads(text)
    except ValueError:
        return ""
    return " ".join(str(kept.get(name, "")) for name in ("given_name", "family_name")).strip()


def _programme(language: Language, row: CaseNotice) -> str:
    return half(language, row.standard_lv, row.standard_en)


def _name(row: CaseNotice) -> str:
    return f"{row.number} · {row.title}"
