"""Checks a returned score sheet row by row against what went out: whose it is, what was touched, what is new."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeAlias
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from commission_app.errors import Refusal, RefusedError, refusal
from commission_app.exchange import score_sheet
from commission_app.exchange.findings import Finding
from commission_app.exchange.score_sheet import CaseSheet, ReturnedRow, ReturnedSheet, SheetRow
from commission_app.i18n import LANGUAGES, Language, language
from commission_app.models.case import RecognitionCase
from commission_app.models.score import Assessor, Score
from commission_app.models.standard import Outcome
from commission_app.rules import scales
from commission_app.rules.scales import Scale
from commission_app.rules.scoring import needs_reason
from commission_app.rules.vocabulary.case import CaseState
from commission_app.rules.vocabulary.scoring import OutcomeResult
from commission_app.services.conflict_bars import bar
from commission_app.services.score_columns import columns, scale_of
from commission_app.services.scoring import ScoreEntry
from commission_app.store.work import Reading
from commission_app.wording.words import word

Sent: TypeAlias = Callable[[Session, Assessor, Language], CaseSheet]
"""Makes the sheet anew as it would go out now."""


@dataclass(frozen=True)
class SheetEntry:
    """The new scores of one sheet."""

    sheet: str
    assessor: Assessor
    cells: tuple[ScoreEntry, ...]


def entries(reading: Reading, sheet: ReturnedSheet, file: str, sent: Sent) -> tuple[SheetEntry | None, list[Finding]]:
    """The new scores of a sheet, and its refused rows; no scores where the sheet itself is refused."""
    try:
        assessor = _assessor(reading, sheet)
    except RefusedError as trouble:
        return None, [_at(file, sheet, 1, "", trouble.refusal)]
    spoken = language(sheet.language) if sheet.language in {one.code for one in LANGUAGES} else language("lv")
    session = reading.session
    checker = _Checker(session, file, sheet, assessor, sent(session, assessor, spoken))
    return SheetEntry(sheet.sheet, assessor, checker.cells()), checker.findings


def _assessor(reading: Reading, sheet: ReturnedSheet) -> Assessor:
    """Whose sheet it is; refused where the case, its edition or the seat is not what went out."""
    session = reading.session
    case = _by_uid(session, sheet.case_uid)
    if case is None:
        raise RefusedError("score_sheet.unknown_case")
    if str(case.edition.uid) != sheet.edition_uid:
        raise RefusedError("score_sheet.other_edition", number=case.number, edition=case.edition.label)
    uid = _uid(sheet.assessor_uid)
    found = select(Assessor).where(Assessor.case_id == case.id, Assessor.uid == uid)
    assessor = session.scalars(found).one_or_none() if uid is not None else None
    if assessor is None:
        raise RefusedError("score_sheet.unknown_assessor", number=case.number)
    check_open(reading, assessor)
    return assessor


def check_open(reading: Reading, assessor: Assessor) -> None:
    """Refuses a sheet whose case is not being scored, that its assessor has finished, or that is another's alone."""
    against = against_handling(reading, assessor)
    if against:
        raise RefusedError.of(against[0])


def against_handling(reading: Reading, assessor: Assessor) -> tuple[Refusal, ...]:
    """What stands against sending an assessor's sheet out or taking it in."""
    case = assessor.case
    if case.state is not CaseState.DOCUMENTED:
        return (refusal("scoring.not_open", number=case.number, state=case.state),)
    if assessor.finished_at is not None:
        return (refusal("scoring.sheet_finished", name=assessor.name),)
    if (barred := bar(reading, case.id)) is not None:
        return (barred,)
    return columns(reading.session, case, actor=reading.actor.uid).against_opening(assessor)


def _by_uid(session: Session, text: str) -> RecognitionCase | None:
    uid = _uid(text)
    if uid is None:
        return None
    return session.scalars(select(RecognitionCase).where(RecognitionCase.uid == uid)).one_or_none()


def _uid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


class _Checker:
    """Goes through the rows of one sheet; what is refused gathers beside the scores."""

    def __init__(self, session: Session, file: str, sheet: ReturnedSheet, assessor: Assessor, sent: CaseSheet) -> None:
        self._file, self._sheet, self._assessor = file, sheet, assessor
        self._sent = {row.outcome_uid: row for row in sent.rows}
        case = assessor.case
        outcomes = [outcome for claim in case.claims for outcome in claim.unit.outcomes]
        self._outcomes = {str(outcome.uid): outcome for outcome in outcomes}
        self._scales = {claim.unit.id: scale_of(session, case, claim.unit) for claim in case.claims}
        self._scores = {row.outcome_id: row for row in assessor.scores}
        self.findings: list[Finding] = []

    def cells(self) -> tuple[ScoreEntry, ...]:
        """The cells that are new and right."""
        found, seen = [], set[str]()
        for row in self._sheet.rows:
            try:
                if row.outcome_uid in seen:
                    raise RefusedError("score_sheet.doubled", at=score_sheet.HEADINGS[score_sheet.CODE])
                seen.add(row.outcome_uid)
                cell = self._cell(row)
            except RefusedError as trouble:
                self.findings.append(self._named(row, trouble.refusal))
                continue
            if cell is not None:
                found.append(cell)
        missing = [row.code for uid, row in self._sent.items() if uid not in seen]
        if missing:
            why = refusal("score_sheet.missing_rows", outcomes=missing[:10], count=len(missing))
            self.findings.append(_at(self._file, self._sheet, score_sheet.HEAD_ROWS, "", why))
        return tuple(found)

    def _cell(self, row: ReturnedRow) -> ScoreEntry | None:
        outcome = self._outcomes.get(row.outcome_uid)
        sent = self._sent.get(row.outcome_uid)
        if outcome is None or sent is None:
            raise RefusedError("score_sheet.unknown_outcome", at=score_sheet.HEADINGS[score_sheet.CODE])
        self._check_untouched(row, sent)
        if row.score is None:
            return None
        standing = self._scores.get(outcome.id)
        entry = self._entry(row, outcome, self._scales[outcome.unit_id])
        if _same(standing, entry):
            return None
        if (standing.version if standing is not None else 0) != row.seen:
            raise RefusedError("score_sheet.changed_meanwhile", at=score_sheet.HEADINGS[score_sheet.SCORE])
        return entry

    def _check_untouched(self, row: ReturnedRow, sent: SheetRow) -> None:
        for place, came, went in (
            (score_sheet.UNIT, row.unit, sent.unit),
            (score_sheet.CODE, row.code, sent.code),
            (score_sheet.TEXT, row.text, sent.text),
        ):
            if " ".join(came.split()) != " ".join(went.split()):
                raise RefusedError("score_sheet.tampered", at=score_sheet.HEADINGS[place], sent=went[:80])

    def _entry(self, row: ReturnedRow, outcome: Outcome, scale: Scale) -> ScoreEntry:
        result, value = _result(row.score), None
        if scale.takes_values and result is not OutcomeResult.TO_TEST:
            try:
                value = scales.typed(scale, str(row.score), outcome.maximum)
            except RefusedError as trouble:
                raise RefusedError.of(replace(trouble.refusal, field=score_sheet.HEADINGS[score_sheet.SCORE])) from None
            result = scales.judged(scale, value, outcome.maximum).result
        if result is None:
            choices = tuple(OutcomeResult)
            raise RefusedError(
                "score_sheet.unknown_mark",
                at=score_sheet.HEADINGS[score_sheet.SCORE],
                value=str(row.score)[:40],
                choices=choices,
            )
        if needs_reason(result) and not row.reason:
            raise RefusedError("scoring.reason_needed", at=score_sheet.HEADINGS[score_sheet.REASON], result=result)
        return ScoreEntry(outcome.id, result if value is None else None, row.reason, row.seen, value)

    def _named(self, row: ReturnedRow, why: Refusal) -> Finding:
        heading = why.field or ""
        at = score_sheet.HEADINGS.index(heading) if heading in score_sheet.HEADINGS else -1
        shown = self._sheet.headings[at] if 0 <= at < len(self._sheet.headings) else ""
        return _at(self._file, self._sheet, row.row, shown, why)


def _result(score: object) -> OutcomeResult | None:
    """The result a cell names, in either language."""
    written = " ".join(str(score).split()).casefold()
    for member in OutcomeResult:
        if written in {member.value.casefold(), *(word(one, member).casefold() for one in LANGUAGES)}:
            return member
    return None


def _same(standing: Score | None, entry: ScoreEntry) -> bool:
    if standing is None:
        return False
    alike = standing.value == entry.value if entry.value is not None else standing.result is entry.result
    return alike and standing.reason.strip() == entry.reason.strip()


def _at(file: str, sheet: ReturnedSheet, row: int, column: str, why: Refusal) -> Finding:
    if column:
        place = refusal("import_file.at", file=file, sheet=sheet.sheet, row=row, column=column, why=why)
    else:
        place = refusal("score_sheet.at_row", file=file, sheet=sheet.sheet, row=row, why=why)
    return Finding(sheet.sheet, row, column, place)
