"""A PDF that comes back from another program: our bytes, and on top of them signatures alone."""

import io
from collections.abc import Sequence
from typing import Any

from commission_app.documents.signing import _hush, check_pdf
from commission_app.errors import RefusedError
from commission_app.rules.authenticity import SignatureFact
from commission_app.rules.vocabulary.evidence import SignatureVerdict
from commission_app.rules.vocabulary.signing import SignatureLevel

WRONG = frozenset(
    {SignatureVerdict.CHANGED, SignatureVerdict.BROKEN, SignatureVerdict.PARTIAL, SignatureVerdict.NOT_CHECKED}
)
_ROOT_MAY_GAIN = frozenset({"/AcroForm", "/DSS", "/Extensions", "/Metadata", "/Perms", "/Version"})
PIECE = 256


def added_signatures(ours: bytes, theirs: bytes, file: str, anchors: Sequence[str]) -> tuple[SignatureFact, ...]:
    """The signatures that were added to our file since it was handed out, oldest first.

    Refused: another file, our file with changed bytes, without a new signature, with something else added to it, or
    with a signature that does not hold.
    """
    if not theirs.startswith(ours):
        if _alike(ours, theirs):
            raise RefusedError("signing.returned_changed", at="files", file=file)
        raise RefusedError("signing.returned_other", at="files", file=file)
    found = check_pdf(theirs, anchors)
    fresh = found[len(check_pdf(ours, anchors)) :]
    if not fresh:
        raise RefusedError("signing.returned_unsigned", at="files", file=file)
    if not _only_signed(ours, theirs):
        raise RefusedError("signing.returned_edited", at="files", file=file)
    if any(fact.verdict in WRONG for fact in found):
        raise RefusedError("signing.returned_broken", at="files", file=file)
    return fresh


def _alike(ours: bytes, theirs: bytes) -> bool:
    """Whether most pieces are the same, in the same places: our own paper, changed, and not a foreign one."""
    starts = range(0, len(ours), PIECE)
    return 2 * sum(ours[at : at + PIECE] == theirs[at : at + PIECE] for at in starts) > len(starts)


def level_of(data: bytes, fact: SignatureFact) -> SignatureLevel:
    """How far a signature proves itself, by what stands in the file."""
    if not fact.stamped_at:
        return SignatureLevel.BASIC
    return SignatureLevel.LONG_TERM if b"/DSS" in data else SignatureLevel.STAMPED


def _only_signed(ours: bytes, theirs: bytes) -> bool:
    """Whether the revisions on top of our file only sign: no page, no word, no note was added with them."""
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.sign.diff_analysis import DEFAULT_DIFF_POLICY, ModificationLevel
    from pyhanko.sign.diff_analysis.policy_api import DiffResult

    _hush()
    try:
        base = PdfFileReader(io.BytesIO(ours), strict=False).xrefs.total_revisions - 1
        reader = PdfFileReader(io.BytesIO(theirs), strict=False)
        if "/AcroForm" not in reader.get_historical_root(base):
            return _first_signing(reader, base)
        found = DEFAULT_DIFF_POLICY.review_file(reader, base)
    except Exception:  # what cannot be compared is not known to be only signed
        return False
    return isinstance(found, DiffResult) and found.modification_level <= ModificationLevel.FORM_FILLING


def _first_signing(reader: Any, base: int) -> bool:
    """The same of a file without a form, which pyHanko does not compare: what stood there before may gain a form in
    its root and signatures among the notes of a page, and the words about the file itself may be written anew."""
    old, root = reader.get_historical_resolver(base), reader.trailer.raw_get("/Root").reference
    about = {reader.trailer.raw_get("/Info").reference} if "/Info" in reader.trailer else set()
    for revision in range(base + 1, reader.xrefs.total_revisions):
        for ref in reader.xrefs.explicit_refs_in_revision(revision):
            if not _stood(old, ref) or ref in about:
                continue
            before, after = old.get_object(ref), reader.get_object(ref)
            if ref == root:
                good = _differs(before, after) <= _ROOT_MAY_GAIN
            elif before.get("/Type") == "/Page":
                good = _differs(before, after) <= {"/Annots"} and _signatures_added(before, after)
            else:
                good = before.get("/Type") == after.get("/Type") == "/Metadata"
            if not good:
                return False
    return True


def _stood(old: Any, ref: Any) -> bool:
    from pyhanko.pdf_utils.generic import DictionaryObject

    try:
        return isinstance(old.get_object(ref), DictionaryObject)
    except Exception:  # pyHanko has several ways to say that it was not there
        return False


def _differs(before: Any, after: Any) -> set[str]:
    return {str(key) for key in {*before, *after} if _written(before, key) != _written(after, key)}


def _written(held: Any, key: str) -> bytes:
    target = io.BytesIO()
    if key in held:
        held.raw_get(key).write_to_stream(target)
    return target.getvalue()


def _signatures_added(before: Any, after: Any) -> bool:
    """Whether the notes of a page are the old ones and, after them, fields of signatures."""
    notes = [note.get_object() for note in after.get("/Annots", ())]
    kept = len(before.get("/Annots", ()))
    return len(notes) >= kept and all(
        note.get("/Subtype") == "/Widget" and (note.get("/FT") or note["/Parent"].get("/FT")) == "/Sig"
        for note in notes[kept:]
    )
