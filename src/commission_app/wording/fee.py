"""Words about fees, and each line of a fee as a sentence that says its rule, its row and its date."""

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum

from commission_app.i18n import Language, marked
from commission_app.rules.fees import Fee, FeeLine
from commission_app.rules.vocabulary.fee import (
    BalanceState,
    CreditsFrom,
    Employment,
    FeeGate,
    FeeRule,
    PaymentKind,
    PriceKind,
    Reimburser,
    WaiverKind,
)

WORDS: Mapping[type[StrEnum], Mapping[str, str]] = {
    PriceKind: {
        PriceKind.BY_GROUP: marked("per person, by the size of the group"),
        PriceKind.PER_APPLICATION: marked("per application"),
        PriceKind.PER_CREDIT: marked("per credit point"),
        PriceKind.PERCENT_OF_CREDITS: marked("per cent of the price of the credit points"),
        PriceKind.BY_HOURS: marked("by the hour, between a least and a most"),
    },
    CreditsFrom: {
        CreditsFrom.CLAIMED: marked("applied for"),
        CreditsFrom.RECOGNISED: marked("recognised, after the decision"),
    },
    PaymentKind: {
        PaymentKind.PAYMENT: marked("payment"),
        PaymentKind.TOP_UP: marked("top-up"),
        PaymentKind.REFUND: marked("refund"),
    },
    WaiverKind: {
        WaiverKind.OWN_STUDENT: marked("student of the institution"),
        WaiverKind.ORDER: marked("order of the head"),
        WaiverKind.PROJECT: marked("paid by a project"),
        WaiverKind.AGREEMENT: marked("cooperation agreement"),
        WaiverKind.OTHER: marked("other reason"),
    },
    FeeGate: {
        FeeGate.NONE: marked("nothing"),
        FeeGate.WARN: marked("reminds"),
        FeeGate.STOP: marked("stops the case"),
    },
    FeeRule: {
        FeeRule.BY_GROUP: marked("price by the size of the group"),
        FeeRule.PER_APPLICATION: marked("price of an application"),
        FeeRule.PER_CREDIT: marked("price of the credit points"),
        FeeRule.PERCENT_OF_CREDITS: marked("share of the price of the credit points"),
        FeeRule.CONSULTATION: marked("hours of consultation"),
        FeeRule.ASSESSMENT: marked("hours of assessment"),
        FeeRule.COMMISSION: marked("hours of the commission"),
        FeeRule.AT_LEAST: marked("least price"),
        FeeRule.AT_MOST: marked("most price"),
        FeeRule.TYPED: marked("entered with the application"),
        FeeRule.TRAVEL: marked("share of the travel costs"),
        FeeRule.WAIVER: marked("waiver"),
    },
    BalanceState: {
        BalanceState.NOTHING_ASKED: marked("nothing asked"),
        BalanceState.UNPAID: marked("not paid"),
        BalanceState.SHORT: marked("paid in part"),
        BalanceState.SETTLED: marked("paid"),
        BalanceState.OVERPAID: marked("overpaid"),
    },
    Reimburser: {
        Reimburser.NVA: marked("State Employment Agency (NVA)"),
        Reimburser.VIAA: marked("State Education Development Agency (VIAA)"),
        Reimburser.EMPLOYER: marked("employer"),
        Reimburser.OTHER: marked("somebody else"),
    },
    Employment: {
        Employment.EMPLOYED: marked("employed"),
        Employment.UNEMPLOYED: marked("unemployed"),
        Employment.JOB_SEEKER: marked("job seeker"),
        Employment.SELF_EMPLOYED: marked("self-employed"),
        Employment.NOT_WORKING: marked("not working"),
    },
}


def said(language: Language, text: str) -> str:
    """A word of the table as said of a fee."""
    return language.say_of("fee", text)


def line_text(language: Language, line: FeeLine) -> str:
    """Why an amount is asked: the rule, the list and the row, since when it is in force."""
    say, money = language.say, language.money
    named = {"name": line.price_list, "since": language.date(line.since) if line.since else ""}
    match line.rule:
        case FeeRule.BY_GROUP:
            size = language.count("{n} person examined", "{n} persons examined", line.size or 0)
            text = say(
                "{size}: price list “{name}”, row {row}, in force from {since}", size=size, row=line.row_size, **named
            )
        case FeeRule.PER_APPLICATION:
            text = say("For the application: price list “{name}”, in force from {since}", **named)
        case FeeRule.PER_CREDIT:
            text = say(
                "{credits} credit points at {each} EUR: price list “{name}”, in force from {since}",
                credits=_credits(language, line),
                each=money(line.each_cents or 0),
                **named,
            )
        case FeeRule.PERCENT_OF_CREDITS:
            text = say(
                "{percent} % of {credits} credit points at {each} EUR: price list “{name}”, in force from {since}",
                percent=line.percent,
                credits=_credits(language, line),
                each=money(line.each_cents or 0),
                **named,
            )
        case FeeRule.CONSULTATION | FeeRule.ASSESSMENT | FeeRule.COMMISSION:
            text = _hours(language, line, named)
        case FeeRule.AT_LEAST | FeeRule.AT_MOST:
            text = _cap(language, line, named)
        case FeeRule.TYPED:
            text = say("Entered with the application")
        case FeeRule.TRAVEL:
            total = money(line.total_cents or 0)
            text = say("Share of the commission's travel costs: {total} EUR among {size}", total=total, size=line.size)
        case FeeRule.WAIVER:
            text = _waiver(language, line)
    return text


def estimate_text(language: Language, fee: Fee) -> str:
    """What an estimate still waits for: the decision, or the group of the exam."""
    if any(line.credits_from is CreditsFrom.RECOGNISED for line in fee.lines):
        return language.say("An estimate: the price is final when the decision is registered.")
    return language.say("An estimate: the price is final when the group of the exam is fixed.")


def _credits(language: Language, line: FeeLine) -> str:
    told = language.number(Decimal(line.credits or 0) / 1000)
    if line.credits_from is CreditsFrom.RECOGNISED:
        return language.say_of("fee", "{credits} (recognised)", credits=told)
    return told


def _cap(language: Language, line: FeeLine, named: Mapping[str, str]) -> str:
    total = language.money(line.total_cents or 0)
    if line.rule is FeeRule.AT_LEAST:
        return language.say(
            "Not less than {total} EUR: price list “{name}”, in force from {since}", total=total, **named
        )
    return language.say("Not more than {total} EUR: price list “{name}”, in force from {since}", total=total, **named)


def _hours(language: Language, line: FeeLine, named: Mapping[str, str]) -> str:
    hours = language.number(Decimal(line.hours or 0) / 1000)
    text = language.say(
        "{hours} h at {each} EUR: price list “{name}”, in force from {since}",
        hours=hours,
        each=language.money(line.each_cents or 0),
        **named,
    )
    return text if not line.reason else language.say("{line}; counted for this case: {why}", line=text, why=line.reason)


def _waiver(language: Language, line: FeeLine) -> str:
    why = ", ".join(part for part in (line.reason, line.document) if part)
    if line.percent is None:
        return language.say("Waived: {why}", why=why)
    return language.say("{percent} % waived: {why}", percent=line.percent, why=why)
