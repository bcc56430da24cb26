"""The elements of a .matrix framework as a flat list in which each knows its standard and its parent."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from commission_app.errors import RefusedError
from commission_app.exchange import json_reader
from commission_app.exchange.json_reader import Fields
from commission_app.exchange.plain_text import plain_text
from commission_app.exchange.standard_facts import LONGEST_CODE, LONGEST_TEXT

MOST_DEPTH = 20


@dataclass(frozen=True, slots=True)
class Element:
    """One element: where it stands in the file, its standard, its own id, its parent's id, its text."""

    place: str
    standard: str
    id: str
    parent: str
    text: str


def read_elements(items: list[object], file: str, most: int) -> tuple[Element, ...]:
    """All elements, children nested inside their parents included."""
    found: list[Element] = []
    waiting: list[tuple[object, str, str, str, int]] = [
        (item, f"standardelements[{n}]", "", "", 1) for n, item in reversed(list(enumerate(items)))
    ]
    made = 0
    while waiting:
        item, place, standard, parent, depth = waiting.pop()
        if depth > MOST_DEPTH:
            raise RefusedError("json_file.too_deep", file=file)
        owner = json_reader.fields(item, file, place)
        children = json_reader.items(owner, "children", file, place)
        element = _element(owner, file, place, standard, parent)
        if children and not element.id:
            made += 1
            element = Element(place, element.standard, f"#{made}", element.parent, element.text)
        found.append(element)
        for n, child in reversed(list(enumerate(children))):
            waiting.append((child, f"{place}.children[{n}]", element.standard, element.id, depth + 1))
        if len(found) + len(waiting) > most:
            raise RefusedError("matrix.too_many", file=file, n=len(found) + len(waiting), most=most)
    return tuple(found)


def check_elements(elements: tuple[Element, ...], standards: list[str], file: str) -> None:
    """Refuses doubled ids, elements of no standard or of no parent, and circles, by their place in the file."""
    parents = {element.id: element.parent for element in elements if element.id}
    known = set(standards)
    for code, count in Counter(element.id for element in elements if element.id).items():
        if count > 1:
            raise RefusedError("matrix.doubled", file=file, key="elementid", code=code)
    for element in elements:
        if element.standard not in known:
            raise RefusedError("matrix.unknown_standard", file=file, place=element.place, code=element.standard)
        if element.parent and element.parent not in parents:
            raise RefusedError("matrix.unknown_parent", file=file, place=element.place, code=element.parent)
    for circle in _circles(parents):
        raise RefusedError("matrix.circle", file=file, circle=" → ".join(circle))


def code_of(owner: Fields, key: str, file: str, place: str) -> str:
    """An id, as written."""
    code = " ".join(json_reader.text(owner, key, file, place).split())
    if len(code) > LONGEST_CODE:
        raise RefusedError("matrix.too_long", file=file, place=place, most=LONGEST_CODE)
    return code


def _element(owner: Fields, file: str, place: str, standard: str, parent: str) -> Element:
    title = _title(owner, file, place)
    description = plain_text(json_reader.text(owner, "description", file, place))
    text = title if description in {"", title} else f"{title}\n{description}".strip()
    if not text:
        raise RefusedError("matrix.missing", file=file, place=place, key="name")
    if len(text) > LONGEST_TEXT:
        raise RefusedError("matrix.too_long", file=file, place=place, most=LONGEST_TEXT)
    return Element(
        place,
        code_of(owner, "standardid", file, place) or standard,
        code_of(owner, "elementid", file, place),
        code_of(owner, "parentelementid", file, place) or parent,
        text,
    )


def _title(owner: Fields, file: str, place: str) -> str:
    name = json_reader.text(owner, "name", file, place) or json_reader.text(owner, "shortname", file, place)
    return " ".join(plain_text(name).split())


def _circles(parents: dict[str, str]) -> Iterator[list[str]]:
    safe: set[str] = {""}
    for start in parents:
        path: dict[str, None] = {}
        step = start
        while step not in safe:
            if step in path:
                steps = list(path)
                yield [*steps[steps.index(step) :], step]
                return
            path[step] = None
            step = parents[step]
        safe.update(path)
