"""Words about what the commission decides upon, and the life of it."""

from enum import StrEnum


class Procedure(StrEnum):
    """The procedure in law that a case follows."""

    VOCATIONAL = "vocational"
    HIGHER_EDUCATION = "higher_education"
    LATER_STAGES = "later_stages"
    MOBILITY = "mobility"
    OFFER = "offer"


class Ground(StrEnum):
    """Higher education: where the results were reached (MK 505/2018, 1.1 and 1.2)."""

    EXPERIENCE = "experience"
    PREVIOUS_STUDIES = "previous_studies"
    MIXED = "mixed"


class Step(StrEnum):
    """The four steps of recognition (2012/C 398/01)."""

    IDENTIFICATION = "identification"
    DOCUMENTATION = "documentation"
    ASSESSMENT = "assessment"
    CERTIFICATION = "certification"


class CaseState(StrEnum):
    """Where within its step a case stands."""

    RECEIVED = "received"
    ADMITTED = "admitted"
    DOCUMENTED = "documented"
    SCORED = "scored"
    REFERRED = "referred"
    POSTPONED = "postponed"
    DECIDED = "decided"
    CERTIFIED = "certified"
    WITHDRAWN = "withdrawn"
    CLOSED = "closed"


class Channel(StrEnum):
    """How an application came or a decision leaves."""

    IN_PERSON = "in_person"
    POST = "post"
    EMAIL = "email"
    E_ADDRESS = "e_address"
    ONLINE = "online"


class CaseAct(StrEnum):
    """The lawful acts upon a case, in the order of its life."""

    ADMIT = "admit"
    CLOSE_PORTFOLIO = "close_portfolio"
    CLOSE_SCORING = "close_scoring"
    REFER = "refer"
    ENTER_EXAM = "enter_exam"
    REGISTER_DECISION = "register_decision"
    ISSUE_CERTIFICATE = "issue_certificate"
    SEND_BACK = "send_back"
    ASK_MORE = "ask_more"
    WITHDRAW = "withdraw"
    TAKE_UP_AGAIN = "take_up_again"
    REPEAT_EXAM = "repeat_exam"


class Motive(StrEnum):
    """Why a person applies (monitoring asks how many did because a rule of their trade demanded it)."""

    OWN_WISH = "own_wish"
    EMPLOYER = "employer"
    TRADE_RULE = "trade_rule"
    STUDIES = "studies"
    OTHER = "other"


class ExperienceKind(StrEnum):
    """What a dated row of an applicant's life is."""

    WORK = "work"
    VOLUNTEERING = "volunteering"
    LEARNING = "learning"
    EDUCATION = "education"
    PRACTICE = "practice"


class ConsultationForm(StrEnum):
    """How a consultation was held."""

    IN_PERSON = "in_person"
    PHONE = "phone"
    ONLINE = "online"
    GROUP = "group"


class StatementKind(StrEnum):
    """What an applicant states by signature."""

    TRUTH = "truth"
    AUTHENTICITY = "authenticity"
    DATA_PROCESSING = "data_processing"
    PROCEDURE_KNOWN = "procedure_known"
    E_DELIVERY = "e_delivery"
    VERIFICATION_CONSENT = "verification_consent"
    NO_DOCUMENT = "no_document"


class LeavingReason(StrEnum):
    """Why an applicant leaves the procedure, coded for the yearly figures."""

    OWN_WISH = "own_wish"
    NO_ANSWER = "no_answer"
    NOT_PAID = "not_paid"
    ILLNESS = "illness"
    LEFT_WORK = "left_work"
    OTHER_BODY = "other_body"
    NOT_ADMISSIBLE = "not_admissible"
    TERM_LAPSED = "term_lapsed"
    DIED = "died"
    OTHER = "other"


class PrerequisiteState(StrEnum):
    """How far an entry requirement is fulfilled."""

    ACQUIRED = "acquired"
    IN_PROGRESS = "in_progress"
    MISSING = "missing"
