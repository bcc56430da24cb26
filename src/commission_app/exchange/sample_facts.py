"""The sample institution as facts: who works there, what it measures against, who applied, what followed."""

from dataclasses import dataclass
from datetime import date, time

from commission_app.exchange.standard_facts import StandardFacts
from commission_app.rules.microcredential import Profile
from commission_app.rules.vocabulary.case import Channel, Ground, Procedure
from commission_app.rules.vocabulary.certificate import CertificateKind
from commission_app.rules.vocabulary.commission import (
    CommissionKind,
    MajorityBase,
    MemberRole,
    QuorumBase,
    QuorumRule,
    Side,
)
from commission_app.rules.vocabulary.evidence import EvidenceKind, Judgement
from commission_app.rules.vocabulary.institution import InstitutionKind, OfficeRole
from commission_app.rules.vocabulary.scoring import ExamStatus, OutcomeResult
from commission_app.rules.vocabulary.sitting import Choice, SittingForm


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleHouse:
    """The institution itself."""

    name_lv: str
    name_en: str
    kind: InstitutionKind
    registration_number: str
    address: str
    place_lv: str
    place_en: str
    email: str
    phone: str
    website: str
    head_name: str
    head_post_lv: str
    head_post_en: str
    accreditation_number: str
    accreditation_until: date
    delegation_number: str
    delegation_date: date
    delegation_until: date


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleUser:
    """Somebody who works in the program."""

    key: str
    given_name: str
    surname: str
    role: OfficeRole
    post_lv: str
    post_en: str
    login: str
    email: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleMember:
    """A member of a commission; `user` is the key of the same person's user, where there is one."""

    key: str
    given_name: str
    surname: str
    role: MemberRole
    side: Side
    post_lv: str
    post_en: str
    user: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleBylaw:
    """The by-law: how many must take part, and of whom the majority is counted."""

    title_lv: str
    title_en: str
    approved_by_lv: str
    approved_by_en: str
    approved_on: date
    quorum_rule: QuorumRule
    quorum_base: QuorumBase
    numerator: int
    denominator: int
    fixed: int
    majority_base: MajorityBase
    chair_must_attend: bool
    casting_vote: bool
    minimum_members: int
    min_practitioners: int
    assessors_may_vote: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleCommission:
    """A commission with its order, its by-law, its texts and its members."""

    key: str
    kind: CommissionKind
    procedure: Procedure
    name_lv: str
    name_en: str
    thematic_areas: tuple[str, ...]
    order_number: str
    order_date: date
    term_from: date
    term_until: date
    bylaw: SampleBylaw
    legal_basis_lv: str
    legal_basis_en: str
    appeal_lv: str
    appeal_en: str
    members: tuple[SampleMember, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleLink:
    """One evidence item as proof of one learning outcome: the pages cited and how they were judged."""

    outcome: str
    pages: str
    valid: Judgement
    authentic: Judgement
    current: Judgement
    sufficient: Judgement
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleEvidence:
    """One evidence item; its text is what the file made for it says, one tuple of lines a page."""

    key: str
    kind: EvidenceKind
    title: str
    issued_on: date
    issuer: str
    file_name: str
    heading: str
    pages: tuple[tuple[str, ...], ...]
    compared_with_original: bool
    links: tuple[SampleLink, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleScore:
    """What one assessor says of one learning outcome; a reason wherever it is not reached in full."""

    assessor: str
    outcome: str
    result: OutcomeResult
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleAgreed:
    """What assessors who had differed agreed upon for one learning outcome."""

    outcome: str
    result: OutcomeResult
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleApplicant:
    """An applicant with the application, the portfolio and the score sheet."""

    key: str
    given_name: str
    surname: str
    original_name: str
    personal_code: str
    birth_date: date
    citizenship: str
    document_type: str
    document_number: str
    document_country: str
    document_valid_until: date | None
    email: str
    phone: str
    address: str
    procedure: Procedure
    ground: Ground | None
    commission: str
    standard: str
    units: tuple[str, ...]
    received: date
    channel: Channel
    external_number: str
    notes: str
    evidence: tuple[SampleEvidence, ...]
    assessors: tuple[str, ...]
    scores: tuple[SampleScore, ...]
    agreed: tuple[SampleAgreed, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleExaminee:
    """What one applicant reached in the exam; no points for who did not come."""

    applicant: str
    status: ExamStatus
    theory: int | None
    practice: int | None
    remark: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleExam:
    """A professional qualification exam with its scale: (mark, least points), rising."""

    key: str
    commission: str
    standard: str
    held_on: date
    starts: time
    ends: time
    room: str
    theory_max: int
    practice_max: int
    scale: tuple[tuple[int, int], ...]
    present: tuple[str, ...]
    examinees: tuple[SampleExaminee, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleRecusal:
    """A member who takes no part in one decision, and why."""

    member: str
    reason_lv: str
    reason_en: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleItem:
    """One item of the agenda: the case, who takes no part, and how the others voted."""

    applicant: str
    recusals: tuple[SampleRecusal, ...]
    votes: tuple[tuple[str, Choice], ...]
    postponed_lv: str
    postponed_en: str
    reasons_lv: str
    reasons_en: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleSitting:
    """A sitting with attendance and agenda."""

    key: str
    commission: str
    held_on: date
    starts: time
    ends: time
    place_lv: str
    place_en: str
    form: SittingForm
    present: tuple[str, ...]
    items: tuple[SampleItem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleDelivery:
    """A delivery of state forms with the paper it came with."""

    kind: CertificateKind
    series: str
    number_from: str
    number_to: str
    basis: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleMicrocredential:
    """What a microcredential of a standard says, the codes of its units, and who is to get one."""

    standard: str
    units: tuple[str, ...]
    applicant: str
    profile: Profile


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleCertificates:
    """What the papers that people take home need: forms, one of them spoiled, a microcredential, a key of codes."""

    deliveries: tuple[SampleDelivery, ...]
    spoiled: str
    microcredentials: tuple[SampleMicrocredential, ...]
    key_retired: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleInstitution:
    """Everything the sample institution brings."""

    house: SampleHouse
    users: tuple[SampleUser, ...]
    commissions: tuple[SampleCommission, ...]
    standards: tuple[StandardFacts, ...]
    applicants: tuple[SampleApplicant, ...]
    exams: tuple[SampleExam, ...]
    sittings: tuple[SampleSitting, ...]
    certificates: SampleCertificates

    def applicant(self, key: str) -> SampleApplicant:
        """The applicant of a key."""
        return next(applicant for applicant in self.applicants if applicant.key == key)

    def commission(self, key: str) -> SampleCommission:
        """The commission of a key."""
        return next(commission for commission in self.commissions if commission.key == key)

    def standard(self, code: str) -> StandardFacts:
        """The standard of a code."""
        return next(standard for standard in self.standards if standard.code == code)
