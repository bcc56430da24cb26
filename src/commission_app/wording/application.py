"""Words about what belongs to an application: motive, experience, consultations, statements, leaving, prerequisites."""

from collections.abc import Mapping
from enum import StrEnum

from commission_app.i18n import Language, marked
from commission_app.rules.vocabulary.case import (
    ConsultationForm,
    ExperienceKind,
    LeavingReason,
    Motive,
    PrerequisiteState,
    StatementKind,
)

WORDS: Mapping[type[StrEnum], Mapping[str, str]] = {
    Motive: {
        Motive.OWN_WISH: marked("own wish"),
        Motive.EMPLOYER: marked("employer's wish"),
        Motive.TRADE_RULE: marked("a rule of the trade"),
        Motive.STUDIES: marked("further studies"),
        Motive.OTHER: marked("another reason"),
    },
    ExperienceKind: {
        ExperienceKind.WORK: marked("work"),
        ExperienceKind.VOLUNTEERING: marked("volunteering"),
        ExperienceKind.LEARNING: marked("non-formal learning"),
        ExperienceKind.EDUCATION: marked("formal education"),
        ExperienceKind.PRACTICE: marked("practice"),
    },
    ConsultationForm: {
        ConsultationForm.IN_PERSON: marked("in person"),
        ConsultationForm.PHONE: marked("by telephone"),
        ConsultationForm.ONLINE: marked("online"),
        ConsultationForm.GROUP: marked("in a group"),
    },
    StatementKind: {
        StatementKind.TRUTH: marked("the statements are true"),
        StatementKind.AUTHENTICITY: marked("the evidence is authentic and the applicant's own"),
        StatementKind.DATA_PROCESSING: marked("informed about the processing of personal data"),
        StatementKind.PROCEDURE_KNOWN: marked("informed about the procedure"),
        StatementKind.E_DELIVERY: marked("agrees to electronic delivery"),
        StatementKind.VERIFICATION_CONSENT: marked("agrees to verification with third parties"),
        StatementKind.NO_DOCUMENT: marked("there is no document"),
    },
    LeavingReason: {
        LeavingReason.OWN_WISH: marked("own wish"),
        LeavingReason.NO_ANSWER: marked("no answer"),
        LeavingReason.NOT_PAID: marked("not paid"),
        LeavingReason.ILLNESS: marked("illness"),
        LeavingReason.LEFT_WORK: marked("left the employer"),
        LeavingReason.OTHER_BODY: marked("applied elsewhere"),
        LeavingReason.NOT_ADMISSIBLE: marked("not admissible"),
        LeavingReason.TERM_LAPSED: marked("the admission lapsed"),
        LeavingReason.DIED: marked("died"),
        LeavingReason.OTHER: marked("another reason"),
    },
    PrerequisiteState: {
        PrerequisiteState.ACQUIRED: marked("acquired"),
        PrerequisiteState.IN_PROGRESS: marked("in progress"),
        PrerequisiteState.MISSING: marked("missing"),
    },
}


def said(language: Language, text: str) -> str:
    """A word of the table as said of an application."""
    return language.say_of("application", text)
