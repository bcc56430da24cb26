"""How papers word the enums: what the commission decided, what a unit got, what became of an examinee, the marks."""

from commission_app.i18n import marked
from commission_app.rules.vocabulary.case import Procedure
from commission_app.rules.vocabulary.decision import DecisionVerdict
from commission_app.rules.vocabulary.scoring import ExamStatus, UnitVerdict

ABOUT = {
    Procedure.VOCATIONAL: marked("on the assessment of vocational competence"),
    Procedure.HIGHER_EDUCATION: marked("on the recognition of study results"),
    Procedure.LATER_STAGES: marked("on recognition for admission to later stages"),
    Procedure.MOBILITY: marked("on the recognition of learning outcomes reached in mobility"),
    Procedure.OFFER: marked("on the assessment of an education offer"),
}

RESOLUTION = {
    DecisionVerdict.FULL: marked("to recognise in full"),
    DecisionVerdict.PARTIAL: marked("to recognise in part"),
    DecisionVerdict.REFUSED: marked("to refuse recognition"),
    DecisionVerdict.TEST: marked("to order a test"),
    DecisionVerdict.MORE_INFORMATION: marked("to ask for more information"),
}

UNIT_RESOLUTION = {
    UnitVerdict.RECOGNISED: marked("recognise"),
    UnitVerdict.PARTLY: marked("recognise in part"),
    UnitVerdict.REFUSED: marked("refuse recognition"),
    UnitVerdict.TEST: marked("order a test"),
}

EXAMINEE = {
    ExamStatus.ENTERED: "",
    ExamStatus.SAT: "",
    ExamStatus.ABSENT: marked("did not come"),
    ExamStatus.EXCUSED: marked("did not come for a good reason"),
    ExamStatus.EXPELLED: marked("was expelled from the exam"),
}

MARKS = {
    10: marked("outstanding"),
    9: marked("excellent"),
    8: marked("very good"),
    7: marked("good"),
    6: marked("almost good"),
    5: marked("satisfactory"),
    4: marked("almost satisfactory"),
    3: marked("weak"),
    2: marked("very weak"),
    1: marked("very, very weak"),
}
