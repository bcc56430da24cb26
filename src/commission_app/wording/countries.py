"""The names of the countries whose institutions issue certificates; another country is said by its code."""

from collections.abc import Mapping

from commission_app.i18n import Language, marked

NAMES: Mapping[str, str] = {
    "AT": marked("Austria"),
    "BE": marked("Belgium"),
    "BG": marked("Bulgaria"),
    "CH": marked("Switzerland"),
    "CY": marked("Cyprus"),
    "CZ": marked("Czechia"),
    "DE": marked("Germany"),
    "DK": marked("Denmark"),
    "EE": marked("Estonia"),
    "ES": marked("Spain"),
    "FI": marked("Finland"),
    "FR": marked("France"),
    "GB": marked("United Kingdom"),
    "GR": marked("Greece"),
    "HR": marked("Croatia"),
    "HU": marked("Hungary"),
    "IE": marked("Ireland"),
    "IS": marked("Iceland"),
    "IT": marked("Italy"),
    "LI": marked("Liechtenstein"),
    "LT": marked("Lithuania"),
    "LU": marked("Luxembourg"),
    "LV": marked("Latvia"),
    "MT": marked("Malta"),
    "NL": marked("Netherlands"),
    "NO": marked("Norway"),
    "PL": marked("Poland"),
    "PT": marked("Portugal"),
    "RO": marked("Romania"),
    "SE": marked("Sweden"),
    "SI": marked("Slovenia"),
    "SK": marked("Slovakia"),
    "UA": marked("Ukraine"),
}


def country(language: Language, code: str) -> str:
    """What a country is called."""
    name = NAMES.get(code)
    return language.say_of("country", name) if name else code
