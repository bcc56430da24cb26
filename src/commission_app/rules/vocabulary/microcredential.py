"""Words about microcredentials: elements and principles of the 2022 Recommendation, and how far a paper conforms."""

from enum import StrEnum


class Element(StrEnum):
    """The standard elements of Annex I: the first eleven are mandatory, the others are said where relevant."""

    LEARNER = "learner"
    TITLE = "title"
    COUNTRY = "country"
    AWARDING_BODY = "awarding_body"
    DATE = "date"
    OUTCOMES = "outcomes"
    WORKLOAD = "workload"
    LEVEL = "level"
    ASSESSMENT = "assessment"
    PARTICIPATION = "participation"
    QUALITY = "quality"
    PREREQUISITES = "prerequisites"
    SUPERVISION = "supervision"
    GRADE = "grade"
    STACKABILITY = "stackability"
    MORE = "more"


class AssessmentKind(StrEnum):
    """How the learning outcomes were assessed; the recognition of prior learning is one way."""

    PRIOR_LEARNING = "prior_learning"
    PORTFOLIO = "portfolio"
    WRITTEN = "written"
    ORAL = "oral"
    PRACTICAL = "practical"
    PROJECT = "project"
    CONTINUOUS = "continuous"


class Participation(StrEnum):
    """The form in which the learner took part in the learning."""

    ONLINE = "online"
    ONSITE = "onsite"
    BLENDED = "blended"
    VOLUNTEERING = "volunteering"
    WORK = "work"


class QualityKind(StrEnum):
    """What kind of quality assurance stands behind the microcredential."""

    INTERNAL = "internal"
    INSTITUTION = "institution"
    PROGRAMME = "programme"
    DIRECTION = "direction"
    EXTERNAL = "external"


class Supervision(StrEnum):
    """Supervision and proof of identity during the assessment."""

    NONE = "none"
    SUPERVISED = "supervised"
    IDENTIFIED = "identified"


class Stackability(StrEnum):
    """Whether the microcredential stands alone or counts towards another credential."""

    STAND_ALONE = "stand_alone"
    STACKABLE = "stackable"


class Cycle(StrEnum):
    """The cycle of the European Higher Education Area."""

    SHORT = "short"
    FIRST = "first"
    SECOND = "second"
    THIRD = "third"


class Principle(StrEnum):
    """The ten principles of Annex II for designing and issuing microcredentials."""

    QUALITY = "quality"
    TRANSPARENCY = "transparency"
    RELEVANCE = "relevance"
    ASSESSMENT = "assessment"
    PATHWAYS = "pathways"
    RECOGNITION = "recognition"
    PORTABLE = "portable"
    LEARNER_CENTRED = "learner_centred"
    AUTHENTIC = "authentic"
    GUIDANCE = "guidance"


class PrincipleAnswer(StrEnum):
    """Whether a programme keeps to a principle."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


class ProgrammeKind(StrEnum):
    """The kinds of Latvian programmes that microcredentials may be built on."""

    COURSES = "courses"
    FURTHER_EDUCATION = "further_education"
    PROFESSIONAL_DEVELOPMENT = "professional_development"
    TEACHERS = "teachers"
    NON_FORMAL = "non_formal"


class Criterion(StrEnum):
    """What a small programme is held against."""

    BELOW_DEGREE = "below_degree"
    BELOW_QUALIFICATION = "below_qualification"
    LABOUR_MARKET = "labour_market"
    CERTIFIED = "certified"
    SAYS_OUTCOMES = "says_outcomes"
    SAYS_ASSESSMENT = "says_assessment"
    SAYS_CREDITS = "says_credits"
    SAYS_LEVEL = "says_level"
    STACKABLE = "stackable"
    QUALITY = "quality"


class Conformity(StrEnum):
    """The five steps of conformity, from the best."""

    FULL = "full"
    NEARLY = "nearly"
    PARTLY = "partly"
    RARELY = "rarely"
    NOT = "not"


class ReviewKind(StrEnum):
    """What was reviewed of a programme or of a kind of programmes."""

    CONFORMITY = "conformity"
    PRINCIPLES = "principles"
