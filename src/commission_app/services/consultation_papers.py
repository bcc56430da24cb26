"""Papers of consultations: the minutes of one, and from when to when it was."""

import re

from commission_app.documents import consultation_minutes
from commission_app.documents.consultation_minutes import MinutesFacts
from commission_app.documents.house_style import Signatures, Signer
from commission_app.i18n import Language, marked
from commission_app.models.application import Consultation
from commission_app.services import consultations
from commission_app.services.consultations import ConsultationForm
from commission_app.services.paper_sources import both, letterhead, worded
from commission_app.store.work import Reading

_CLOCK = re.compile(r"(\d{1,2})[.:](\d{2})")
_DAY = 24 * 60


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
