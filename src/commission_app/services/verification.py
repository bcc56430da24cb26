"""Verification of a paper: its signatures, its code, every fact beside what the paper shows, and the register."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path

from commission_app.documents.signing import check_pdf
from commission_app.errors import Refusal, RefusedError, TroubleError, refusal
from commission_app.exchange import code_reader, key_file, payload, pdf_words
from commission_app.exchange.code_reader import Carried, Carrier, FoundCode
from commission_app.exchange.payload import Opened
from commission_app.i18n import Language
from commission_app.rules.authenticity import SignatureFact
from commission_app.rules.credential_payload import Signed
from commission_app.rules.vocabulary.evidence import SignatureVerdict
from commission_app.rules.vocabulary.key import CodeVerdict, FactMatch, KeyState, Outcome, PayloadDetail, SignedFact
from commission_app.services import keys, printed_facts, scanned_facts, trust, verification_register
from commission_app.services.code_trust import CodeSigner, judged
from commission_app.services.keys import Known
from commission_app.services.printed_facts import FactLine
from commission_app.services.scanned_facts import SeenFacts
from commission_app.services.verification_register import NOT_ASKED, Registered
from commission_app.store.work import Reading

Register = Callable[[str], Registered]
_GRAVE = (SignatureVerdict.CHANGED, SignatureVerdict.BROKEN, SignatureVerdict.REVOKED_SIGNER)
_SOUND = (SignatureVerdict.TRUSTED, SignatureVerdict.NONE)


@dataclass(frozen=True)
class Surroundings:
    """What a check may rest on: known keys, trusted certificates, and a register where there is one."""

    keys: tuple[Known, ...] = ()
    anchors: tuple[str, ...] = ()
    register: Register | None = None


@dataclass(frozen=True)
class Verified:
    """What was found about one file: all of it in one sentence, then each finding, the gravest first."""

    file: str
    sha256: str
    outcome: Outcome
    headline: Refusal
    said: tuple[Refusal, ...]
    verdict: CodeVerdict
    signer: CodeSigner | None
    detail: PayloadDetail | None
    facts: tuple[FactLine, ...]
    signatures: tuple[SignatureFact, ...]
    registered: Registered


@dataclass
class _Findings:
    """What is gathered on the way: against the paper, open questions, and what speaks for it."""

    wrong: list[Refusal]
    open: list[Refusal]
    good: list[Refusal]


def verify(reading: Reading, file: str, data: bytes, language: Language) -> Verified:
    """One file, judged with the keys, the trusted certificates and the register of this office; nothing is stored.

    Refused: a file that is no PDF, picture or code, is empty or too large.
    """
    around = Surroundings(
        keys.known(reading),
        trust.trusted(reading.session),
        lambda number: verification_register.look_up(reading, number),
    )
    return examined(file, data, language, around)


def verify_files(reading: Reading, paths: tuple[Path, ...], language: Language) -> tuple[Verified, ...]:
    """Files of the disk, one after the other; one that cannot be read says so without holding up the others."""
    found = []
    for done, path in enumerate(paths):
        reading.progress.step(done, len(paths))
        try:
            found.append(verify(reading, path.name, path.read_bytes(), language))
        except TroubleError as trouble:
            found.append(_unread(path.name, trouble.refusal))
        except OSError as trouble:
            why = trouble.strerror or str(trouble)
            found.append(_unread(path.name, refusal("ui.file_unreadable", file=path.name, why=why)))
    return tuple(found)


def verify_text(reading: Reading, text: str, language: Language) -> Verified:
    """The letters of a code, as a hand scanner types them."""
    name = language.say("code typed in")
    try:
        return verify(reading, name, "".join(text.splitlines()).strip().encode(), language)
    except TroubleError as trouble:
        return _unread(name, trouble.refusal)


def _unread(file: str, why: Refusal) -> Verified:
    return Verified(file, "", Outcome.UNJUDGED, why, (), CodeVerdict.NONE, None, None, (), (), NOT_ASKED)


def known_by_file(file: str, data: bytes) -> Known:
    """A key that is known only by its file: the institution's name is what the file says. Refused: no key in it."""
    key = key_file.read(file, data)
    return Known(key.fingerprint, key.pem, key.name or file, False, KeyState.IN_USE, date.min, source=file)


def examined(file: str, data: bytes, language: Language, around: Surroundings) -> Verified:
    """One file, judged by what is given; it needs neither network nor database."""
    carried = code_reader.read(file, data)
    told = _Findings([], [], [])
    signatures = check_pdf(data, around.anchors) if carried.carrier is Carrier.PDF else ()
    _weigh_signatures(signatures, told)
    opened, verdict, code = _opened(carried, told)
    signer: CodeSigner | None = None
    facts: tuple[FactLine, ...] = ()
    registered = NOT_ASKED
    if opened is not None:
        verdict, signer = judged(opened, around.keys)
        _weigh_code(verdict, signer, opened.signed, told)
        if around.register is not None and (signer is None or signer.own):
            registered = around.register(opened.signed.record.number)
        signed = verification_register.completed(opened.signed, registered)
        facts = _facts(file, data, carried, signed, registered, language, told)
        _weigh_register(registered, signed, signer, data, told)
    elif not signatures and code is None:
        told.open.append(refusal("verify.nothing"))
    elif code is None:
        told.open.append(refusal("verify.no_code"))
    return _verified(file, data, told, verdict, signer, opened, facts, signatures, registered)


def _opened(carried: Carried, told: _Findings) -> tuple[Opened | None, CodeVerdict, FoundCode | None]:
    """The code of a file, taken apart; the first that can be read, and a word where several say different things."""
    found: list[tuple[Opened, FoundCode]] = []
    verdict = CodeVerdict.NONE
    for code in carried.codes:
        try:
            found.append((payload.opened(code.text), code))
        except RefusedError as trouble:
            newer = trouble.reason == "payload.newer"
            verdict = CodeVerdict.NEWER if newer else CodeVerdict.UNREADABLE
    if not found:
        if verdict is not CodeVerdict.NONE:
            newer = verdict is CodeVerdict.NEWER
            told.open.append(refusal("verify.code_newer") if newer else refusal("verify.code_unreadable"))
            return None, verdict, carried.codes[0]
        return None, verdict, None
    if len({one.covered for one, _ in found}) > 1:
        told.wrong.append(refusal("verify.codes_differ", count=len(found)))
    return found[0][0], CodeVerdict.UNKNOWN_KEY, found[0][1]


def _weigh_signatures(signatures: Sequence[SignatureFact], told: _Findings) -> None:
    for one in signatures:
        if one.verdict in _GRAVE:
            told.wrong.append(refusal("verify.signature_wrong", signer=one.signer or "–", verdict=one.verdict))
        elif one.verdict not in _SOUND:
            told.open.append(refusal("verify.signature_open", signer=one.signer or "–", verdict=one.verdict))
        else:
            told.good.append(refusal("verify.signature_good", signer=one.signer or "–"))


def _weigh_code(verdict: CodeVerdict, signer: CodeSigner | None, signed: Signed, told: _Findings) -> None:
    fingerprint = printed_facts.in_fours(signer.fingerprint if signer else "")
    match verdict:
        case CodeVerdict.TRUSTED if signer:
            told.good.append(refusal("verify.code_good", name=signer.name, fingerprint=fingerprint))
        case CodeVerdict.BROKEN:
            told.wrong.append(refusal("verify.code_broken"))
        case CodeVerdict.COMPROMISED if signer:
            told.wrong.append(refusal("verify.code_compromised", name=signer.name, since=signer.compromised_from))
        case CodeVerdict.DOUBTFUL if signer:
            told.open.append(refusal("verify.code_doubtful", name=signer.name, since=signer.compromised_from))
        case CodeVerdict.OUT_OF_TIME if signer:
            told.open.append(refusal("verify.code_out_of_time", name=signer.name, day=signed.signed_on))
        case _:
            told.open.append(refusal("verify.code_unknown", name=signed.record.issuer.name.lv))
    if signed.detail in (PayloadDetail.CODES, PayloadDetail.SUMMARY):
        told.good.append(refusal("verify.short_code", detail=signed.detail, units=signed.units))


def _facts(
    file: str,
    data: bytes,
    carried: Carried,
    signed: Signed,
    registered: Registered,
    language: Language,
    told: _Findings,
) -> tuple[FactLine, ...]:
    """Every signed fact beside what the file shows, as text where it has one, as a picture where it has not."""
    if carried.carrier is Carrier.TEXT:
        told.good.append(refusal("verify.only_code"))
        return printed_facts.unread(signed, language)
    text = "\n".join(pdf_words.texts(file, data)) if carried.carrier is Carrier.PDF else ""
    if text.strip():
        lines = printed_facts.compared(signed, text, language)
        lines = printed_facts.trusting(lines) if data in registered.issued else lines
    else:
        seen = scanned_facts.compared(scanned_facts.pictured(carried, data), signed, registered.issued, language)
        _weigh_scan(seen, told)
        lines = seen.lines
    for line in lines:
        _weigh_fact(line, told)
    if text.strip() and any(line.match is FactMatch.UNREAD and line.fact is SignedFact.UNIT for line in lines):
        told.open.append(refusal("verify.titles_by_eye"))
    agreeing = sum(line.match is FactMatch.SAME for line in lines)
    if agreeing:
        told.good.append(refusal("verify.facts_agree", count=agreeing))
    return lines


def _weigh_fact(line: FactLine, told: _Findings) -> None:
    of = f" {line.of}" if line.of and line.fact is not SignedFact.UNIT else ""
    if line.match is FactMatch.DIFFERENT and line.printed:
        told.wrong.append(
            refusal("verify.fact_differs", fact=line.fact, of=of, signed=line.signed, printed=line.printed)
        )
    elif line.match is FactMatch.DIFFERENT:
        told.wrong.append(refusal("verify.fact_unlike", fact=line.fact, of=of, signed=line.signed, sure=line.sure))
    elif line.match is FactMatch.ABSENT:
        told.open.append(refusal("verify.fact_absent", fact=line.fact, of=of, signed=line.signed))


def _weigh_scan(seen: SeenFacts, told: _Findings) -> None:
    if not seen.pages:
        told.open.append(refusal("verify.by_eye"))
        return
    if seen.missing:
        told.open.append(refusal("verify.pages_missing", count=seen.missing))
    if seen.others:
        told.open.append(refusal("verify.others", words=seen.others[:8]))


def _weigh_register(
    registered: Registered, signed: Signed, signer: CodeSigner | None, data: bytes, told: _Findings
) -> None:
    known = signer is not None and signer.own
    for word in verification_register.said(registered, signed, known=known):
        (told.wrong if word.grave else told.good).append(word.what)
    if data in registered.issued:
        told.good.append(refusal("verify.same_bytes", number=registered.number))


def _verified(
    file: str,
    data: bytes,
    told: _Findings,
    verdict: CodeVerdict,
    signer: CodeSigner | None,
    opened: Opened | None,
    facts: tuple[FactLine, ...],
    signatures: tuple[SignatureFact, ...],
    registered: Registered,
) -> Verified:
    outcome = Outcome.WRONG if told.wrong else Outcome.UNJUDGED if told.open else Outcome.FINE
    return Verified(
        file=file,
        sha256=sha256(data).hexdigest(),
        outcome=outcome,
        headline=_headline(outcome, told, opened.signed if opened else None, file),
        said=(*told.wrong, *told.open, *told.good),
        verdict=verdict,
        signer=signer,
        detail=opened.signed.detail if opened else None,
        facts=facts,
        signatures=signatures,
        registered=registered,
    )


def _headline(outcome: Outcome, told: _Findings, signed: Signed | None, file: str) -> Refusal:
    if outcome is Outcome.WRONG:
        return refusal("verify.wrong", why=told.wrong[0])
    if outcome is Outcome.UNJUDGED:
        return refusal("verify.unjudged", why=told.open[0])
    if signed is None:
        return refusal("verify.fine_signed", file=file)
    record = signed.record
    holder = f"{record.holder.given} {record.holder.family}".strip()
    return refusal("verify.fine", number=record.number, holder=holder, day=record.issued_on)
