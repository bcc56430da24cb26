"""Sentences of the refusals about recognising earlier studies."""

from commission_app.i18n import marked

SENTENCES: dict[str, str] = {
    "credits.unknown_mark": marked("“{mark}” is neither a mark from 1 to 10 nor a word for passed or failed."),
    "credits.units_mixed": marked(
        "“{code}” is stated in {unit} and “{other_code}” in {other}: credits in different units cannot be added."
    ),
    "credits.unit_apart": marked("“{code}” is stated in {unit}; there is no lawful way to turn it into {to}."),
    "credits.study_apart": marked(
        "The earlier course “{title}” is stated in {unit}; there is no lawful way to turn it into {to}."
    ),
    "credits.study_twice": marked("The earlier course “{title}” stands twice."),
    "credits.study_foreign": marked("“{title}” counts for what is not asked for: {units}."),
    "credits.own_study_range": marked("The least own study is {percent} %; it must be 0 to 100."),
    "credits.too_entangled": marked(
        "{n} earlier courses count for so many of the same courses or modules ({units}) that the best allocation "
        "cannot be found; let each count for fewer."
    ),
}
