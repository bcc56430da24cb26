"""A trial run of receiving a workbook of applications: what would be refused, row by row, with nothing stored."""

from commission_app.errors import Refusal, RefusedError, refusal
from commission_app.exchange.case_row import CaseRow
from commission_app.services import applicants
from commission_app.store.work import Reading


def foresee(reading: Reading, rows: tuple[CaseRow, ...]) -> tuple[Refusal, ...]:
    """What stands against receiving the rows as far as the library of standards can tell."""
    found = []
    for row in rows:
        try:
            applicants.form_of_row(reading.session, row)
        except RefusedError as error:
            found.append(refusal("import.row_refused", row=row.row, why=error.refusal))
    return tuple(found)
