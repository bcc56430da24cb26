"""The sentences of the refusals about the year of a book: closed, reopened, taken in, written into a template."""

from commission_app.i18n import marked

SENTENCES: dict[str, str] = {
    "register.year_closed": marked(
        "The book “{book}” of {year} is closed: date it in a year that is open, or reopen the year with a reason."
    ),
    "closing.closed": marked("The book “{book}” of {year} is closed already."),
    "closing.year_runs": marked("The year {year} is not over; it can be closed from {day} on."),
    "closing.reopened": marked("The book “{book}” of {year} was reopened already."),
    "closing.no_reason": marked("Say why the year {year} is reopened."),
    "closing.unreadable": marked("The record of the closing cannot be read; check the integrity of the registers."),
    "check.closing_changed": marked("{book}, {year}: the record of the closing was changed from outside."),
    "check.closing_differs": marked(
        "{book}, {year}: the entries are not those of the closing ({entries} were closed, {found} are found, "
        "or their control sum differs)."
    ),
    "check.closing_later": marked(
        "{book}, {year}: entry {position} (No. {number}) was made after the closing and corrects none."
    ),
}
