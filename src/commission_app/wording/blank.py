"""Words about numbered state forms; a state's word agrees with the form (veidlapa)."""

from collections.abc import Mapping
from enum import StrEnum

from commission_app.i18n import Language, marked
from commission_app.rules.vocabulary.blank import BlankMove, BlankState, FieldAlign, FormField, LossReason

WORDS: Mapping[type[StrEnum], Mapping[str, str]] = {
    BlankState: {
        BlankState.IN_STOCK: marked("in stock"),
        BlankState.USED: marked("used"),
        BlankState.SPOILED: marked("spoiled"),
        BlankState.ANNULLED: marked("annulled"),
        BlankState.DESTROYED: marked("destroyed"),
    },
    BlankMove: {
        BlankMove.RECEIVED: marked("receipt"),
        BlankMove.USED: marked("use"),
        BlankMove.SPOILED: marked("spoiling"),
        BlankMove.ANNULLED: marked("annulment"),
        BlankMove.DESTROYED: marked("destruction"),
    },
    LossReason: {
        LossReason.LOST: marked("lost"),
        LossReason.STOLEN: marked("stolen"),
        LossReason.DESTROYED: marked("perished"),
        LossReason.DAMAGED: marked("damaged"),
    },
    FieldAlign: {
        FieldAlign.LEFT: marked("at the left"),
        FieldAlign.CENTRE: marked("in the middle"),
        FieldAlign.RIGHT: marked("at the right"),
    },
    FormField: {
        FormField.NUMBER: marked("registration number"),
        FormField.HOLDER: marked("name, surname"),
        FormField.IDENTITY: marked("personal code or date of birth"),
        FormField.INSTITUTION: marked("institution"),
        FormField.INSTITUTION_CODE: marked("registration number of the institution"),
        FormField.ACCREDITATION: marked("accreditation"),
        FormField.PROGRAMME: marked("programme"),
        FormField.PROGRAMME_CODE: marked("code of the programme or standard"),
        FormField.QUALIFICATION: marked("qualification"),
        FormField.PART: marked("part, module or unit"),
        FormField.LEVEL_PKL: marked("PKL level"),
        FormField.LEVEL_LKI: marked("LKI level"),
        FormField.BASIS: marked("basis"),
        FormField.HOURS: marked("hours"),
        FormField.OUTCOMES: marked("learning outcomes"),
        FormField.EXAM_DATE: marked("date of the exam"),
        FormField.MARK: marked("mark"),
        FormField.PROTOCOL: marked("number and date of the protocol or decision"),
        FormField.CHAIR: marked("chair of the commission"),
        FormField.HEAD: marked("head of the institution"),
        FormField.PLACE: marked("place"),
        FormField.ISSUED_ON: marked("date of issue"),
        FormField.DUPLICATE: marked("the word DUPLICATE"),
    },
}


def said(language: Language, text: str) -> str:
    """A word of the table as said of a state form."""
    return language.say_of("blank", text)
