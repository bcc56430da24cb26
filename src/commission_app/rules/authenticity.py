"""What was found about the electronic signatures of a file, and what that says of its authenticity."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from commission_app.errors import Refusal, refusal
from commission_app.rules import canonical
from commission_app.rules.vocabulary.evidence import CheckSource, Judgement, SignatureVerdict

_GRAVITY = (
    SignatureVerdict.CHANGED,
    SignatureVerdict.BROKEN,
    SignatureVerdict.REVOKED_SIGNER,
    SignatureVerdict.PARTIAL,
    SignatureVerdict.EXPIRED_SIGNER,
    SignatureVerdict.NOT_CHECKED,
    SignatureVerdict.UNKNOWN_SIGNER,
    SignatureVerdict.TRUSTED,
    SignatureVerdict.NONE,
)
_SUGGESTED = {
    SignatureVerdict.TRUSTED: Judgement.YES,
    SignatureVerdict.UNKNOWN_SIGNER: Judgement.PARTLY,
    SignatureVerdict.EXPIRED_SIGNER: Judgement.PARTLY,
    SignatureVerdict.PARTIAL: Judgement.PARTLY,
    SignatureVerdict.REVOKED_SIGNER: Judgement.NO,
    SignatureVerdict.CHANGED: Judgement.NO,
    SignatureVerdict.BROKEN: Judgement.NO,
}
FINAL = frozenset({SignatureVerdict.CHANGED, SignatureVerdict.REVOKED_SIGNER})
"""What the program saw with its own eyes; a person's later word does not undo it."""
_CODE = re.compile(r"(?<!\d)(?:PNOLV-)?\d{6}-?\d{5}(?!\d)")


@dataclass(frozen=True, slots=True)
class SignatureFact:
    """One signature: whose, made when, what was found, and why (a reason without its facts' sentence).

    Moments are ISO texts; `left_out` names what the signature does not cover.
    """

    signer: str
    verdict: SignatureVerdict
    organisation: str = ""
    issuer: str = ""
    claimed_at: str = ""
    stamped_at: str = ""
    valid_until: date | None = None
    fingerprint: str = ""
    left_out: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Signatures:
    """The signatures of a file, in the order in which they were made."""

    found: tuple[SignatureFact, ...] = ()


@dataclass(frozen=True, slots=True)
class Checked:
    """The latest check of one file, as the judgement of its authenticity rests on it."""

    file: str
    verdict: SignatureVerdict
    source: CheckSource
    signers: str


@dataclass(frozen=True, slots=True)
class AuthenticityHint:
    """A judgement of the authenticity that the signatures suggest, and why; the assessor decides."""

    suggested: Judgement
    reason: Refusal


def worst(found: Iterable[SignatureVerdict]) -> SignatureVerdict:
    """The verdict over several signatures: a file is as sound as its weakest one."""
    return min(found, key=_GRAVITY.index, default=SignatureVerdict.NONE)


def masked(text: str) -> str:
    """A text of a certificate without the personal code that stands in it."""
    return " ".join(_CODE.sub("", text).strip(" ,").split())


def hint(checks: tuple[Checked, ...]) -> AuthenticityHint | None:
    """What the gravest finding among an item's files suggests; nothing where no signature was judged."""
    telling = [check for check in checks if check.verdict in _SUGGESTED]
    if not telling:
        return None
    one = min(telling, key=lambda check: _GRAVITY.index(check.verdict))
    return AuthenticityHint(_SUGGESTED[one.verdict], _reason(one))


def _reason(one: Checked) -> Refusal:
    if one.source is CheckSource.PERSON:
        return refusal("authenticity.person", file=one.file, verdict=one.verdict, signers=one.signers)
    return refusal("authenticity.program", file=one.file, verdict=one.verdict, signers=one.signers)


def written(found: tuple[SignatureFact, ...]) -> str:
    """Signatures as canonical JSON text."""
    return canonical.written(Signatures(found))


def read(text: str) -> tuple[SignatureFact, ...]:
    """Signatures as they were written; ValueError for anything else."""
    return () if text in ("", "[]") else canonical.made(Signatures, text).found
