"""Words in the user's language: an explicit `Language` that says, counts and dates, with no global state.

English is written in the code; Latvian comes from `resources/locale/lv/commission_app.mo`, compiled from the `.po`
fragments beside it by `dev.py words`. A document takes a Language as a parameter, so that both languages can be
printed in one run.
"""

import gettext
from dataclasses import dataclass
from datetime import date as day_of_calendar
from datetime import datetime
from decimal import Decimal
from functools import cache
from importlib.resources import files
from zoneinfo import ZoneInfo

OFFICE_ZONE = ZoneInfo("Europe/Riga")
NBSP = "\u00a0"

_MONTHS_LV = (
    ("janvāris", "janvāra", "janvārī"),
    ("februāris", "februāra", "februārī"),
    ("marts", "marta", "martā"),
    ("aprīlis", "aprīļa", "aprīlī"),
    ("maijs", "maija", "maijā"),
    ("jūnijs", "jūnija", "jūnijā"),
    ("jūlijs", "jūlija", "jūlijā"),
    ("augusts", "augusta", "augustā"),
    ("septembris", "septembra", "septembrī"),
    ("oktobris", "oktobra", "oktobrī"),
    ("novembris", "novembra", "novembrī"),
    ("decembris", "decembra", "decembrī"),
)
_MONTHS_EN = ("January February March April May June July August September October November December").split()
NOMINATIVE, GENITIVE, LOCATIVE = 0, 1, 2


def plural_class(code: str, n: int | Decimal) -> int:
    """Index of the plural form (0 one, 1 other, 2 zero) of a number, decimals too: 4,5 kredītpunkti, 0,1 kredītpunkts.

    CLDR's rule for Latvian; Babel's gettext header has it wrong for 10 and 20 (glossary B.1).
    """
    if code != "lv":
        return 0 if n == 1 else 1
    value = Decimal(n)
    whole, text = int(value), format(value.normalize(), "f")
    decimals = text.partition(".")[2]
    if not decimals:
        return _plural_lv(whole)
    fraction = int(decimals)
    if len(decimals) == 2 and 11 <= fraction % 100 <= 19:
        return 2
    if fraction % 10 == 1 and (len(decimals) != 2 or fraction % 100 != 11):
        return 0
    return 1


def _plural_lv(whole: int) -> int:
    if whole % 10 == 0 or 11 <= whole % 100 <= 19:
        return 2
    return 0 if whole % 10 == 1 else 1


@dataclass(frozen=True)
class Language:
    """One language of screens and papers; compare by code."""

    code: str

    def say(self, text: str, /, **facts: object) -> str:
        """The text in this language, with its facts put in."""
        found = _catalogue(self.code).gettext(text)
        return found.format(**facts) if facts else found

    def say_of(self, context: str, text: str, /, **facts: object) -> str:
        """The text as said of one noun: a state's word agrees with its noun (lieta atlikta, jautājums atlikts)."""
        found = _catalogue(self.code).pgettext(context, text)
        return found.format(**facts) if facts else found

    def count(self, one: str, many: str, n: int, /, **facts: object) -> str:
        """The text with the plural of a whole number, given to it as {n}."""
        return _catalogue(self.code).ngettext(one, many, n).format(n=self.number(n), **facts)

    def count_decimal(self, one: str, many: str, value: Decimal, /, **facts: object) -> str:
        """The text with the plural of a decimal ("4,5 kredītpunkti"), given to it as {n}."""
        like = (1, 2, 10)[plural_class(self.code, value)] if self.code == "lv" else (1, 2)[value != 1]
        return _catalogue(self.code).ngettext(one, many, like).format(n=self.number(value), **facts)

    def half(self, lv: str, en: str) -> str:
        """Of a text that stands in both languages this one; where it is empty, the other."""
        return (en or lv) if self.code == "en" else (lv or en)

    def number(self, value: int | Decimal) -> str:
        """A number as printed: decimal comma in Latvian, no-break spaces from five whole digits on."""
        text = format(value, "f") if isinstance(value, Decimal) else str(value)
        if "." in text:
            text = text.rstrip("0").rstrip(".")
        whole, dot, rest = text.partition(".")
        sign, digits = ("-", whole[1:]) if whole.startswith("-") else ("", whole)
        if len(digits) > 4:
            head = len(digits) % 3
            groups = [digits[:head]] if head else []
            groups += [digits[i : i + 3] for i in range(head, len(digits), 3)]
            digits = NBSP.join(groups) if self.code == "lv" else ",".join(groups)
        point = "," if self.code == "lv" else "."
        return f"{sign}{digits}{point if dot else ''}{rest}"

    def money(self, cents: int) -> str:
        """Euro from whole cents: "192,75"."""
        sign, cents = ("-", -cents) if cents < 0 else ("", cents)
        point = "," if self.code == "lv" else "."
        return f"{sign}{self.number(cents // 100)}{point}{cents % 100:02d}"

    def date(self, day: day_of_calendar) -> str:
        """A date for tables: "24.11.2026." in Latvian, "24 Nov 2026" in English."""
        if self.code == "lv":
            return f"{day:%d.%m.%Y}."
        return f"{day.day} {_MONTHS_EN[day.month - 1][:3]} {day.year}"

    def long_date(self, day: day_of_calendar, case: int = NOMINATIVE) -> str:
        """A date in words; in Latvian in the grammatical case the sentence wants (2026. gada 24. novembrī)."""
        if self.code == "lv":
            return f"{day.year}. gada {day.day}.{NBSP}{_MONTHS_LV[day.month - 1][case]}"
        return f"{day.day} {_MONTHS_EN[day.month - 1]} {day.year}"

    def month(self, number: int, case: int = NOMINATIVE) -> str:
        """The name of a month, 1 to 12."""
        return _MONTHS_LV[number - 1][case] if self.code == "lv" else _MONTHS_EN[number - 1]

    def time(self, moment: datetime) -> str:
        """The time of day in the office's zone for a moment with a zone; as it stands for one without."""
        local = moment.astimezone(OFFICE_ZONE) if moment.tzinfo else moment
        return f"{local:%H.%M}" if self.code == "lv" else f"{local:%H:%M}"

    def moment(self, moment: datetime) -> str:
        """Date and time in the office's zone."""
        local = moment.astimezone(OFFICE_ZONE) if moment.tzinfo else moment
        return f"{self.date(local.date())} {self.time(local)}"


LATVIAN = Language("lv")
ENGLISH = Language("en")
LANGUAGES = (LATVIAN, ENGLISH)


def language(code: str) -> Language:
    """The language of a code; Latvian for any code the program does not speak."""
    return ENGLISH if code == "en" else LATVIAN


def marked(text: str) -> str:
    """Marks a text for the catalogue without saying it yet (tables of words)."""
    return text


def today() -> day_of_calendar:
    """The date in the office's zone."""
    return datetime.now(OFFICE_ZONE).date()


@cache
def _catalogue(code: str) -> gettext.NullTranslations:
    if code != "lv":
        return gettext.NullTranslations()
    with files("commission_app.resources").joinpath("locale/lv/commission_app.mo").open("rb") as source:
        return gettext.GNUTranslations(source)


def capital(text: str) -> str:
    """A text as a line begins; whatever follows its first letter stays."""
    return text[:1].upper() + text[1:]
