"""What was found about one electronic signature, in one line: who, when, the verdict, and why."""

from collections.abc import Mapping
from datetime import datetime

from commission_app.i18n import Language, marked
from commission_app.rules.authenticity import SignatureFact
from commission_app.rules.vocabulary.evidence import SignatureVerdict
from commission_app.wording.words import word

WHYS: Mapping[str, str] = {
    "annotated_later": marked("Notes were added to the document after it was signed."),
    "broken_pdf": marked("The signature in the PDF cannot be read."),
    "broken_signature": marked("The signature does not belong to this content."),
    "bytes_changed": marked("The file was changed after it was signed."),
    "cades": marked("The program does not check signatures of this form; check it in another program."),
    "digest_differs": marked("A document in the container was changed after it was signed."),
    "edited_later": marked("The document was edited after it was signed."),
    "encrypted_pdf": marked("The PDF is protected by a password."),
    "expired": marked("At the time of signing the certificate was not valid."),
    "file_missing": marked("A signed document is missing in the container."),
    "files_left_out": marked("Not signed: {files}."),
    "form": marked("The program does not know signatures of this form; check it in another program."),
    "key_of_its_own": marked("Nothing was changed, but nobody vouches for whose key it is."),
    "key_unreadable": marked("The key of the signature cannot be read."),
    "linked_proof": marked("The proof ({files}) cannot be checked without a network."),
    "no_certificate": marked("The signature names no certificate."),
    "no_key": marked("The key of the signature is not in the file, and nothing is fetched from the network."),
    "part_of_file": marked("The signature covers only a part of the file."),
    "revoked": marked("The certificate was revoked."),
    "signature_hidden": marked("The file speaks of a signature that its form does not show."),
    "stamp_not_checked": marked("There is a time stamp, which the program does not check."),
    "token_changed": marked("The credential was changed after it was signed."),
    "unknown_issuer": marked("The issuer of the certificate ({issuer}) is not among the trusted ones."),
    "unsafe": marked("The signature cannot be read safely."),
}
TONES: Mapping[SignatureVerdict, str] = {
    SignatureVerdict.NONE: "neutral",
    SignatureVerdict.TRUSTED: "good",
    SignatureVerdict.UNKNOWN_SIGNER: "warn",
    SignatureVerdict.EXPIRED_SIGNER: "warn",
    SignatureVerdict.PARTIAL: "warn",
    SignatureVerdict.NOT_CHECKED: "neutral",
    SignatureVerdict.REVOKED_SIGNER: "bad",
    SignatureVerdict.CHANGED: "bad",
    SignatureVerdict.BROKEN: "bad",
}


def signature_text(language: Language, fact: SignatureFact) -> str:
    """One signature in one line; personal codes were left out when it was read."""
    who = fact.signer or language.say("Signer not named")
    if fact.organisation and fact.organisation != fact.signer:
        who = f"{who} ({fact.organisation})"
    parts = [who, _when(language, fact)]
    line = f"{', '.join(part for part in parts if part)}: {word(language, fact.verdict)}."
    return f"{line} {_why(language, fact)}".strip()


def _when(language: Language, fact: SignatureFact) -> str:
    if fact.stamped_at:
        return language.say("{moment} by the time stamp", moment=_moment(language, fact.stamped_at))
    if fact.claimed_at:
        return language.say("{moment} by the signer's own clock", moment=_moment(language, fact.claimed_at))
    return ""


def _moment(language: Language, text: str) -> str:
    return language.moment(datetime.fromisoformat(text))


def _why(language: Language, fact: SignatureFact) -> str:
    key = "unsafe" if fact.why.startswith("file:") else fact.why
    if key not in WHYS:
        return ""
    return language.say(WHYS[key], files=fact.left_out or "–", issuer=fact.issuer or "–")
