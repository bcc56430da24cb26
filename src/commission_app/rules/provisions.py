"""Rules have dates: provisions in force from a day, the shipped ones and the institution's own."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NoReturn, TypeAlias

from commission_app.errors import RefusedError
from commission_app.rules.vocabulary.award import MarkTransfer
from commission_app.rules.vocabulary.case import Procedure
from commission_app.rules.vocabulary.commission import MajorityBase, QuorumBase, QuorumRule
from commission_app.rules.vocabulary.exam import DelegationGate, RepeatRule
from commission_app.rules.vocabulary.fee import FeeGate
from commission_app.rules.vocabulary.institution import Origin
from commission_app.rules.vocabulary.provision import ProvisionKey
from commission_app.rules.vocabulary.scoring import Rounding, UnitRule

Value: TypeAlias = "str | int | bool | None"

VOCATIONAL_SINCE = date(2011, 2, 22)
HIGHER_EDUCATION_SINCE = date(2012, 1, 13)
CEILING_ABOLISHED = date(2018, 8, 14)
LATER_STAGES_SINCE = date(2023, 2, 21)
MOBILITY_SINCE = date(2009, 6, 18)
RECOMMENDED_SINCE = date(2022, 6, 16)


@dataclass(frozen=True, slots=True)
class LegalReference:
    """Where a rule stands in law, in both languages, and since when it is in force."""

    text_lv: str
    text_en: str
    in_force_from: date


@dataclass(frozen=True, slots=True)
class Provision:
    """One dated setting; `value` is canonical JSON text, empty legal texts mean the institution's own choice."""

    key: str
    procedure: Procedure | None
    in_force_from: date
    value: str
    legal_lv: str = ""
    legal_en: str = ""
    origin: Origin = Origin.SHIPPED

    @property
    def reading(self) -> Value:
        """The value as a number, a word, yes or no, or nothing."""
        return value_of(self.value)

    @property
    def legal(self) -> LegalReference | None:
        """The legal reference, if the provision rests on one."""
        if not self.legal_lv:
            return None
        return LegalReference(self.legal_lv, self.legal_en, self.in_force_from)


def canonical(value: Value) -> str:
    """The one way a provision's value is written."""
    return json.dumps(value, ensure_ascii=False)


def value_of(text: str) -> Value:
    """A provision's value read back; what is not a plain value is refused."""
    try:
        value = json.loads(text, parse_float=_no_float)
    except ValueError:
        value = [text]
    if value is None or isinstance(value, (str, int)):
        return value
    raise RefusedError("provision.unreadable", at="value", text=text[:40])


def in_force(provisions: Iterable[Provision], key: str, procedure: Procedure, day: date) -> Provision:
    """The provision for a procedure on a day: its own before the general, the latest, the institution's before ours."""
    lawful = [
        provision
        for provision in provisions
        if provision.key == key
        and provision.in_force_from <= day
        and (provision.procedure is None or provision.procedure is procedure)
    ]
    if not lawful:
        raise RefusedError("provision.none", key=_named(key), procedure=procedure, day=day)
    return max(lawful, key=_precedence)


def _precedence(provision: Provision) -> tuple[bool, date, bool, str]:
    own = provision.origin is Origin.OWN
    return provision.procedure is not None, provision.in_force_from, own, provision.value


def _named(key: str) -> str:
    return ProvisionKey(key) if key in set(ProvisionKey) else key


def _no_float(text: str) -> NoReturn:
    raise ValueError(text)


def _shipped(
    key: ProvisionKey,
    procedure: Procedure | None,
    since: date,
    value: Value,
    legal: tuple[str, str] = ("", ""),
) -> Provision:
    return Provision(key, procedure, since, canonical(value), *legal)


_VOCATIONAL_LAW = ("Profesionālās izglītības likuma 29.¹ pants", "Vocational Education Law, Section 29.¹")
_RULES_36 = (
    "Ministru kabineta 2012. gada 10. janvāra noteikumi Nr. 36",
    "Cabinet Regulation No. 36 of 10 January 2012",
)
_RULES_505 = (
    "Augstskolu likuma 59.³ pants; Ministru kabineta 2018. gada 14. augusta noteikumi Nr. 505",
    "Law on Higher Education Institutions, Section 59.³; Cabinet Regulation No. 505 of 14 August 2018",
)
_OLD_CEILING = (
    "Augstskolu likuma 59.² panta piektā daļa (redakcijā līdz 2018. gadam)",
    "Law on Higher Education Institutions, Section 59.², paragraph five (wording until 2018)",
)
_CONTEST_LAW = ("Administratīvā procesa likums", "Administrative Procedure Law")
_NOTICE_LAW = ("Paziņošanas likums", "Law on Notification")
_RULES_70 = (
    "Ministru kabineta 2023. gada 21. februāra noteikumi Nr. 70",
    "Cabinet Regulation No. 70 of 21 February 2023",
)
_RECOMMENDATION = (
    "Padomes 2022. gada 16. jūnija Ieteikums (2022/C 243/02)",
    "Council Recommendation of 16 June 2022 (2022/C 243/02)",
)
_MOBILITY_BASIS = ("Mācību līgums un saprašanās memorands", "Learning agreement and memorandum of understanding")
_VET, _HE = Procedure.VOCATIONAL, Procedure.HIGHER_EDUCATION
_KEY = ProvisionKey

SHIPPED: tuple[Provision, ...] = (
    # The regulation MK 146/2011 is repealed; the institution enters its successor as its own provision.
    _shipped(_KEY.LEGAL_BASIS, _VET, VOCATIONAL_SINCE, "", _VOCATIONAL_LAW),
    _shipped(_KEY.LEGAL_BASIS, _HE, HIGHER_EDUCATION_SINCE, "", _RULES_36),
    _shipped(_KEY.LEGAL_BASIS, _HE, CEILING_ABOLISHED, "", _RULES_505),
    _shipped(_KEY.LEGAL_BASIS, Procedure.LATER_STAGES, LATER_STAGES_SINCE, "", _RULES_70),
    _shipped(_KEY.LEGAL_BASIS, Procedure.MOBILITY, MOBILITY_SINCE, "", _MOBILITY_BASIS),
    # No text of law at hand says a term for these two: one month is only where to begin, the institution settles it.
    _shipped(_KEY.DECISION_TERM_MONTHS, Procedure.LATER_STAGES, LATER_STAGES_SINCE, 1),
    _shipped(_KEY.DECISION_TERM_MONTHS, Procedure.MOBILITY, MOBILITY_SINCE, 1),
    _shipped(_KEY.PASS_MARK, Procedure.LATER_STAGES, LATER_STAGES_SINCE, 4),
    _shipped(_KEY.PASS_MARK, Procedure.MOBILITY, MOBILITY_SINCE, 4),
    _shipped(_KEY.DECISION_TERM_MONTHS, _VET, VOCATIONAL_SINCE, 2),
    _shipped(_KEY.DECISION_TERM_MONTHS, _HE, HIGHER_EDUCATION_SINCE, 1, _RULES_36),
    _shipped(_KEY.DECISION_TERM_MONTHS, _HE, CEILING_ABOLISHED, 4),
    # Where working days are settled, they count and the months do not.
    _shipped(_KEY.DECISION_TERM_DAYS, None, MOBILITY_SINCE, None),
    _shipped(_KEY.CONTEST_TERM_MONTHS, None, VOCATIONAL_SINCE, 1, _CONTEST_LAW),
    _shipped(_KEY.APPEAL_ANSWER_MONTHS, None, VOCATIONAL_SINCE, 1, _CONTEST_LAW),
    _shipped(_KEY.POST_NOTIFIED_DAYS, None, MOBILITY_SINCE, 7, _NOTICE_LAW),
    _shipped(_KEY.MAIL_NOTIFIED_DAYS, None, MOBILITY_SINCE, 2, _NOTICE_LAW),
    # No text of law at hand says it: three working days are only where to begin, the institution settles it.
    _shipped(_KEY.EXAM_APPEAL_DAYS, None, VOCATIONAL_SINCE, 3),
    _shipped(_KEY.PASS_MARK, _VET, VOCATIONAL_SINCE, 5),
    _shipped(_KEY.PASS_MARK, _HE, HIGHER_EDUCATION_SINCE, 4),
    _shipped(_KEY.UNIT_RULE, None, VOCATIONAL_SINCE, UnitRule.ALL),
    _shipped(_KEY.UNIT_RULE, _HE, CEILING_ABOLISHED, UnitRule.ALL, _RULES_505),
    _shipped(_KEY.SHARE_PERCENT, None, VOCATIONAL_SINCE, 100),
    _shipped(_KEY.ACCREDITED_ONLY, None, VOCATIONAL_SINCE, True),
    _shipped(_KEY.ACCREDITED_ONLY, _HE, CEILING_ABOLISHED, True, _RULES_505),
    _shipped(_KEY.ALLOW_PARTIAL, None, VOCATIONAL_SINCE, False),
    _shipped(_KEY.CEILING_PERCENT, None, VOCATIONAL_SINCE, None),
    _shipped(_KEY.CEILING_PERCENT, _HE, HIGHER_EDUCATION_SINCE, 30, _OLD_CEILING),
    _shipped(_KEY.CEILING_PERCENT, _HE, CEILING_ABOLISHED, None),
    _shipped(_KEY.ROUNDING, None, VOCATIONAL_SINCE, Rounding.NONE),
    _shipped(_KEY.EVIDENCE_YEARS, None, VOCATIONAL_SINCE, 5),
    _shipped(_KEY.QUORUM_RULE, None, VOCATIONAL_SINCE, QuorumRule.MORE_THAN_HALF),
    _shipped(_KEY.QUORUM_BASE, None, VOCATIONAL_SINCE, QuorumBase.IN_OFFICE),
    _shipped(_KEY.MAJORITY_BASE, None, VOCATIONAL_SINCE, MajorityBase.PRESENT),
    _shipped(_KEY.MINIMUM_MEMBERS, None, VOCATIONAL_SINCE, 3),
    _shipped(_KEY.APPLICATIONS_PER_YEAR, None, VOCATIONAL_SINCE, None),
    _shipped(_KEY.UNITS_PER_YEAR, None, VOCATIONAL_SINCE, None),
    _shipped(_KEY.ADMISSION_MONTHS, None, VOCATIONAL_SINCE, None),
    _shipped(_KEY.FREE_CONSULTATIONS, None, VOCATIONAL_SINCE, 2),
    _shipped(_KEY.CONSULTATION_MINUTES, None, VOCATIONAL_SINCE, 60),
    _shipped(_KEY.BLIND_SCORING, None, VOCATIONAL_SINCE, True),
    _shipped(_KEY.MINIMUM_ASSESSORS, None, VOCATIONAL_SINCE, 1),
    _shipped(_KEY.MARK_TRANSFER, None, VOCATIONAL_SINCE, MarkTransfer.RECOGNISED),
    _shipped(_KEY.MINIMUM_OWN_PERCENT, None, VOCATIONAL_SINCE, None),
    _shipped(_KEY.FEE_GATE, None, VOCATIONAL_SINCE, FeeGate.WARN),
    _shipped(_KEY.DELEGATION_GATE, None, VOCATIONAL_SINCE, DelegationGate.WARN),
    _shipped(_KEY.EXAM_REPEAT, None, VOCATIONAL_SINCE, RepeatRule.WHOLE),
    # No text of law forbids or orders them; in vocational education the small documents of the state play their part.
    _shipped(_KEY.MICROCREDENTIALS, None, VOCATIONAL_SINCE, False),
    _shipped(_KEY.MICROCREDENTIALS, None, RECOMMENDED_SINCE, True, _RECOMMENDATION),
    _shipped(_KEY.MICROCREDENTIALS, _VET, VOCATIONAL_SINCE, False),
)
