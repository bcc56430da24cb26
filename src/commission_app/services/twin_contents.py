"""What a digital twin would tell whoever gets it, line by line, in the language of the person at the desk."""

from commission_app.exchange import twin_words
from commission_app.i18n import Language
from commission_app.models.case import RecognitionCase
from commission_app.models.certificate import Certificate
from commission_app.rules import twins
from commission_app.rules.certificate_record import CertificateRecord
from commission_app.rules.minutes_record import Said
from commission_app.rules.twins import Choices
from commission_app.services.twin_records import completed
from commission_app.store.work import Reading
from commission_app.wording.quantities import unit_text
from commission_app.wording.words import word


def contents(
    reading: Reading, certificate_id: int, choices: Choices, language: Language
) -> tuple[tuple[str, str], ...]:
    """The headings and texts; what a twin leaves out for the holder's sake is said too."""
    row = reading.get(Certificate, certificate_id)
    reading.opened.add(reading.get(RecognitionCase, row.case_id).person.uid)
    return lines(completed(reading, row), choices, language)


def lines(record: CertificateRecord, choices: Choices, language: Language) -> tuple[tuple[str, str], ...]:
    """The same of a record."""
    say, code = language.say, language.code

    def told(text: Said) -> str:
        return twins.in_language(text, code)

    holder = record.holder
    born = language.date(holder.born) if holder.born else ""
    left_out = say("left out")
    load = twin_words.workload(record)
    size = f"{twin_words.amount(load[0])} {unit_text(language, load[1])}" if load else ""
    spoken = {"lv": say("Latvian"), "en": say("English")}
    outcomes = sum(len(unit.outcomes) for unit in record.units)
    found = (
        (say("Holder"), twin_words.full_name(record)),
        (say("Personal code"), holder.code if choices.with_code else left_out),
        (say("Date of birth"), born if choices.with_birth else left_out),
        (say("Title"), told(record.title)),
        (say("Kind"), word(language, record.kind)),
        (say("Number"), f"{record.number}, {language.date(record.issued_on)}"),
        (say("Institution"), f"{told(record.issuer.name)}, {record.issuer.reg_no}"),
        (say("Basis"), told(twin_words.basis(record))),
        (say("Level"), ", ".join(told(text) for _, text in twin_words.levels(record))),
        (say("Workload"), size),
        (say("Assessment"), told(twin_words.joined(twin_words.assessments(record)))),
        (say("Grade"), told(twin_words.grade(record))),
        (say("Units"), str(len(record.units))),
        (say("Learning outcomes"), str(outcomes)),
        (say("Languages"), ", ".join(spoken[one] for one in twins.languages(record))),
    )
    return tuple((heading, text) for heading, text in found if text)
