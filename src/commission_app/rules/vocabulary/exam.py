"""Words about the qualification exam."""

from enum import StrEnum


class ExamPart(StrEnum):
    """The two parts of the exam."""

    THEORY = "theory"
    PRACTICE = "practice"
