"""The sheet of the identification interview: themes and questions, what was answered, and what follows from it."""

from dataclasses import dataclass

from commission_app.rules import canonical


@dataclass(frozen=True)
class Block:
    """A heading and the lines under it."""

    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Answer:
    """One question of a theme in both languages, as it was asked, and what was answered."""

    theme_lv: str
    theme_en: str
    question_lv: str
    question_en: str
    answer: str = ""


@dataclass(frozen=True)
class UnitAnswer:
    """What the applicant does and knows in a unit, and whether it is worth claiming."""

    code: str
    does: str = ""
    claim: bool = False


@dataclass(frozen=True)
class InterviewFacts:
    """What was found out, and the advice: what to claim, which evidence to bring, what else to do."""

    answers: tuple[Answer, ...] = ()
    units: tuple[UnitAnswer, ...] = ()
    evidence: str = ""
    advice: str = ""
    specialist: str = ""


def blocks(text: str) -> tuple[Block, ...]:
    """A text in blocks: an empty line ends a block, its first line is the heading."""
    found: list[list[str]] = [[]]
    for line in text.splitlines():
        if line.strip():
            found[-1].append(" ".join(line.split()))
        elif found[-1]:
            found.append([])
    return tuple(Block(lines[0], tuple(lines[1:])) for lines in found if lines)


def questions(lv: str, en: str) -> tuple[Answer, ...]:
    """The questions of a template, each without an answer; a theme without questions is a question itself.

    The English half counts where it has as many themes and questions as the Latvian one.
    """
    themes, others = blocks(lv), blocks(en)
    if [len(block.lines) for block in others] != [len(block.lines) for block in themes]:
        others = tuple(Block("", ("",) * len(block.lines)) for block in themes)
    found = []
    for theme, other in zip(themes, others, strict=True):
        lines, twins = theme.lines or (theme.heading,), other.lines or (other.heading,)
        found += [Answer(theme.heading, other.heading, line, twin) for line, twin in zip(lines, twins, strict=True)]
    return tuple(found)


def asked(template: tuple[Answer, ...], kept: tuple[Answer, ...]) -> tuple[Answer, ...]:
    """The template with the answers that were given; an answered question it no longer has stands at the end."""
    given = {(one.theme_lv, one.question_lv): one for one in kept if one.answer}
    found = [given.pop((one.theme_lv, one.question_lv), one) for one in template]
    return (*found, *given.values())


def read(text: str) -> InterviewFacts:
    """The facts of a kept sheet; a sheet of an earlier office without any is an empty one.

    Raises ValueError for what is none.
    """
    return InterviewFacts() if text == "{}" else canonical.made(InterviewFacts, text)
