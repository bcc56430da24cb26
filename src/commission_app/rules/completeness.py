"""Whether an application is complete, and whether the institution may take it up at all."""

from dataclasses import dataclass
from datetime import date, timedelta

from commission_app.errors import Refusal, refusal
from commission_app.rules.vocabulary.case import Procedure


@dataclass(frozen=True, slots=True)
class ApplicationFacts:
    """What an application gives; empty text means that it gives nothing."""

    procedure: Procedure
    given_name: str = ""
    surname: str = ""
    personal_code: str = ""
    birth_date: date | None = None
    identity_document: str = ""
    address: str = ""
    email: str = ""
    phone: str = ""
    e_address: bool = False
    has_target: bool = False
    has_payment: bool = False
    prerequisites_missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AdmissibilityFacts:
    """What decides whether the institution may recognise against a target at all."""

    procedure: Procedure
    day: date
    edition_approved: bool = True
    accredited: bool = True
    delegated_until: date | None = None
    regulated_profession: bool = False


def missing(facts: ApplicationFacts) -> tuple[Refusal, ...]:
    """What the application must still give before it is admitted."""
    found: list[Refusal] = []
    if not facts.given_name.strip():
        found.append(refusal("application.no_given_name", at="given_name"))
    if not facts.surname.strip():
        found.append(refusal("application.no_surname", at="surname"))
    if not facts.personal_code.strip() and not (facts.birth_date and facts.identity_document.strip()):
        found.append(refusal("application.no_identity", at="personal_code"))
    if not (facts.address.strip() or facts.email.strip() or facts.e_address):
        found.append(refusal("application.no_address", at="email"))
    if not facts.has_target:
        found.append(refusal("application.no_target", at="edition"))
    found += [refusal("prerequisite.missing", at="prerequisites", text=text) for text in facts.prerequisites_missing]
    return tuple(found)


def reminders(facts: ApplicationFacts) -> tuple[Refusal, ...]:
    """What is worth asking for, though the application is admitted without it."""
    found: list[Refusal] = []
    if facts.procedure is Procedure.VOCATIONAL and not facts.has_payment:
        found.append(refusal("application.no_payment", at="payment"))
    if not facts.phone.strip():
        found.append(refusal("application.no_phone", at="phone"))
    return tuple(found)


def lapse(admitted_until: date | None, day: date, warned_days: int = 0) -> tuple[Refusal, ...]:
    """An admission that lapsed before a day, or lapses within the days of warning after it."""
    if admitted_until is None or admitted_until > day + timedelta(days=warned_days):
        return ()
    if admitted_until < day:
        return (refusal("admission.lapsed", until=admitted_until),)
    return (refusal("admission.lapses", until=admitted_until),) if warned_days else ()


def admissibility(facts: AdmissibilityFacts) -> tuple[Refusal, ...]:
    """What stands against taking the application up, complete or not; overriding it takes a reason."""
    found: list[Refusal] = []
    if not facts.edition_approved:
        found.append(refusal("target.not_approved", at="edition"))
    if facts.procedure is Procedure.HIGHER_EDUCATION and not facts.accredited:
        found.append(refusal("target.not_accredited", at="edition"))
    lapsed = facts.delegated_until is not None and facts.delegated_until < facts.day
    if facts.procedure is Procedure.VOCATIONAL and lapsed:
        found.append(refusal("target.delegation_lapsed", at="edition", until=facts.delegated_until))
    if facts.regulated_profession:
        found.append(refusal("target.regulated_profession", at="edition"))
    return tuple(found)
