"""Whether a picture offered as evidence can be shown at all."""

import logging
import warnings
from typing import BinaryIO

from commission_app.errors import RefusedError

MOST_PIXELS = 150_000_000
FORMATS = ("PNG", "JPEG", "GIF", "BMP", "TIFF", "WEBP")


def check(name: str, source: BinaryIO) -> None:
    """Refuses a picture that is none, that was cut off, or that would fill the memory when opened."""
    from PIL import Image, UnidentifiedImageError

    # Pillow writes a line into the log for every odd tag of a TIFF; the person hears of it by the refusal alone.
    logging.getLogger("PIL").setLevel(logging.CRITICAL)
    try:
        with warnings.catch_warnings():
            # Our own limit is checked below, before any pixel is unpacked.
            warnings.simplefilter("ignore")
            with Image.open(source, formats=FORMATS) as picture:
                if picture.width * picture.height > MOST_PIXELS:
                    raise RefusedError("evidence_file.picture_bomb", at="file", file=name)
                picture.load()
    except Image.DecompressionBombError:
        raise RefusedError("evidence_file.picture_bomb", at="file", file=name) from None
    except UnidentifiedImageError:
        raise RefusedError("evidence_file.no_picture", at="file", file=name) from None
    except (OSError, SyntaxError, ValueError, EOFError, LookupError, TypeError, ArithmeticError, MemoryError):
        raise RefusedError("evidence_file.picture_broken", at="file", file=name) from None
