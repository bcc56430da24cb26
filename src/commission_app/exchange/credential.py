"""A digital credential that somebody brings: recognised by its shape, read into facts, its proof checked offline."""

import base64
import binascii
import io
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from commission_app.errors import RefusedError
from commission_app.exchange import json_reader
from commission_app.exchange.json_reader import Fields
from commission_app.rules.authenticity import SignatureFact

PREFERRED = ("lv", "en", "lav", "eng")
MOST_BAKED = 20 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class CredentialFacts:
    """What a credential says of itself; nothing of it is proved by being read."""

    format: str
    title: str
    issuer: str = ""
    holder: str = ""
    issued_on: date | None = None
    expires_on: date | None = None
    description: str = ""
    criteria: str = ""
    outcomes: tuple[str, ...] = ()
    credits: str = ""
    hours: Decimal | None = None
    level: str = ""
    assessment: str = ""
    result: str = ""
    identity_check: str = ""
    language: str = ""
    links: tuple[str, ...] = ()
    proofs: tuple[SignatureFact, ...] = ()


def read_credential(file: str, media_type: str, data: bytes) -> CredentialFacts:
    """The facts of a credential in a JSON, JWT, ELMO or baked PNG file; refused where it is none."""
    from commission_app.exchange import credential_proof, elm, elmo, open_badge

    text = _baked(data) if media_type == "image/png" else data
    if text.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"<":
        return elmo.facts(file, text)
    claims, proofs = credential_proof.unpacked(file, text)
    try:
        if elm.is_elm(claims):
            return elm.facts(claims, proofs)
        if open_badge.is_open_badge(claims):
            return open_badge.facts(claims, proofs)
    except RecursionError:
        raise RefusedError("credential.too_deep", at="file", file=file) from None
    raise RefusedError("credential.none", at="file", file=file)


def may_be_credential(name: str, media_type: str) -> bool:
    """Whether it is worth looking into a file for a credential."""
    ends = name.casefold().rpartition(".")[2]
    return media_type in ("application/json", "image/png") or ends in ("json", "jsonld", "jwt", "xml")


def texts(value: object) -> tuple[str, ...]:
    """The texts in a value of any shape: a text, a map of languages, a thing with a name, a list of those."""
    if isinstance(value, str):
        return (value.strip(),) if value.strip() else ()
    if isinstance(value, int) and not isinstance(value, bool):
        return (str(value),)
    if isinstance(value, list):
        return tuple(text for part in value for text in texts(part))
    if isinstance(value, dict):
        return _of_map(value)
    return ()


def text(value: object) -> str:
    """The first of the texts in a value."""
    return next(iter(texts(value)), "")


def things(value: object) -> tuple[Fields, ...]:
    """The objects in a value: one, several, or none."""
    found = value if isinstance(value, list) else [value]
    return tuple(one for one in found if isinstance(one, dict))


def first(owner: Fields, *names: str) -> object:
    """What stands under the first of the names that is there."""
    return next((owner[name] for name in names if owner.get(name) not in (None, "", [], {})), None)


def day(value: object) -> date | None:
    """A date, whatever time stands behind it; nothing where it is none."""
    try:
        return date.fromisoformat(text(value)[:10])
    except ValueError:
        return None


def number(value: object) -> Decimal | None:
    """A number of hours or credits as it stands; nothing for anything else or beyond reason."""
    try:
        found = Decimal(text(value).replace(",", "."))
    except ArithmeticError:
        return None
    return found if found.is_finite() and 0 <= found <= 100_000 else None


def types(owner: Fields) -> frozenset[str]:
    """The types that a thing claims to be."""
    return frozenset(texts(first(owner, "type", "@type")))


def joined(parts: Iterable[str], between: str = ", ") -> str:
    """Texts one after the other, each once."""
    return between.join(dict.fromkeys(part for part in parts if part))


def _of_map(value: Fields) -> tuple[str, ...]:
    for key in PREFERRED:
        if (found := texts(value.get(key))) and _is_language_map(value):
            return found
    for key in ("name", "prefLabel", "title", "legalName", "fullName", "noteLiteral", "literal", "value", "@value"):
        if found := texts(value.get(key)):
            return found
    if _is_language_map(value):
        return next((found for part in value.values() if (found := texts(part))), ())
    return ()


def _is_language_map(value: Fields) -> bool:
    return bool(value) and all(
        2 <= len(key.partition("-")[0]) <= 3 and key.islower() for key in value if key != "@none"
    )


def _baked(data: bytes) -> bytes:
    """The credential baked into a picture, if there is one."""
    from PIL import Image

    try:
        with Image.open(io.BytesIO(data), formats=("PNG",)) as picture:
            found = picture.info.get("openbadgecredential") or picture.info.get("openbadges") or ""
    except (OSError, ValueError, SyntaxError, EOFError):
        return b""
    return str(found).encode()[:MOST_BAKED]


def unbased(part: str) -> bytes:
    """Bytes out of base64 as web tokens write it."""
    try:
        return base64.urlsafe_b64decode(part + "=" * (-len(part) % 4))
    except (binascii.Error, ValueError):
        raise ValueError(part[:20]) from None


def opened(file: str, data: bytes) -> Fields:
    """A JSON file that holds one object; ELM wraps it once more."""
    found = json_reader.parsed(data, file)
    if isinstance(found, list) and len(found) == 1:
        found = found[0]
    if not isinstance(found, dict):
        raise RefusedError("credential.none", at="file", file=file)
    inner = found.get("credential")
    return inner if isinstance(inner, dict) and "credentialSubject" in inner else found
