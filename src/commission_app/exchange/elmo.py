"""ELMO files of other institutions (and our own) read into facts: the recognition, or the first thing reported on."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from commission_app.errors import RefusedError
from commission_app.exchange.credential import PREFERRED, CredentialFacts, day, joined, number

if TYPE_CHECKING:
    from lxml.etree import _Element  # type: ignore[import-untyped]

_SPACES = ("{https://github.com/emrex-eu/elmo-schemas/tree/v1}", "{http://purl.org/net/elmo}")
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
MOST_PARTS = 500


def facts(file: str, data: bytes) -> CredentialFacts:
    """What the file says. Refused: what is no ELMO, or breaks off."""
    from commission_app.exchange import xades

    try:
        root = xades.parsed(data, file, file)
    except RefusedError:
        raise RefusedError("credential.none", at="file", file=file) from None
    if not str(root.tag).endswith("}elmo") or not str(root.tag).startswith(_SPACES):
        raise RefusedError("credential.none", at="file", file=file)
    return _Reader(root).facts()


class _Reader:
    """One file; its own name space goes before every name."""

    def __init__(self, root: "_Element") -> None:
        self.root = root
        self.space = str(root.tag).removesuffix("elmo")

    def facts(self) -> CredentialFacts:
        """The facts of the first report."""
        report = self.first(self.root, "report")
        result = self.first(report, "resultOfRecognition")
        holder = self.first(result, "recognitionResult") if result is not None else report
        whole = self.first(holder, "learningOpportunitySpecification")
        parts = self.parts(whole)
        instance = self.instance(whole)
        return CredentialFacts(
            format="ELMO",
            title=self.said(whole, "title") or self.said(result, "title"),
            issuer=self.said(self.first(report, "issuer"), "title"),
            holder=self.holder(),
            issued_on=day(self.text(report, "issueDate")) or day(self.text(instance, "date")),
            description=self.said(result, "description") or self.said(whole, "description"),
            criteria=self.said(whole, "description") if result is not None else "",
            outcomes=tuple(line for part in parts for line in self.said(part, "description").splitlines() if line),
            credits=self.credits(whole, parts),
            hours=number(self.text(instance, "engagementHours")),
            level=joined(self.levels(instance)),
            result=self.text(instance, "resultLabel"),
            language=self.text(instance, "languageOfInstruction"),
        )

    def holder(self) -> str:
        """The learner's name."""
        learner = self.first(self.root, "learner")
        return f"{self.text(learner, 'givenNames')} {self.text(learner, 'familyName')}".strip()

    def credits(self, whole: "_Element | None", parts: tuple["_Element", ...]) -> str:
        """The credits of the whole; where only its parts have any, their sum."""
        own = self.credit(whole)
        if own is not None:
            return " ".join(own)
        found = [pair for part in parts if (pair := self.credit(part)) is not None]
        values = [number(value) for value, _ in found]
        schemes = {scheme for _, scheme in found}
        if not found or len(schemes) != 1 or None in values:
            return ""
        total = sum(value for value in values if value is not None)
        return f"{total.normalize():f} {schemes.pop()}" if total else ""

    def credit(self, item: "_Element | None") -> tuple[str, str] | None:
        """The value and the scheme of a thing's credits."""
        credit = self.first(self.instance(item), "credit")
        value = self.text(credit, "value")
        return (value, self.text(credit, "scheme").upper()) if value else None

    def levels(self, instance: "_Element | None") -> Iterator[str]:
        """The levels, each with its framework."""
        for level in self.all(instance, "level"):
            yield f"{self.text(level, 'type')} {self.text(level, 'value')}".strip()

    def parts(self, whole: "_Element | None") -> tuple["_Element", ...]:
        """The things that the whole is made of."""
        inside = (self.first(part, "learningOpportunitySpecification") for part in self.all(whole, "hasPart"))
        return tuple(part for part in inside if part is not None)[:MOST_PARTS]

    def instance(self, item: "_Element | None") -> "_Element | None":
        """What was really learned of what was offered."""
        return self.first(self.first(item, "specifies"), "learningOpportunityInstance")

    def all(self, parent: "_Element | None", name: str) -> list["_Element"]:
        """The children of a name."""
        return [] if parent is None else list(parent.findall(f"{self.space}{name}"))

    def first(self, parent: "_Element | None", name: str) -> "_Element | None":
        """The first child of a name."""
        return next(iter(self.all(parent, name)), None)

    def text(self, parent: "_Element | None", name: str) -> str:
        """The text of the first child of a name."""
        found = self.first(parent, name)
        return "" if found is None else (found.text or "").strip()

    def said(self, parent: "_Element | None", name: str) -> str:
        """The text in the language that is preferred here."""
        rows = self.all(parent, name)
        by_language = {(row.get(_LANGUAGE) or "").partition("-")[0].lower(): (row.text or "").strip() for row in rows}
        preferred = next((by_language[code] for code in PREFERRED if by_language.get(code)), "")
        return preferred or next((text for text in by_language.values() if text), "")
