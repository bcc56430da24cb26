"""The sentences of the refusals about the year of a book: closed, reopened, proved, taken in, written into a template."""

from commission_app.i18n import marked

SENTENCES: dict[str, str] = {
    "register.year_closed": marked(
        "The book “{book}” of {year} is closed: date it in a year that is open, or reopen the year with a reason."
    ),
}
