"""Words about commissions, their members and their by-laws; a post in the gender of its holder."""

from collections.abc import Mapping
from enum import StrEnum

from commission_app.i18n import Language, marked
from commission_app.rules.vocabulary.commission import (
    AbstentionPolicy,
    CommissionKind,
    MajorityBase,
    MemberRole,
    QuorumBase,
    QuorumRule,
    RecusalPolicy,
    Side,
)
from commission_app.rules.vocabulary.institution import Sex

WORDS: Mapping[type[StrEnum], Mapping[str, str]] = {
    CommissionKind: {
        CommissionKind.RECOGNITION: marked("recognition commission"),
        CommissionKind.EXAMINATION: marked("examination commission"),
        CommissionKind.OFFERS: marked("commission for education offers"),
    },
    MemberRole: {
        MemberRole.CHAIR: marked("chair"),
        MemberRole.DEPUTY_CHAIR: marked("deputy chair"),
        MemberRole.MEMBER: marked("member"),
        MemberRole.SECRETARY: marked("secretary"),
        MemberRole.SUBSTITUTE: marked("substitute"),
    },
    Side: {
        Side.SCHOOL: marked("education institution"),
        Side.EMPLOYERS: marked("employers"),
        Side.TRADE_UNION: marked("trade union"),
        Side.STUDENTS: marked("students"),
        Side.OTHER: marked("other"),
    },
    QuorumRule: {
        QuorumRule.MORE_THAN_HALF: marked("more than half"),
        QuorumRule.AT_LEAST_HALF: marked("at least half"),
        QuorumRule.FRACTION: marked("a fraction"),
        QuorumRule.FIXED: marked("a fixed number"),
    },
    QuorumBase: {
        QuorumBase.IN_OFFICE: marked("of the members in office"),
        QuorumBase.NOT_RECUSED: marked("of the members without a conflict of interest"),
    },
    MajorityBase: {
        MajorityBase.VOTES_CAST: marked("of the votes for and against"),
        MajorityBase.PRESENT: marked("of the members taking part"),
        MajorityBase.IN_OFFICE: marked("of the members in office"),
    },
    RecusalPolicy: {
        RecusalPolicy.OUT_OF_QUORUM: marked("not counted"),
        RecusalPolicy.COUNTS_AS_PRESENT: marked("counted as taking part"),
    },
    AbstentionPolicy: {
        AbstentionPolicy.ALLOWED: marked("allowed"),
        AbstentionPolicy.COUNTS_AS_AGAINST: marked("counted as against"),
        AbstentionPolicy.FORBIDDEN: marked("forbidden"),
    },
}


def said(language: Language, text: str) -> str:
    """A word of the table as said of a commission."""
    return language.say_of("commission", text)


POSTS: Mapping[MemberRole, str] = {
    MemberRole.CHAIR: marked("chair of the commission"),
    MemberRole.DEPUTY_CHAIR: marked("deputy chair of the commission"),
    MemberRole.MEMBER: marked("member of the commission"),
    MemberRole.SECRETARY: marked("secretary of the commission"),
    MemberRole.SUBSTITUTE: marked("substitute member of the commission"),
}


def post(language: Language, role: MemberRole, sex: Sex = Sex.UNSTATED) -> str:
    """A member's post for the signature block, in the gender of the person who signs."""
    if sex is Sex.FEMALE:
        return language.say_of("woman's post", POSTS[role])
    if sex is Sex.MALE:
        return language.say_of("man's post", POSTS[role])
    return language.say_of("post", POSTS[role])
