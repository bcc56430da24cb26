"""Words about microcredentials: elements, code lists, principles, criteria and the five steps."""

from collections.abc import Mapping
from enum import StrEnum

from commission_app.i18n import Language, marked
from commission_app.rules.vocabulary.microcredential import (
    AssessmentKind,
    Conformity,
    Criterion,
    Cycle,
    Element,
    Participation,
    Principle,
    PrincipleAnswer,
    ProgrammeKind,
    QualityKind,
    ReviewKind,
    Stackability,
    Supervision,
)

WORDS: Mapping[type[StrEnum], Mapping[str, str]] = {
    Element: {
        Element.LEARNER: marked("identification of the learner"),
        Element.TITLE: marked("title of the microcredential"),
        Element.COUNTRY: marked("country or region of the issuer"),
        Element.AWARDING_BODY: marked("awarding body"),
        Element.DATE: marked("date of issuing"),
        Element.OUTCOMES: marked("learning outcomes"),
        Element.WORKLOAD: marked("notional workload"),
        Element.LEVEL: marked("level and cycle"),
        Element.ASSESSMENT: marked("type of assessment"),
        Element.PARTICIPATION: marked("form of participation in the learning activity"),
        Element.QUALITY: marked("type of quality assurance"),
        Element.PREREQUISITES: marked("prerequisites needed to enrol"),
        Element.SUPERVISION: marked("supervision and identity verification during assessment"),
        Element.GRADE: marked("grade achieved"),
        Element.STACKABILITY: marked("integration and stackability options"),
        Element.MORE: marked("further information"),
    },
    AssessmentKind: {
        AssessmentKind.PRIOR_LEARNING: marked("recognition of prior learning"),
        AssessmentKind.PORTFOLIO: marked("portfolio"),
        AssessmentKind.WRITTEN: marked("written examination"),
        AssessmentKind.ORAL: marked("oral examination"),
        AssessmentKind.PRACTICAL: marked("application of a skill in practice"),
        AssessmentKind.PROJECT: marked("project or final paper"),
        AssessmentKind.CONTINUOUS: marked("continuous assessment"),
    },
    Participation: {
        Participation.ONLINE: marked("online"),
        Participation.ONSITE: marked("onsite"),
        Participation.BLENDED: marked("blended"),
        Participation.VOLUNTEERING: marked("volunteering"),
        Participation.WORK: marked("work experience"),
    },
    QualityKind: {
        QualityKind.INTERNAL: marked("internal quality assurance of the institution"),
        QualityKind.INSTITUTION: marked("accredited institution"),
        QualityKind.PROGRAMME: marked("accredited programme"),
        QualityKind.DIRECTION: marked("accredited study direction"),
        QualityKind.EXTERNAL: marked("other external quality assurance"),
    },
    Supervision: {
        Supervision.NONE: marked("unsupervised with no identity verification"),
        Supervision.SUPERVISED: marked("supervised with no identity verification"),
        Supervision.IDENTIFIED: marked("supervised online or onsite with identity verification"),
    },
    Stackability: {
        Stackability.STAND_ALONE: marked("stand-alone, independent microcredential"),
        Stackability.STACKABLE: marked("integrated, stackable towards another credential"),
    },
    Cycle: {
        Cycle.SHORT: marked("short cycle"),
        Cycle.FIRST: marked("first cycle"),
        Cycle.SECOND: marked("second cycle"),
        Cycle.THIRD: marked("third cycle"),
    },
    Principle: {
        Principle.QUALITY: marked("Quality"),
        Principle.TRANSPARENCY: marked("Transparency"),
        Principle.RELEVANCE: marked("Relevance"),
        Principle.ASSESSMENT: marked("Valid assessment"),
        Principle.PATHWAYS: marked("Learning pathways"),
        Principle.RECOGNITION: marked("Recognition"),
        Principle.PORTABLE: marked("Portable"),
        Principle.LEARNER_CENTRED: marked("Learner-centred"),
        Principle.AUTHENTIC: marked("Authentic"),
        Principle.GUIDANCE: marked("Information and guidance"),
    },
    PrincipleAnswer: {
        PrincipleAnswer.YES: marked("kept"),
        PrincipleAnswer.PARTLY: marked("kept in part"),
        PrincipleAnswer.NO: marked("not kept"),
    },
    ProgrammeKind: {
        ProgrammeKind.COURSES: marked("study course, module or set of modules"),
        ProgrammeKind.FURTHER_EDUCATION: marked("further vocational education programme"),
        ProgrammeKind.PROFESSIONAL_DEVELOPMENT: marked("professional development programme"),
        ProgrammeKind.TEACHERS: marked("professional development programme for teachers"),
        ProgrammeKind.NON_FORMAL: marked("non-formal education programme"),
    },
    Criterion: {
        Criterion.BELOW_DEGREE: marked("shorter than a higher education qualification"),
        Criterion.BELOW_QUALIFICATION: marked("shorter than a professional qualification"),
        Criterion.LABOUR_MARKET: marked("oriented to the labour market"),
        Criterion.CERTIFIED: marked("ends with a certified document"),
        Criterion.SAYS_OUTCOMES: marked("document states the learning outcomes"),
        Criterion.SAYS_ASSESSMENT: marked("document states the assessment method"),
        Criterion.SAYS_CREDITS: marked("document states the credit points"),
        Criterion.SAYS_LEVEL: marked("document states the LKI level"),
        Criterion.STACKABLE: marked("recognisable, portable, stackable"),
        Criterion.QUALITY: marked("quality assured by agreed standards"),
    },
    Conformity: {
        Conformity.FULL: marked("conforms fully"),
        Conformity.NEARLY: marked("nearly conforms (or conformity is easily ensured)"),
        Conformity.PARTLY: marked("conforms in part (or conformity can be ensured)"),
        Conformity.RARELY: marked("does not conform (except in some cases)"),
        Conformity.NOT: marked("does not conform"),
    },
    ReviewKind: {
        ReviewKind.CONFORMITY: marked("conformity of the programme"),
        ReviewKind.PRINCIPLES: marked("ten principles of the programme"),
    },
}


def said(language: Language, text: str) -> str:
    """A word of the table as said of a microcredential."""
    return language.say_of("microcredential", text)
