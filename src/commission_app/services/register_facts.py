"""What a line of a book says at the moment of its entry, in words of no language: codes, dates, thousandths, pairs."""

from commission_app.models.case import RecognitionCase
from commission_app.models.standard import Edition

Facts = dict[str, object]


def application(case: RecognitionCase) -> Facts:
    """The line of the register of applications for a case just received (glossary D1)."""
    office = {"number": case.external_number, "day": case.external_date} if case.external_number else None
    return {
        "registered_on": case.received_on,
        "office_reference": office,
        "channel": case.channel,
        "applicant": f"{case.person.given_name} {case.person.family_name}",
        "enrolled": case.enrolled,
        "procedure": case.procedure,
        "programme": programme(case.edition),
        "fee_cents": case.fee_cents,
        "paid_on": case.paid_on,
        "payment_document": case.payment_document,
        "payer": case.payer,
        "due_on": case.deadline,
        "file_index": case.nomenclature,
    }


def programme(edition: Edition) -> Facts:
    """What one is measured against, as a book names it: title, code and level."""
    standard = edition.standard
    return {"lv": standard.title_lv, "en": standard.title_en, "code": standard.code, "lki": edition.lki}
