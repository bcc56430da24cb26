"""What can be signed: each paper with who signs it, what stands against that, and the bytes put forward."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any
from uuid import UUID

from commission_app.documents import decision as decision_paper
from commission_app.documents import exam_protocol as exam_paper
from commission_app.documents import minutes as minutes_paper
from commission_app.documents.house_style import Signatures, Signer, text_of
from commission_app.errors import Refusal, RefusedError, refusal
from commission_app.i18n import ENGLISH, LATVIAN, Language
from commission_app.models.case import Case, RecognitionCase
from commission_app.models.certificate import Certificate
from commission_app.models.decision import Decision
from commission_app.models.delivery import Letter
from commission_app.models.exam import Exam
from commission_app.models.register import BookClosing
from commission_app.models.sitting import Sitting
from commission_app.rules import registration
from commission_app.rules.registration import DecisionAct
from commission_app.rules.signing_route import PlannedStep
from commission_app.rules.vocabulary.certificate import CertificateState, PaperKind
from commission_app.rules.vocabulary.commission import MemberRole
from commission_app.rules.vocabulary.sitting import SittingState
from commission_app.services import letters, minutes_people, papers, people, registers
from commission_app.services.decision_cards import draft_facts
from commission_app.services.paper_decision import decision_facts
from commission_app.services.paper_exam import exam_facts
from commission_app.services.paper_minutes import minutes_facts
from commission_app.services.paper_sources import clerk, head_of_institution
from commission_app.store.work import Reading
from commission_app.wording.words import word

_ASIDE = frozenset({"letterhead", "signatures", "standing", "slips", "final_on", "draft"})


@dataclass(frozen=True)
class Subject:
    """A paper that can be signed: what it is, who signs it, and a fingerprint of what it says."""

    kind: PaperKind
    key: int
    uid: UUID
    number: str
    title: str
    day: date
    signers: tuple[PlannedStep, ...]
    render: Callable[[], bytes]
    fingerprint: str = ""
    against: tuple[Refusal, ...] = ()


def subject(reading: Reading, kind: PaperKind, key: int, language: Language) -> Subject:
    """One paper of a kind that is signed. Refused: a kind that nobody signs."""
    making = _MAKING.get(kind)
    if making is None:
        raise RefusedError("noun.absent", noun="paper", key=key)
    return making(reading, key, language)


def _decision(reading: Reading, key: int, language: Language) -> Subject:
    row = reading.get(Decision, key)
    case = reading.get(RecognitionCase, row.case_id)
    # What is signed is the decision itself, no longer its draft.
    facts = replace(decision_facts(reading, key, language), draft=False)
    standing = {one.act: one.refusals for one in registration.standings(draft_facts(reading.session, row))}
    return Subject(
        PaperKind.DECISION,
        row.id,
        row.uid,
        row.number,
        f"{case.number} · {people.full_name(people.name_on(case.person, row.decided_on))}",
        row.decided_on,
        _planned(facts.signatures),
        lambda: decision_paper.render(facts, language),
        _fingerprint(facts),
        standing[DecisionAct.SIGN],
    )


def _minutes(reading: Reading, key: int, language: Language) -> Subject:
    row = reading.get(Sitting, key)
    facts = minutes_facts(reading, key, language)
    against: tuple[Refusal, ...] = ()
    if row.state is not SittingState.CLOSED:
        against = (refusal("minutes.not_closed"),)
    elif row.signed_on is not None:
        against = (refusal("minutes.signed", day=row.signed_on),)
    steps = _planned(minutes_paper.signatures(facts.record))
    chair = minutes_people.presided(reading.session, row)
    if chair is not None and chair.role is not MemberRole.CHAIR:
        steps = tuple(replace(one, order=row.chair_order) if one.name == chair.name else one for one in steps)
    return Subject(
        PaperKind.MINUTES,
        row.id,
        row.uid,
        row.minutes_number or "",
        _half(row.commission, language),
        row.held_on,
        steps,
        lambda: minutes_paper.render(facts, language),
        _fingerprint(facts.record),
        against,
    )


def _exam_protocol(reading: Reading, key: int, language: Language) -> Subject:
    row = reading.get(Exam, key)
    facts = exam_facts(reading, key, language)
    number = row.protocol_number or ""
    return Subject(
        PaperKind.EXAM_PROTOCOL,
        row.id,
        row.uid,
        number,
        _half(row.edition.standard, language, "title"),
        row.held_on,
        _planned(facts.signatures),
        lambda: exam_paper.render(facts, language),
        _fingerprint(facts),
        () if row.closed else (refusal("signing.not_closed", number=number or "–"),),
    )


def _certificate(reading: Reading, key: int, language: Language) -> Subject:
    row = reading.get(Certificate, key)
    case = reading.get(RecognitionCase, row.case_id)
    over = row.state is CertificateState.ANNULLED
    return Subject(
        PaperKind.CERTIFICATE,
        row.id,
        row.uid,
        row.number,
        f"{case.number} · {people.full_name(people.name_on(case.person, row.issued_on))}",
        row.issued_on,
        _planned(Signatures((head_of_institution(reading.session, row.issued_on),))),
        lambda: papers.certificate(reading, key, language),
        against=(refusal("signing.annulled", number=row.number),) if over else (),
    )


def _letter(reading: Reading, key: int, language: Language) -> Subject:
    row = reading.get(Letter, key)
    case = reading.get(Case, row.case_id)
    return Subject(
        PaperKind.LETTER,
        row.id,
        row.uid,
        row.number or "",
        f"{case.number} · {row.title}",
        row.written_on,
        _planned(Signatures((head_of_institution(reading.session, row.written_on),))),
        lambda: letters.paper(reading, key, language),
    )


def _book(reading: Reading, key: int, language: Language) -> Subject:
    """The printed book of a closed year."""
    row = reading.get(BookClosing, key)
    number = f"{word(language, row.book)} {row.year}"
    return Subject(
        PaperKind.REGISTER_BOOK,
        row.id,
        row.uid,
        number,
        number,
        row.closed_on,
        _planned(Signatures((clerk(reading.actor), head_of_institution(reading.session, row.closed_on)))),
        lambda: registers.export(reading, row.book, row.year, "pdf", language),
        row.hash,
        (refusal("signing.not_closed", number=number),) if row.reopened_on is not None else (),
    )


_MAKING: dict[PaperKind, Callable[[Reading, int, Language], Subject]] = {
    PaperKind.DECISION: _decision,
    PaperKind.MINUTES: _minutes,
    PaperKind.EXAM_PROTOCOL: _exam_protocol,
    PaperKind.CERTIFICATE: _certificate,
    PaperKind.LETTER: _letter,
    PaperKind.REGISTER_BOOK: _book,
}


def _planned(signatures: Signatures) -> tuple[PlannedStep, ...]:
    """The signature block as steps, in its order; whoever stands there twice signs once."""
    found: dict[str, PlannedStep] = {}
    for one in signatures.signers:
        if one.name.strip():
            found.setdefault(one.name, PlannedStep(one.name, _said(one, LATVIAN), _said(one, ENGLISH)))
    return tuple(found.values())


def _said(signer: Signer, language: Language) -> str:
    try:
        return text_of(signer.post, language)
    except RefusedError:  # a post that is written in one language only is shown in that
        return ""


def _half(noun: object, language: Language, name: str = "name") -> str:
    return language.half(str(getattr(noun, f"{name}_lv")), str(getattr(noun, f"{name}_en")))


def _fingerprint(facts: Any) -> str:
    """What a paper says, without what may change while it is signed: its head, who signs, what became of it."""
    said = [(each.name, getattr(facts, each.name)) for each in fields(facts) if each.name not in _ASIDE]
    return hashlib.sha256(repr(said).encode()).hexdigest()
