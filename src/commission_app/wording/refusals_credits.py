"""Sentences of the refusals about recognising earlier studies."""

from commission_app.i18n import marked

SENTENCES: dict[str, str] = {
    "credits.too_entangled": marked(
        "{n} earlier courses count for so many of the same courses or modules ({units}) that the best allocation "
        "cannot be found; let each count for fewer."
    ),
}
