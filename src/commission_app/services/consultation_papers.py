"""Papers of consultations: the register of a year as a workbook, and the minutes of one."""

import re
from datetime import datetime
from io import BytesIO

from commission_app.documents import consultation_minutes
from commission_app.documents.consultation_minutes import MinutesFacts, paid
from commission_app.documents.house_style import Signatures, Signer
from commission_app.documents.registers.consultations import COLUMNS, ConsultationEntry, cells
from commission_app.documents.workbook import SummaryFacts, write_register
from commission_app.i18n import OFFICE_ZONE, Language, marked
from commission_app.models.application import Consultation
from commission_app.services import consultations
from commission_app.services.consultations import ConsultationForm, ConsultationRow
from commission_app.services.paper_sources import both, letterhead, worded
from commission_app.store.work import Reading

_CLOCK = re.compile(r"(\d{1,2})[.:](\d{2})")
_DAY = 24 * 60


def workbook(reading: Reading, year: int, language: Language) -> bytes:
    """The register of consultations of a year, the earliest first, with its summary sheet."""
    rows = list(reversed(consultations.everything(reading, year)))
    entries = [_entry(place, row, language) for place, row in enumerate(rows, 1)]
    title = both(marked("Register of consultations"))
    summary = SummaryFacts(
        institution=letterhead(reading.session, reading.today, language).institution,
        title=title,
        period=str(year),
        exported_by=reading.actor.name,
        exported_at=datetime.now(OFFICE_ZONE),
        count=len(entries),
        number_column=0,
    )
    out = BytesIO()
    write_register(COLUMNS, (cells(entry, language) for entry in entries), summary, language, out)
    return out.getvalue()


def minutes(reading: Reading, consultation_id: int, language: Language) -> bytes:
    """The minutes of one consultation as a PDF, to be signed by both."""
    row = consultations.row_of(reading, reading.get(Consultation, consultation_id))
    form = row.form
    signers = (Signer(both(marked("Consultant")), form.consultant), Signer(both(marked("Consulted")), row.who))
    return consultation_minutes.render(
        MinutesFacts(
            letterhead=letterhead(reading.session, form.held_on, language),
            held_on=form.held_on,
            times=times(form),
            minutes=form.minutes,
            form=worded(form.form),
            place=form.place,
            free=form.free,
            attendee=row.who,
            consultant=form.consultant,
            case_number=row.case_number,
            topic=form.topic,
            record=form.record,
            signatures=Signatures(signers),
        ),
        language,
    )


def times(form: ConsultationForm) -> str:
    """From when to when: "10.30–11.15"; only what was written where that is no time of a day."""
    clock = _CLOCK.fullmatch(form.began_at)
    if clock is None:
        return form.began_at
    start = int(clock[1]) * 60 + int(clock[2])
    if start >= _DAY or int(clock[2]) >= 60:
        return form.began_at
    end = (start + form.minutes) % _DAY
    return f"{start // 60:02}.{start % 60:02}–{end // 60:02}.{end % 60:02}"


def _entry(place: int, row: ConsultationRow, language: Language) -> ConsultationEntry:
    form = row.form
    held = ", ".join(part for part in (language.date(form.held_on), times(form)) if part)
    return ConsultationEntry(
        position=place,
        held=held,
        minutes=form.minutes,
        applicant=row.who,
        consultant=form.consultant,
        topic=form.topic,
        payment=paid(language, form.free),
        case_number=row.case_number or None,
    )
