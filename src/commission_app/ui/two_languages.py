"""Texts of the office that stand in both languages: the half of the reader's language, else the other half."""

from commission_app.i18n import Language


def half(language: Language, lv: str, en: str) -> str:
    """The half in the reader's language; where it is empty, the other."""
    return language.half(lv, en)
