"""Skills as the official ESCO download lists them in CSV: collections by their groups, or occupations with skills."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import PurePath

from commission_app.errors import Refusal, RefusedError, refusal
from commission_app.exchange.csv_text import decoded, rows
from commission_app.exchange.framework_code import code_of_title
from commission_app.exchange.plain_text import plain_text
from commission_app.exchange.standard_facts import (
    LONGEST_ID,
    LONGEST_TEXT,
    LONGEST_TITLE,
    MOST_OUTCOMES,
    OutcomeFacts,
    StandardFacts,
    StandardFormat,
    UnitFacts,
    check,
)
from commission_app.i18n import ENGLISH, LATVIAN, marked
from commission_app.rules.vocabulary.standard import OutcomeKind, StandardKind

REUSE = {
    "transversal": marked("Transversal skills and knowledge"),
    "cross-sector": marked("Skills and knowledge of several sectors"),
    "sector-specific": marked("Skills and knowledge of one sector"),
    "occupation-specific": marked("Skills and knowledge of one occupation"),
}
KINDS = {"knowledge": OutcomeKind.KNOWLEDGE, "skill/competence": OutcomeKind.SKILL}
_RELATION = ("occupationuri", "occupationlabel", "relationtype", "skilluri", "skilllabel")
_NAMES = {"occupationlabel": "occupationLabel", "skilllabel": "skillLabel", "relationtype": "relationType"}
_SEVERAL = re.compile(r"\s*\|\s*")
_SUFFIX = re.compile(r"[_-](lv|en)$", re.IGNORECASE)
Row = dict[str, str]


@dataclass(frozen=True)
class _Group:
    """What a skill stands under: where ESCO keeps it, and its name in the language of the file."""

    uri: str
    title: str


@dataclass(frozen=True)
class _Skill:
    """One skill of the file in its group."""

    line: int
    group: _Group
    uri: str
    text: str
    kind: OutcomeKind | None
    mandatory: bool = True


def is_esco(data: bytes) -> bool:
    """Whether the first line has the headings of a file of ESCO."""
    head = data[:2000].replace(b"\0", b"").lower()
    return b"concepturi" in head or (b"occupationuri" in head and b"skilluri" in head)


def read(data: bytes, name: str, language_of_text: str = "en") -> StandardFacts:
    """The framework in the file; the language is that of the file's name ("skills_lv.csv"), else the one given.

    Refused: a list of anything but skills, relations without names, a skill twice in a group, a row without a name.
    """
    stem = PurePath(name).stem
    named = _SUFFIX.search(stem)
    lv = (named.group(1).lower() if named else language_of_text) == "lv"
    found = rows(decoded(data, name), name)
    head = [" ".join(cell.replace("\ufeff", "").casefold().split()) for cell in found[0][1]]
    lines = [(line, dict(zip(head, (cell.strip() for cell in cells), strict=False))) for line, cells in found[1:]]
    noted: tuple[Refusal, ...] = ()
    if "occupationuri" in head:
        skills = list(_related(lines, head, name))
    else:
        skills, noted = _listed(lines, head, name)
    if not skills:
        raise RefusedError("standard_file.no_skills", file=name)
    if len(skills) > MOST_OUTCOMES:
        raise RefusedError("standard_file.too_many", file=name, n=len(skills), most=MOST_OUTCOMES)
    facts = replace(_facts(skills, _SUFFIX.sub("", stem), name, lv), noted=noted)
    check(facts)
    return facts


def _listed(lines: list[tuple[int, Row]], head: list[str], file: str) -> tuple[list[_Skill], tuple[Refusal, ...]]:
    """A collection or the whole list of skills; what ESCO has withdrawn is left out and said."""
    if "preferredlabel" not in head:
        raise RefusedError("standard_file.missing_column", file=file, column="preferredLabel")
    skills, withdrawn = [], 0
    for line, row in lines:
        if "skilltype" not in row and row.get("concepttype", "").casefold() != "knowledgeskillcompetence":
            continue
        if row.get("status", "").casefold() not in ("", "released"):
            withdrawn += 1
            continue
        label = _said(row, "preferredlabel", "preferredLabel", line, file)
        about = plain_text(row.get("description", ""))
        text = f"{label}\n{about}" if about and about != label else label
        kind = KINDS.get(row.get("skilltype", "").casefold())
        skills.append(_Skill(line, _group(row), row.get("concepturi", ""), text, kind))
    noted = (refusal("standard_file.withdrawn_skills", file=file, n=withdrawn),) if withdrawn else ()
    return skills, noted


def _group(row: Row) -> _Group:
    """The first of the broader concepts; where the file has none, how widely the skill is used."""
    broader = _SEVERAL.split(row.get("broaderconceptpt", ""))[0]
    if broader:
        return _Group(_SEVERAL.split(row.get("broaderconcepturi", ""))[0], broader)
    return _Group("", row.get("reuselevel", "").casefold())


def _related(lines: list[tuple[int, Row]], head: list[str], file: str) -> Iterator[_Skill]:
    """Occupations with what is essential or optional in each."""
    for column in _RELATION:
        if column not in head:
            raise RefusedError("standard_file.missing_column", file=file, column=_NAMES.get(column, column))
    for line, row in lines:
        occupation = _said(row, "occupationlabel", "occupationLabel", line, file)
        skill = _said(row, "skilllabel", "skillLabel", line, file)
        essential = row.get("relationtype", "").casefold() != "optional"
        kind = KINDS.get(row.get("skilltype", "").casefold())
        yield _Skill(line, _Group(row["occupationuri"], occupation), row.get("skilluri", ""), skill, kind, essential)


def _said(row: Row, key: str, column: str, line: int, file: str) -> str:
    text = " ".join(plain_text(row.get(key, "")).split())
    if not text:
        raise RefusedError("standard_file.empty_cell", file=file, line=line, column=column)
    return text


def _facts(skills: list[_Skill], stem: str, file: str, lv: bool) -> StandardFacts:
    groups: dict[_Group, list[_Skill]] = {}
    for skill in skills:
        groups.setdefault(skill.group, []).append(skill)
    times = Counter(skill.uri for skill in skills)
    units = tuple(_unit(n, group, held, times, file, lv) for n, (group, held) in enumerate(groups.items(), 1))
    alone = next(iter(groups)) if len(groups) == 1 else None
    title = alone.title if alone is not None and alone.uri else f"ESCO {_words(stem)}"
    title = title[:LONGEST_TITLE]
    made = {f"unit:{unit.code}" for unit in units}
    made |= {f"outcome:{outcome.code}" for unit in units for outcome in unit.outcomes}
    return StandardFacts(
        code=code_of_title(title),
        kind=StandardKind.FRAMEWORK,
        title_lv=title if lv else "",
        title_en="" if lv else title,
        units=units,
        format=StandardFormat.ESCO,
        made=frozenset(made),
    )


def _unit(n: int, group: _Group, held: list[_Skill], times: Counter[str], file: str, lv: bool) -> UnitFacts:
    title_lv, title_en = (group.title, "") if lv else ("", group.title)
    if not group.uri:
        word = REUSE.get(group.title, marked("Skills and knowledge"))
        title_lv, title_en = LATVIAN.say_of("ESCO", word), ENGLISH.say_of("ESCO", word)
    outcomes: list[OutcomeFacts] = []
    seen: dict[str, int] = {}
    for m, skill in enumerate(held, 1):
        if skill.uri and skill.uri in seen:
            place, earlier = str(skill.line), str(seen[skill.uri])
            raise RefusedError("standard_file.doubled", file=file, place=place, code=skill.uri, earlier=earlier)
        seen[skill.uri] = skill.line
        if len(skill.text) > LONGEST_TEXT:
            raise RefusedError("standard_file.text_too_long", file=file, place=str(skill.line), most=LONGEST_TEXT)
        outcomes.append(
            OutcomeFacts(
                code=f"{n}.{m}",
                text_lv=skill.text if lv else "",
                text_en="" if lv else skill.text,
                kind=skill.kind,
                mandatory=skill.mandatory,
                # A skill of several occupations is an outcome of its own in each of them.
                external_id=skill.uri[:LONGEST_ID] if times[skill.uri] == 1 else "",
            )
        )
    return UnitFacts(
        code=str(n),
        title_lv=title_lv[:LONGEST_TITLE],
        title_en=title_en[:LONGEST_TITLE],
        external_id=group.uri[:LONGEST_ID],
        outcomes=tuple(outcomes),
    )


def _words(stem: str) -> str:
    """The name of a file as words: "digCompSkillsCollection" is "dig Comp Skills Collection"."""
    return " ".join(re.sub(r"(?<=[a-z])(?=[A-Z])", " ", stem.replace("_", " ")).split())
