"""The checks that need no test: words, style, form, types, walls."""

import sys

from tooling.stages import Outcome, Stage, quietly, summary

WALLS = "import sys; from importlinter.cli import lint_imports_command as lint; sys.exit(lint())"
CHECKS = (
    Stage("types (mypy --strict)", ("-m", "mypy", "src/commission_app", "dev.py", "tooling", "bench")),
    Stage("style (ruff)", ("-m", "ruff", "check", ".")),
    Stage("form (ruff format)", ("-m", "ruff", "format", "--check", "--quiet", ".")),
    Stage("walls (import-linter)", ("-c", WALLS, "--no-cache")),
    Stage("words (catalogue)", ("-m", "tooling.words")),
)


def outcomes(*more: Stage) -> list[Outcome]:
    """Runs every check and what else is wanted, two at a time."""
    return quietly((*CHECKS, *more))


def main() -> int:
    """Runs every check and sums up."""
    return summary(outcomes())


if __name__ == "__main__":
    sys.exit(main())
