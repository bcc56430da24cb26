"""Bytes as the letters that a QR code packs most tightly (RFC 9285), and back."""

_LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
_VALUES = {letter: at for at, letter in enumerate(_LETTERS)}


def encoded(data: bytes) -> str:
    """The bytes as text."""
    out: list[str] = []
    for at in range(0, len(data) - 1, 2):
        value = data[at] << 8 | data[at + 1]
        high, low = divmod(value, 45)
        top, middle = divmod(high, 45)
        out += (_LETTERS[low], _LETTERS[middle], _LETTERS[top])
    if len(data) % 2:
        high, low = divmod(data[-1], 45)
        out += (_LETTERS[low], _LETTERS[high])
    return "".join(out)


def decoded(text: str) -> bytes:
    """The bytes of the text; ValueError for a letter or a length that cannot be."""
    try:
        values = [_VALUES[letter] for letter in text]
    except KeyError as error:
        raise ValueError(text[:20]) from error
    if len(values) % 3 == 1:
        raise ValueError(len(values))
    out = bytearray()
    for at in range(0, len(values) - 2, 3):
        value = values[at] + 45 * values[at + 1] + 2025 * values[at + 2]
        if value > 0xFFFF:
            raise ValueError(value)
        out += value.to_bytes(2, "big")
    if len(values) % 3 == 2:
        value = values[-2] + 45 * values[-1]
        if value > 0xFF:
            raise ValueError(value)
        out.append(value)
    return bytes(out)
