"""What the lines of a learning account's calculation say."""

from collections.abc import Mapping
from enum import StrEnum

from commission_app.i18n import Language, marked
from commission_app.rules.funding import FundingLine
from commission_app.rules.vocabulary.funding import FundingKind, FundingStep

WORDS: Mapping[type[StrEnum], Mapping[str, str]] = {
    FundingKind: {
        FundingKind.MODULE: marked("module"),
        FundingKind.MODULE_SET: marked("set of modules"),
        FundingKind.COURSE: marked("study course"),
        FundingKind.STUDY_MODULE: marked("study module"),
    },
    FundingStep: {
        FundingStep.PIECE: marked("module or course"),
        FundingStep.SUM: marked("sum"),
        FundingStep.SET_CAP: marked("cap of the set"),
        FundingStep.NO_SET_CAP: marked("no cap of the set"),
    },
}


def said(language: Language, text: str) -> str:
    """A word of the table as said of a learning account."""
    return language.say_of("funding", text)


def line_text(language: Language, line: FundingLine) -> str:
    """One step in words; a cap that bites is said as what it is, not as an inequality that is not true."""
    money, hours = language.money, language.number(line.hours)
    facts = {"n": line.number, "hours": hours, "counted": money(line.counted), "payable": money(line.payable)}
    if line.step is FundingStep.PIECE:
        facts |= {"rate": money(line.rate), "cap": money(line.cap or 0)}
        if line.capped:
            return language.say(
                "{n}. {hours} h × {rate} = {counted} EUR; this exceeds the cap of {cap} EUR, "
                "so {payable} EUR is payable.",
                **facts,
            )
        return language.say(
            "{n}. {hours} h × {rate} = {counted} EUR; this does not exceed the cap of {cap} EUR, "
            "so {payable} EUR is payable.",
            **facts,
        )
    if line.step is FundingStep.SUM:
        return language.say("Together {n} pieces, {hours} h: {payable} EUR.", **facts)
    if line.cap is None:
        return language.say(
            "The unit cost of the programme is not given, so no cap of the set is applied: {payable} EUR.", **facts
        )
    facts["cap"] = money(line.cap)
    if line.capped:
        return language.say(
            "The sum {counted} EUR exceeds the programme's unit cost of {cap} EUR, so {payable} EUR is payable.",
            **facts,
        )
    return language.say(
        "The sum {counted} EUR does not exceed the programme's unit cost of {cap} EUR, so {payable} EUR is payable.",
        **facts,
    )


def legal_text(language: Language, line: FundingLine) -> str:
    """The rule a step rests on, and since when it is in force."""
    legal = line.legal
    text = legal.text_lv if language.code == "lv" else legal.text_en
    return language.say("{rule}, in force from {day}", rule=text, day=language.date(legal.in_force_from))
