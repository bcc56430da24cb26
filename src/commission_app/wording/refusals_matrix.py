"""The sentences of the matrix: what may be typed into its cells, and whose cells they are."""

from commission_app.i18n import marked

SENTENCES: dict[str, str] = {
    "evidence.weight_range": marked("A weight is a whole number from 0 to {most}; {weight} is not."),
    "matrix.unknown_entry": marked("“{typed}” is no score here; possible: {possible}."),
    "matrix.number_expected": marked("a number of the scale, or “{letter}” for “to be tested”"),
    "matrix.veiled": marked("The assessors score blind: choose above who scores, then type into that column."),
    "matrix.paste_kind": marked("Scores go into columns of scores, copied links into columns of evidence."),
    "matrix.changed_since": marked("The cell has changed since; it stays as it is."),
}
