"""Words about cases and their life; a state's word agrees with the case (lieta)."""

from collections.abc import Mapping
from enum import StrEnum

from commission_app.i18n import Language, marked
from commission_app.rules.vocabulary.case import CaseAct, CaseState, Channel, Ground, Procedure, Step

WORDS: Mapping[type[StrEnum], Mapping[str, str]] = {
    Procedure: {
        Procedure.VOCATIONAL: marked("assessment of vocational competence"),
        Procedure.HIGHER_EDUCATION: marked("recognition in higher education"),
        Procedure.LATER_STAGES: marked("recognition for admission to later stages"),
        Procedure.MOBILITY: marked("recognition after mobility"),
        Procedure.OFFER: marked("assessment of an education offer"),
    },
    Ground: {
        Ground.EXPERIENCE: marked("non-formal learning or professional experience"),
        Ground.PREVIOUS_STUDIES: marked("previous education"),
        Ground.MIXED: marked("both grounds"),
    },
    Step: {
        Step.IDENTIFICATION: marked("identification"),
        Step.DOCUMENTATION: marked("documentation"),
        Step.ASSESSMENT: marked("assessment"),
        Step.CERTIFICATION: marked("certification"),
    },
    CaseState: {
        CaseState.RECEIVED: marked("received"),
        CaseState.ADMITTED: marked("admitted"),
        CaseState.DOCUMENTED: marked("documented"),
        CaseState.SCORED: marked("scored"),
        CaseState.REFERRED: marked("referred for decision"),
        CaseState.POSTPONED: marked("postponed"),
        CaseState.DECIDED: marked("decided"),
        CaseState.CERTIFIED: marked("certificate issued"),
        CaseState.WITHDRAWN: marked("closed on withdrawal"),
        CaseState.CLOSED: marked("closed"),
    },
    Channel: {
        Channel.IN_PERSON: marked("in person"),
        Channel.POST: marked("by post"),
        Channel.EMAIL: marked("by e-mail"),
        Channel.E_ADDRESS: marked("to the official e-address"),
        Channel.ONLINE: marked("online"),
    },
    CaseAct: {
        CaseAct.ADMIT: marked("Admit the application"),
        CaseAct.CLOSE_PORTFOLIO: marked("Close the documentation"),
        CaseAct.CLOSE_SCORING: marked("Close the assessment"),
        CaseAct.REFER: marked("Refer to a sitting"),
        CaseAct.ENTER_EXAM: marked("Enter for the exam"),
        CaseAct.REGISTER_DECISION: marked("Register the decision"),
        CaseAct.ISSUE_CERTIFICATE: marked("Issue the certificate"),
        CaseAct.SEND_BACK: marked("Send the portfolio back"),
        CaseAct.ASK_MORE: marked("Ask for more information"),
        CaseAct.WITHDRAW: marked("Close on withdrawal"),
        CaseAct.TAKE_UP_AGAIN: marked("Take the case up again"),
        CaseAct.REPEAT_EXAM: marked("Let the exam be sat again"),
    },
}


def said(language: Language, text: str) -> str:
    """A word of the table as said of a case."""
    return language.say_of("case", text)


_EXAM_PROTOCOL = marked("Register the exam protocol")


def act_word(language: Language, act: CaseAct, procedure: Procedure) -> str:
    """The act as its button says it: where an exam decides, its protocol is registered and not a decision."""
    if act is CaseAct.REGISTER_DECISION and procedure is Procedure.VOCATIONAL:
        return said(language, _EXAM_PROTOCOL)
    return said(language, WORDS[CaseAct][act])
