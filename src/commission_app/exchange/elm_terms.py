"""The words of European controlled vocabularies that our credentials use, by the addresses they have there.

Only addresses that the official sample or the vocabularies themselves name stand here. Where Europe has no word for
what we say (a level of our own framework, supervision with proof of identity), the credential says it in its own.
"""

from collections.abc import Mapping

from commission_app.rules.vocabulary.microcredential import AssessmentKind, Participation, Supervision
from commission_app.rules.vocabulary.standard import OutcomeKind

Term = tuple[str, str]
"""The address of a word in its vocabulary, and what the vocabulary calls it in English."""

_SNB = "http://data.europa.eu/snb"
_AUTHORITY = "http://publications.europa.eu/resource/authority"
COUNTRY = f"{_AUTHORITY}/country"
LANGUAGE = f"{_AUTHORITY}/language"
FILE_TYPE = f"{_AUTHORITY}/file-type"


def scheme(name: str) -> str:
    """The address of a vocabulary of the learning model."""
    return f"{_SNB}/{name}/25831c2"


def term(name: str, code: str) -> str:
    """The address of a word in a vocabulary of the learning model."""
    return f"{_SNB}/{name}/{code}"


GENERIC: Term = ("e34929035b", "Generic")
ECTS: Term = ("6fcec5c5af", "European Credit Transfer System")
BASE64: Term = ("6146cde7dd", "base64")
FORMAL: Term = ("6fd4685715", "formal learning")
NON_FORMAL: Term = ("e207a81fc7", "non-formal learning")
SHORT_PROGRAMME: Term = ("74a4a268e8", "Short learning programme")
PROGRAMME: Term = ("79343569f3", "Educational programme")
MODULE: Term = ("0f7dac46ca", "Programme module")
COURSE: Term = ("05053c1cbe", "Course")
VOLUNTEERING: Term = ("59eaf34fab", "volunteering")
JOB: Term = ("4357e0e681", "job experience")

ASSESSMENTS: Mapping[AssessmentKind, Term] = {
    AssessmentKind.PORTFOLIO: ("4f03b91c0e", "portfolio"),
    AssessmentKind.WRITTEN: ("6e6cb2cc78", "written examination"),
    AssessmentKind.ORAL: ("d30284d7df", "oral examination"),
    AssessmentKind.PRACTICAL: ("6a4db9f11d", "practical assessment"),
    AssessmentKind.PROJECT: ("795dac4096", "project work"),
    AssessmentKind.CONTINUOUS: ("3484bd7e51", "continuous evaluation"),
}
"""Ways of assessing; for the recognition of prior learning the vocabulary has no word."""
MODES: Mapping[Participation, Term] = {
    Participation.ONLINE: ("920fbb3cbe", "Online"),
    Participation.ONSITE: ("9191af2ed9", "Presential"),
    Participation.BLENDED: ("e92d221e4d", "Blended"),
    Participation.WORK: ("729f3bed4b", "Workbased"),
}
ACTIVITIES: Mapping[Participation, Term] = {
    Participation.VOLUNTEERING: VOLUNTEERING,
    Participation.WORK: JOB,
}
UNSUPERVISED: Mapping[Supervision, Term] = {
    Supervision.NONE: ("c598449d64", "Unsupervised without ID Verification"),
}
SKILLS: Mapping[OutcomeKind, Term] = {
    OutcomeKind.KNOWLEDGE: ("knowledge", "Knowledge"),
    OutcomeKind.SKILL: ("skill", "Skill"),
}
LANGUAGES: Mapping[str, Term] = {"lv": ("LAV", "Latvian"), "en": ("ENG", "English")}

COUNTRIES: Mapping[str, Term] = {
    "AD": ("AND", "Andorra"),
    "AL": ("ALB", "Albania"),
    "AM": ("ARM", "Armenia"),
    "AT": ("AUT", "Austria"),
    "AU": ("AUS", "Australia"),
    "AZ": ("AZE", "Azerbaijan"),
    "BA": ("BIH", "Bosnia and Herzegovina"),
    "BE": ("BEL", "Belgium"),
    "BG": ("BGR", "Bulgaria"),
    "BY": ("BLR", "Belarus"),
    "CA": ("CAN", "Canada"),
    "CH": ("CHE", "Switzerland"),
    "CN": ("CHN", "China"),
    "CY": ("CYP", "Cyprus"),
    "CZ": ("CZE", "Czechia"),
    "DE": ("DEU", "Germany"),
    "DK": ("DNK", "Denmark"),
    "EE": ("EST", "Estonia"),
    "ES": ("ESP", "Spain"),
    "FI": ("FIN", "Finland"),
    "FR": ("FRA", "France"),
    "GB": ("GBR", "United Kingdom"),
    "GE": ("GEO", "Georgia"),
    "GR": ("GRC", "Greece"),
    "HR": ("HRV", "Croatia"),
    "HU": ("HUN", "Hungary"),
    "IE": ("IRL", "Ireland"),
    "IL": ("ISR", "Israel"),
    "IN": ("IND", "India"),
    "IS": ("ISL", "Iceland"),
    "IT": ("ITA", "Italy"),
    "JP": ("JPN", "Japan"),
    "KZ": ("KAZ", "Kazakhstan"),
    "LI": ("LIE", "Liechtenstein"),
    "LT": ("LTU", "Lithuania"),
    "LU": ("LUX", "Luxembourg"),
    "LV": ("LVA", "Latvia"),
    "MC": ("MCO", "Monaco"),
    "MD": ("MDA", "Moldova"),
    "ME": ("MNE", "Montenegro"),
    "MK": ("MKD", "North Macedonia"),
    "MT": ("MLT", "Malta"),
    "NL": ("NLD", "Netherlands"),
    "NO": ("NOR", "Norway"),
    "PL": ("POL", "Poland"),
    "PT": ("PRT", "Portugal"),
    "RO": ("ROU", "Romania"),
    "RS": ("SRB", "Serbia"),
    "SE": ("SWE", "Sweden"),
    "SI": ("SVN", "Slovenia"),
    "SK": ("SVK", "Slovakia"),
    "SM": ("SMR", "San Marino"),
    "TR": ("TUR", "Türkiye"),
    "UA": ("UKR", "Ukraine"),
    "US": ("USA", "United States"),
    "VA": ("VAT", "Holy See"),
}
