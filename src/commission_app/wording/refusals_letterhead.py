"""Sentences of the refusals about the pictures of the letterhead."""

from commission_app.i18n import marked

SENTENCES: dict[str, str] = {
    "letterhead.too_large": marked("The picture {file} is larger than {most} MB; save it smaller."),
    "letterhead.too_many_pixels": marked(
        "The picture {file} has more than {most} million points; save it smaller, a tenth prints just as well."
    ),
    "letterhead.no_picture": marked("The file {file} is not a PNG or JPEG picture; choose such a file."),
    "letterhead.broken_picture": marked("The picture {file} cannot be read to its end; save it anew as PNG."),
}
