"""Holds the Latvian catalogue against the source: missing, unused, doubled, and with other placeholders."""

import string
import sys
from collections.abc import Iterable, Iterator

from tooling import catalogue
from tooling.catalogue import Key, Merged, strings_of
from tooling.ground import say
from tooling.texts import Harvest, Text, harvest

PLURAL_FORMS = 3


def report(said: Harvest, found: Merged) -> list[str]:
    """Every finding, one line each; empty when the catalogue is whole."""
    return [
        *said.troubles,
        *found.troubles,
        *_missing(said, found),
        *_unused(said, found),
        *_unlike(said, found),
    ]


def _missing(said: Harvest, found: Merged) -> Iterator[str]:
    told: set[tuple[Key, tuple[bool, bool]]] = set()
    for text in said.texts:
        key, way = (text.context, text.one), (text.many is not None, text.marked)
        if (key, way) in told:
            continue
        told.add((key, way))
        if trouble := _lack(text, said, found):
            yield f"{text.where}: {trouble}: {_shown(key)}"


def _lack(text: Text, said: Harvest, found: Merged) -> str | None:
    keys: list[Key] = [(text.context, text.one)]
    if text.marked:
        keys += [(context, text.one) for context in sorted(said.open_contexts)]
    message = next((found.messages[key] for key in keys if key in found.messages), None)
    if message is None:
        return "no Latvian"
    forms = list(strings_of(message))
    if text.many is not None and len(forms) != PLURAL_FORMS:
        return f"the Latvian needs {PLURAL_FORMS} plural forms"
    if not all(forms):
        return "the Latvian is empty"
    if text.many is not None and list(message.id) != [text.one, text.many]:
        return f"the Latvian is for another plural, {message.id[1]!r}"
    return None


def _unused(said: Harvest, found: Merged) -> Iterator[str]:
    direct = {(text.context, text.one) for text in said.texts}
    loose = {text.one for text in said.texts if text.context is None}
    for key, fragment in sorted(found.origin.items(), key=lambda item: (item[1], item[0][1])):
        from_table = key[0] in said.open_contexts and key[1] in loose
        if key not in direct and not from_table:
            yield f"{fragment}: not said anywhere: {_shown(key)}"


def _unlike(said: Harvest, found: Merged) -> Iterator[str]:
    for key, message in found.messages.items():
        ids = [str(form) for form in message.id] if message.pluralizable else [str(message.id)]
        try:
            wanted = _facts(ids)
            other = _facts(form for form in strings_of(message) if form)
        except ValueError as error:
            yield f"{found.origin[key]}: braces do not match ({error}): {_shown(key)}"
            continue
        if any(strings_of(message)) and wanted != other:
            odd = ", ".join(sorted(wanted ^ other))
            yield f"{found.origin[key]}: other placeholders than the English ({odd}): {_shown(key)}"


def _facts(texts: Iterable[str]) -> set[str]:
    names: set[str] = set()
    for text in texts:
        names |= {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}
    return names


def _shown(key: Key) -> str:
    return f"{key[1]!r}" if key[0] is None else f"{key[1]!r} of {key[0]!r}"


def main(words: list[str]) -> int:
    """Compiles (with --write) and reports; 1 when there is anything to report."""
    said, found = harvest(), catalogue.merged()
    if "--write" in words:
        say(f"Written: {catalogue.write()} ({len(found.messages)} texts).")
    findings = report(said, found)
    if not catalogue.is_fresh():
        findings.append("commission_app.mo is older than its fragments: python dev.py words --write")
    for finding in findings:
        say(finding)
    say(
        f"{len({(t.context, t.one) for t in said.texts})} texts said, {len(found.messages)} translated, "
        f"{len(findings)} to mend."
    )
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
