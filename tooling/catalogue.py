"""Merges the Latvian fragments into one catalogue and compiles it; nothing here knows the source code."""

import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import PoFileError, read_po

from tooling.ground import RESOURCES, ROOT

LATVIAN = RESOURCES / "locale" / "lv"
COMPILED = LATVIAN / "commission_app.mo"
PLURALS = "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : (n%10==0 || (n%100>=11 && n%100<=19)) ? 2 : 1);"
NO_DATE = datetime(2026, 1, 1, tzinfo=UTC)

Key = tuple[str | None, str]


@dataclass
class Merged:
    """All fragments as one: the message of each key, the fragment it is from, and what is wrong with them."""

    messages: dict[Key, Message] = field(default_factory=dict)
    origin: dict[Key, str] = field(default_factory=dict)
    troubles: list[str] = field(default_factory=list)


def merged(folder: Path = LATVIAN) -> Merged:
    """Reads every fragment of the folder."""
    found = Merged()
    for path in sorted(folder.glob("*.po")):
        try:
            with path.open("rb") as source:
                fragment = read_po(source, abort_invalid=True)
        except (PoFileError, UnicodeDecodeError, ValueError) as error:
            found.troubles.append(f"{path.name}: cannot be read: {error}")
            continue
        if _plural_rule(fragment) != PLURALS.rstrip(";"):
            found.troubles.append(f"{path.name}: the header's Plural-Forms must be: {PLURALS}")
        for message in fragment:
            if message.id:
                _add(found, path.name, message)
    return found


def _plural_rule(fragment: Catalog) -> str:
    headers = {name.lower(): value for name, value in fragment.mime_headers}
    rule = headers.get("plural-forms") or f"nplurals={fragment.num_plurals}; plural={fragment.plural_expr}"
    return rule.strip().rstrip(";")


def _add(found: Merged, fragment: str, message: Message) -> None:
    key = key_of(message)
    if message.fuzzy:
        found.troubles.append(f"{fragment}: {key[1]!r} is marked fuzzy")
        return
    earlier = found.messages.get(key)
    if earlier is None:
        found.messages[key] = message
        found.origin[key] = fragment
    elif earlier.pluralizable and not message.pluralizable and _first(earlier) == message.string:
        pass
    elif message.pluralizable and not earlier.pluralizable and _first(message) == earlier.string:
        found.messages[key] = message
    elif earlier.string != message.string:
        found.troubles.append(
            f"{fragment}: {key[1]!r} is {message.string!r} here and {earlier.string!r} in {found.origin[key]}"
        )


def _first(message: Message) -> str:
    return str(message.string[0]) if message.string else ""


def key_of(message: Message) -> Key:
    """Context and singular: what gettext looks a text up by."""
    one = message.id[0] if isinstance(message.id, tuple | list) else message.id
    return message.context, str(one)


def compiled(found: Merged) -> bytes:
    """The catalogue's bytes: the same for the same fragments, on any day and machine."""
    catalog = Catalog(locale="lv", domain="commission_app", creation_date=NO_DATE, revision_date=NO_DATE)
    catalog.mime_headers = [("Content-Type", "text/plain; charset=utf-8"), ("Plural-Forms", PLURALS)]
    for key in sorted(found.messages, key=lambda key: (key[1], key[0] or "")):
        message = found.messages[key]
        if any(strings_of(message)):
            catalog.add(message.id, message.string, context=message.context)
    out = io.BytesIO()
    write_mo(out, catalog)
    return out.getvalue()


def strings_of(message: Message) -> Iterator[str]:
    """Every form of the translation."""
    if isinstance(message.string, tuple | list):
        yield from (str(form) for form in message.string)
    else:
        yield str(message.string or "")


def is_fresh() -> bool:
    """Whether the committed catalogue says what the fragments say."""
    return COMPILED.exists() and _content(COMPILED.read_bytes()) == _content(compiled(merged()))


def _content(compiled_bytes: bytes) -> dict[Key, object]:
    catalog = read_mo(io.BytesIO(compiled_bytes))
    content: dict[Key, object] = {key_of(message): message.string for message in catalog if message.id}
    content[None, ""] = _plural_rule(catalog)
    return content


def write() -> str:
    """Compiles the fragments into the catalogue the program reads; gives its place in the project."""
    COMPILED.parent.mkdir(parents=True, exist_ok=True)
    fresh = COMPILED.with_suffix(".mo.part")
    fresh.write_bytes(compiled(merged()))
    fresh.replace(COMPILED)
    return COMPILED.relative_to(ROOT).as_posix()
