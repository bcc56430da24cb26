"""A code for a framework whose format gives it none: the words of its title, the same at the next import."""

from commission_app.exchange.standard_facts import LONGEST_CODE
from commission_app.rules.collation import fold


def code_of_title(title: str) -> str:
    """The title's words as a code that stays the same at the next import."""
    words = "".join(letter if letter.isalnum() else " " for letter in fold(title)).split()
    code = ""
    for word in words:
        if len(code) + 1 + len(word) > LONGEST_CODE:
            break
        code = f"{code}-{word}" if code else word
    return code or words[0][:LONGEST_CODE] if words else "framework"
