"""The sentence of a refusal in a language: one table over the tables of every area, facts said as the language does."""

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from commission_app.errors import Refusal
from commission_app.i18n import Language
from commission_app.rules.quantities import Credits
from commission_app.wording import (
    refusals_appeals,
    refusals_application,
    refusals_archive,
    refusals_award_file,
    refusals_ballots,
    refusals_blanks,
    refusals_certificates,
    refusals_checks,
    refusals_cli,
    refusals_commission,
    refusals_conflicts,
    refusals_convocation,
    refusals_credits,
    refusals_decisions,
    refusals_delivery,
    refusals_documents,
    refusals_exams,
    refusals_exchange,
    refusals_fees,
    refusals_funding,
    refusals_hand_over,
    refusals_letterhead,
    refusals_matrix,
    refusals_member_lists,
    refusals_minutes,
    refusals_mobility,
    refusals_opinions,
    refusals_people,
    refusals_portfolio,
    refusals_precedents,
    refusals_procedural,
    refusals_readiness,
    refusals_registers,
    refusals_remuneration,
    refusals_rules,
    refusals_score_sheets,
    refusals_scoring,
    refusals_services,
    refusals_signatures,
    refusals_signing,
    refusals_standard_files,
    refusals_standards,
    refusals_store,
    refusals_study_plan,
    refusals_twins,
    refusals_ui,
    refusals_verification,
    refusals_written,
)
from commission_app.wording.quantities import credits_text
from commission_app.wording.words import word

TABLES = (
    refusals_appeals.SENTENCES,
    refusals_application.SENTENCES,
    refusals_archive.SENTENCES,
    refusals_award_file.SENTENCES,
    refusals_ballots.SENTENCES,
    refusals_blanks.SENTENCES,
    refusals_precedents.SENTENCES,
    refusals_readiness.SENTENCES,
    refusals_registers.SENTENCES,
    refusals_remuneration.SENTENCES,
    refusals_rules.SENTENCES,
    refusals_documents.SENTENCES,
    refusals_exchange.SENTENCES,
    refusals_exams.SENTENCES,
    refusals_fees.SENTENCES,
    refusals_funding.SENTENCES,
    refusals_hand_over.SENTENCES,
    refusals_letterhead.SENTENCES,
    refusals_matrix.SENTENCES,
    refusals_minutes.SENTENCES,
    refusals_mobility.SENTENCES,
    refusals_store.SENTENCES,
    refusals_study_plan.SENTENCES,
    refusals_score_sheets.SENTENCES,
    refusals_scoring.SENTENCES,
    refusals_services.SENTENCES,
    refusals_signatures.SENTENCES,
    refusals_signing.SENTENCES,
    refusals_standard_files.SENTENCES,
    refusals_standards.SENTENCES,
    refusals_decisions.SENTENCES,
    refusals_delivery.SENTENCES,
    refusals_certificates.SENTENCES,
    refusals_checks.SENTENCES,
    refusals_twins.SENTENCES,
    refusals_ui.SENTENCES,
    refusals_verification.SENTENCES,
    refusals_written.SENTENCES,
    refusals_cli.SENTENCES,
    refusals_commission.SENTENCES,
    refusals_member_lists.SENTENCES,
    refusals_conflicts.SENTENCES,
    refusals_convocation.SENTENCES,
    refusals_credits.SENTENCES,
    refusals_opinions.SENTENCES,
    refusals_people.SENTENCES,
    refusals_portfolio.SENTENCES,
    refusals_procedural.SENTENCES,
)
SENTENCES: dict[str, str] = {reason: text for table in TABLES for reason, text in table.items()}
NOTHING = "–"


def sentence(language: Language, what: Refusal) -> str:
    """Why the commission says no, in one sentence; a reason nobody wrote a sentence for is a bug (KeyError)."""
    return language.say(
        SENTENCES[what.reason], **{name: fact_text(language, fact) for name, fact in what.facts.items()}
    )


def fact_text(language: Language, fact: object) -> str:
    """One fact as the language says it: enums in words, dates and numbers as printed, several joined by commas."""
    match fact:
        case None:
            return NOTHING
        case Refusal():
            return sentence(language, fact)
        case StrEnum():
            return word(language, fact)
        case Credits():
            return credits_text(language, fact)
        case datetime():
            return language.moment(fact)
        case date():
            return language.date(fact)
        case str() | bool():
            return str(fact)
        case int() | Decimal():
            return language.number(fact)
        case Iterable():
            return ", ".join(fact_text(language, part) for part in fact)
        case _:
            return str(fact)
