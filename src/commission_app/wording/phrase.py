"""What the printed texts of the institution are called where they are edited."""

from collections.abc import Mapping

from commission_app.i18n import Language, marked

NAMES: Mapping[str, str] = {
    "legal_basis": marked("legal basis"),
    "appeal": marked("how it may be contested"),
    "data_notice": marked("notice on personal data"),
    "interview_questions": marked("questions of the identification interview"),
    "electronic_note": marked("line of papers signed electronically"),
    "leaflet": marked("applicant's leaflet"),
    "letter_decision": marked("letter: decision sent"),
    "letter_more_information": marked("letter: what is lacking"),
    "letter_extension": marked("letter: term extended"),
    "letter_left_unexamined": marked("letter: application left unexamined"),
    "letter_closed": marked("letter: case closed"),
    "letter_slip_corrected": marked("letter: slip of the pen corrected"),
    "letter_repealed": marked("letter: decision repealed"),
    "letter_appeal_answer": marked("letter: answer to a contest"),
    "letter_other": marked("letter: another matter"),
}


def name(language: Language, key: str) -> str:
    """The name of a printed text; a key of a newer program stands as it is."""
    return language.say_of("printed text", NAMES[key]) if key in NAMES else key
