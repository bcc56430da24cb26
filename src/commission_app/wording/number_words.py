"""Whole numbers in words beside a feminine noun, as the certification of a volume says them: "četrdesmit piecas"."""

from commission_app.i18n import Language

MOST = 9_999
_ONES_LV = ("", "viena", "divas", "trīs", "četras", "piecas", "sešas", "septiņas", "astoņas", "deviņas")
_STEMS_LV = ("", "vien", "div", "trīs", "četr", "piec", "seš", "septiņ", "astoņ", "deviņ")
_COUNTS_LV = ("", "viens", "divi", "trīs", "četri", "pieci", "seši", "septiņi", "astoņi", "deviņi")
_ONES_EN = tuple(
    " one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen".split(" ")
)
_TENS_EN = tuple("  twenty thirty forty fifty sixty seventy eighty ninety".split(" "))


def in_words(language: Language, number: int) -> str:
    """A number from 0 to 9,999 in words; a larger one in figures."""
    if not 0 <= number <= MOST:
        return language.number(number)
    return _english(number) if language.code == "en" else _latvian(number)


def _latvian(number: int) -> str:
    if number == 0:
        return "nulle"
    thousands, hundreds, rest = number // 1000, number // 100 % 10, number % 100
    parts = []
    if thousands:
        parts.append("viens tūkstotis" if thousands == 1 else f"{_COUNTS_LV[thousands]} tūkstoši")
    if hundreds:
        parts.append("simts" if hundreds == 1 else f"{_COUNTS_LV[hundreds]} simti")
    parts += _below_hundred(rest)
    return " ".join(parts)


def _below_hundred(rest: int) -> list[str]:
    if rest == 10:
        return ["desmit"]
    if 10 < rest < 20:
        return [f"{_STEMS_LV[rest - 10]}padsmit"]
    tens = [f"{_STEMS_LV[rest // 10]}desmit"] if rest >= 20 else []
    return tens + ([_ONES_LV[rest % 10]] if rest % 10 else [])


def _english(number: int) -> str:
    if number == 0:
        return "zero"
    thousands, hundreds, rest = number // 1000, number // 100 % 10, number % 100
    parts = [f"{_ONES_EN[thousands]} thousand"] if thousands else []
    if hundreds:
        parts.append(f"{_ONES_EN[hundreds]} hundred")
    if rest:
        small = _ONES_EN[rest] if rest < 20 else "-".join(filter(None, (_TENS_EN[rest // 10], _ONES_EN[rest % 10])))
        parts.append(f"and {small}" if parts else small)
    return " ".join(parts)
