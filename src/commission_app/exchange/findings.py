"""What a reader of rows found wrong, and in which cell; a warning does not stop the import."""

from dataclasses import dataclass

from commission_app.errors import Refusal


@dataclass(frozen=True, slots=True)
class Finding:
    """One trouble in one cell of a sheet; `column` is the heading as it stands in the file."""

    sheet: str
    row: int
    column: str
    refusal: Refusal
    warning: bool = False
