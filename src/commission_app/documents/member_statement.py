"""What a member signs: that no case of a sitting concerns the member, or that nothing learnt will be told."""

from dataclasses import dataclass
from datetime import date

from commission_app.documents.convocation import Addressee, AgendaEntry
from commission_app.documents.house_style import Letterhead, Signatures, Signer, Text, text_of
from commission_app.documents.layout import Flow
from commission_app.documents.letterhead import Prepared, draw_end, draw_title, together
from commission_app.documents.sheet import Align
from commission_app.documents.table import Heading, Table, TableRow
from commission_app.i18n import Language
from commission_app.rules.vocabulary.conflict import MemberStatementKind


@dataclass(frozen=True)
class MemberStatementFacts:
    """Everything the statements say; each member gets a page of the own."""

    letterhead: Letterhead
    kind: MemberStatementKind
    commission: Text
    held_on: date
    members: tuple[Addressee, ...]
    items: tuple[AgendaEntry, ...]


def render(facts: MemberStatementFacts, language: Language) -> bytes:
    """The statements as one PDF."""
    title = _title(facts, language)

    def statement(member: Addressee) -> Prepared:
        return Prepared(facts, language, lambda flow: _statement(flow, facts, member, language), title, title)

    return together(statement(member) for member in facts.members)


def _title(facts: MemberStatementFacts, language: Language) -> str:
    if facts.kind is MemberStatementKind.CONFIDENTIALITY:
        return language.say_of("paper", "Statement on confidentiality")
    return language.say_of("paper", "Statement on conflict of interest, {day}", day=language.date(facts.held_on))


def _statement(flow: Flow, facts: MemberStatementFacts, member: Addressee, language: Language) -> None:
    say_of = language.say_of
    silent = facts.kind is MemberStatementKind.CONFIDENTIALITY
    about = say_of("paper", "on confidentiality") if silent else say_of("paper", "on the absence of a conflict")
    draw_title(flow, say_of("paper", "MEMBER'S STATEMENT"), about)
    flow.facts(
        [
            (say_of("paper", "Member"), member.name),
            (say_of("paper", "Post"), text_of(member.post, language)),
            (say_of("paper", "Organisation"), member.organisation),
            (say_of("paper", "Commission"), text_of(facts.commission, language)),
            (say_of("paper", "Day of the sitting"), "" if silent else language.long_date(facts.held_on)),
        ]
    )
    if silent:
        flow.numbered(_silence(language))
    else:
        _no_conflict(flow, facts, language)
    flow.gap(8)
    flow.paragraph(say_of("paper", "Date: ____________________"))
    draw_end(flow, Signatures((Signer(member.post, member.name),)))


def _silence(language: Language) -> list[str]:
    say_of = language.say_of
    return [
        say_of(
            "paper",
            "I shall tell nobody outside the commission what I learn of applicants, their evidence and its assessment, "
            "or of how the commission deliberated and voted.",
        ),
        say_of("paper", "I shall use what I learn for the work of the commission only."),
        say_of("paper", "I shall keep no copies of the papers after the work is done."),
        say_of("paper", "This holds after my term in the commission has ended, too."),
    ]


def _no_conflict(flow: Flow, facts: MemberStatementFacts, language: Language) -> None:
    say_of = language.say_of
    flow.paragraph(
        say_of(
            "paper",
            "In the cases named I am neither a relative, employer, employee nor colleague of the applicant, have not "
            "taught or assessed the applicant outside this procedure, have given no reference and signed no evidence, "
            "and have no financial or other personal interest in the outcome, unless I say otherwise beside the case.",
        )
    )
    headings = (
        Heading(say_of("paper", "No."), 8, Align.RIGHT),
        Heading(say_of("paper", "Case No."), 24),
        Heading(say_of("paper", "Applicant"), 58),
        Heading(say_of("paper", "Conflict of interest (none, or which)"), 80),
    )
    rows = [TableRow((f"{item.position}.", item.case_number, item.applicant, "")) for item in facts.items]
    if rows:
        Table(flow, headings, rows).draw()
        flow.gap(4)
    flow.paragraph(
        say_of(
            "paper",
            "If I learn of a conflict of interest later, I shall say so at once and take no part in the decision.",
        )
    )
