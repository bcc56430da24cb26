"""The convocation: a letter to each member with the agenda, and the agenda alone."""

from dataclasses import dataclass
from datetime import date

from commission_app.documents.house_style import Letterhead, Signatures, Text, text_of
from commission_app.documents.layout import Flow
from commission_app.documents.letterhead import Prepared, draw_dating, draw_end, draw_title, paper, shown, together
from commission_app.documents.sheet import Align
from commission_app.documents.table import Heading, Table, TableRow
from commission_app.i18n import Language


@dataclass(frozen=True)
class Addressee:
    """A member to whom a letter goes."""

    name: str
    post: Text = ""
    organisation: str = ""


@dataclass(frozen=True)
class AgendaEntry:
    """One item: its number, the case, the applicant, against what, and who presents it."""

    position: int
    case_number: str
    applicant: str
    programme: Text
    presenter: str = ""


@dataclass(frozen=True)
class ConvocationFacts:
    """Everything the letters and the agenda say; the hour stands as it was written down."""

    letterhead: Letterhead
    made_on: date
    commission: Text
    held_on: date
    hour: str
    place: str
    link: str
    form: Text
    addressees: tuple[Addressee, ...]
    items: tuple[AgendaEntry, ...]
    signatures: Signatures
    frozen: bool = False


def render(facts: ConvocationFacts, language: Language) -> bytes:
    """The letters as one PDF, each with pages of its own."""
    title = language.say_of("paper", "Invitation to the sitting of {day}", day=language.date(facts.held_on))

    def letter(addressee: Addressee) -> Prepared:
        return Prepared(facts, language, lambda flow: _letter(flow, facts, addressee, language), title, title)

    return together(letter(addressee) for addressee in facts.addressees)


def render_agenda(facts: ConvocationFacts, language: Language) -> bytes:
    """The agenda as a PDF."""
    title = language.say_of("paper", "Agenda of the sitting of {day}", day=language.date(facts.held_on))

    def write(flow: Flow) -> None:
        # Until it is frozen the agenda may still change, and the paper says so.
        draw_title(flow, language.say_of("paper", "AGENDA"), text_of(facts.commission, language), not facts.frozen)
        draw_dating(flow, facts.letterhead, facts.made_on, "")
        _about(flow, facts, language)
        _items(flow, facts, language)
        draw_end(flow, facts.signatures)

    return paper(facts, language, write, title=title, foot=title)


def _letter(flow: Flow, facts: ConvocationFacts, addressee: Addressee, language: Language) -> None:
    say_of = language.say_of
    for line in (addressee.name, shown(addressee.post, language), addressee.organisation):
        if line:
            flow.paragraph(line, align=Align.RIGHT, after=0)
    flow.gap(10)
    draw_title(flow, say_of("paper", "INVITATION"), say_of("paper", "to a sitting of the commission"))
    draw_dating(flow, facts.letterhead, facts.made_on, "")
    flow.paragraph(say_of("paper", "You are invited to take part in a sitting of the commission."))
    _about(flow, facts, language)
    flow.heading(say_of("paper", "Agenda"))
    _items(flow, facts, language)
    flow.gap(6)
    flow.paragraph(
        say_of(
            "paper",
            "Please confirm that you will take part, or give the reason why you cannot, so that a quorum is ensured.",
        )
    )
    flow.paragraph(
        say_of(
            "paper",
            "If you are a relative, colleague, teacher or referee of an applicant, or a case concerns you otherwise, "
            "please declare the conflict of interest before the sitting.",
        )
    )
    draw_end(flow, facts.signatures)


def _about(flow: Flow, facts: ConvocationFacts, language: Language) -> None:
    say_of = language.say_of
    hour = say_of("clock", "{hours}", hours=facts.hour) if facts.hour else ""
    flow.facts(
        [
            (say_of("paper", "Commission"), text_of(facts.commission, language)),
            (say_of("paper", "Day of the sitting"), language.long_date(facts.held_on)),
            (say_of("paper", "Time and place"), ", ".join(part for part in (hour, facts.place) if part)),
            (say_of("paper", "How it is held"), shown(facts.form, language)),
            (say_of("paper", "Link"), facts.link),
        ]
    )


def _items(flow: Flow, facts: ConvocationFacts, language: Language) -> None:
    say_of = language.say_of
    presented = any(item.presenter for item in facts.items)
    headings = [
        Heading(say_of("paper", "No."), 8, Align.RIGHT),
        Heading(say_of("paper", "Case No."), 24),
        Heading(say_of("paper", "Applicant"), 52),
        Heading(say_of("paper", "Programme or qualification"), 68),
        *([Heading(say_of("paper", "Presented by"), 36)] if presented else []),
    ]
    rows = []
    for item in facts.items:
        cells = (f"{item.position}.", item.case_number, item.applicant, text_of(item.programme, language))
        rows.append(TableRow((*cells, item.presenter) if presented else cells))
    if rows:
        Table(flow, headings, rows).draw()
    else:
        flow.paragraph(say_of("paper", "The agenda is still being prepared."))
