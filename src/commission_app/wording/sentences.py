"""The sentence of a refusal in a language: one table over the tables of every area."""

from commission_app.wording import (
    refusals_cli,
    refusals_decisions,
    refusals_documents,
    refusals_exchange,
    refusals_rules,
    refusals_services,
    refusals_store,
    refusals_ui,
)

TABLES = (
    refusals_rules.SENTENCES,
    refusals_documents.SENTENCES,
    refusals_exchange.SENTENCES,
    refusals_store.SENTENCES,
    refusals_services.SENTENCES,
    refusals_decisions.SENTENCES,
    refusals_ui.SENTENCES,
    refusals_cli.SENTENCES,
)
