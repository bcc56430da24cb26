"""A by-law edition, page by page: quorum, vote, composition, days; each with the sentence it comes to today."""

from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from datetime import date
from enum import StrEnum

from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from commission_app.errors import Refusal, RefusedError
from commission_app.i18n import today
from commission_app.rules.legality import Bylaw, SideMinimum, check_bylaw
from commission_app.rules.vocabulary.commission import (
    AbstentionPolicy,
    MajorityBase,
    QuorumBase,
    QuorumRule,
    RecusalPolicy,
    Side,
)
from commission_app.services import commissions
from commission_app.services.commissions import BylawLine, CommissionCard
from commission_app.ui.desk import Desk
from commission_app.ui.preferences.bylaw_sentences import (
    composition_sentences,
    days_sentences,
    quorum_sentences,
    vote_sentences,
)
from commission_app.ui.widgets.choice import Choice
from commission_app.ui.widgets.date_edit import DateEdit
from commission_app.ui.widgets.form_dialog import FormDialog
from commission_app.ui.widgets.inputs import TextInput, TickInput
from commission_app.ui.widgets.number_edit import NumberEdit
from commission_app.ui.widgets.segments import Segments
from commission_app.wording.sentences import sentence
from commission_app.wording.words import word


class Part(StrEnum):
    """The pages of the by-law."""

    QUORUM = "quorum"
    VOTE = "vote"
    COMPOSITION = "composition"
    DAYS = "days"


_CHOICES = ("quorum_rule", "quorum_base", "majority_base", "recusal_policy", "abstention_policy", "majority_strict")
_SIDES = {f"side_{side.value}": side for side in Side}
_FIELDS: Mapping[Part, tuple[str, ...]] = {
    Part.QUORUM: (
        *("quorum_rule", "quorum_base", "numerator", "denominator", "fixed", "recusal_policy"),
        *("chair_must_attend", "substitute_presides"),
    ),
    Part.VOTE: (
        *("majority_strict", "majority_numerator", "majority_denominator", "majority_base", "abstention_policy"),
        *("casting_vote", "secret_ballot", "assessors_may_vote", "secretary_votes"),
    ),
    Part.COMPOSITION: (
        *("minimum_members", "min_practitioners", "practitioner_numerator", "practitioner_denominator"),
        *("minimum_each_sex", *_SIDES, "field_required"),
    ),
    Part.DAYS: ("convocation_days", "freeze_days", "written_allowed", "written_days"),
}


class BylawDialog(FormDialog):
    """A new edition begins with the rules of the one before; sittings of its time keep the old one."""

    def __init__(self, desk: Desk, card: CommissionCard, held: BylawLine | None, parent: QWidget) -> None:
        say = desk.language.say
        super().__init__(desk, say("By-law"), say("Save"), parent)
        self._card = card
        self._add_head()
        self.pages = Segments(self).offer(self._titles())
        self.pages.setAccessibleName(say("Pages of the by-law"))
        self.pages.chosen.connect(lambda part: self.turn_to(Part(str(part))))
        self.form.place(self.pages)
        self._add_quorum()
        self._add_vote()
        self._add_composition()
        self._add_days()
        self.told = QLabel(self)
        self.told.setProperty("role", "strong")
        self.told.setWordWrap(True)
        self.form.place(self.told)
        self._load(held)
        self.form.edited.connect(self._tell)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 100)
        self.form.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.column.insertStretch(self.column.indexOf(self.form) + 1, 1)
        self.turn_to(Part.QUORUM)

    def turn_to(self, part: Part) -> None:
        """Shows one page of the by-law."""
        self.pages.set_value(part)
        for owner, names in _FIELDS.items():
            for name in names:
                self.form.field(name).setVisible(owner is part)
        self._tell()

    def submit(self) -> None:
        """The edition comes into force on its day; what cannot be read on another page is shown there."""
        for part, names in _FIELDS.items():
            if any(self.form.field(name).input.refusal() for name in names):
                self.turn_to(part)
                self.form.check()
                return
        values = self.form.values()
        since = values["in_force_from"]
        assert isinstance(since, date)
        reference = (str(values["reference_lv"]), str(values["reference_en"]))
        self.act(self.desk.jobs.do(self, commissions.adopt_bylaw, self._card.id, since, self.rules(), reference))

    def rules(self) -> Bylaw:
        """The rules as they are chosen now."""
        values, chosen = self.form.values(), {}
        for name in (name for names in _FIELDS.values() for name in names if name not in _SIDES):
            held = values[name]
            plain = name in _CHOICES or isinstance(held, bool)
            chosen[name] = held if plain else int(str(held)) if held is not None else 0
        numbers = ((side, values[name]) for name, side in _SIDES.items())
        sides = tuple(SideMinimum(side, int(str(least))) for side, least in numbers if least)
        return replace(Bylaw(), **chosen, side_minimums=sides)  # type: ignore[arg-type]

    def show_trouble(self, text: str, what: Refusal | None, again: Callable[[], None] | None) -> bool:
        """Turns to the page of the field that a refusal names."""
        if what is not None and what.field:
            for part, names in _FIELDS.items():
                if what.field in names:
                    self.turn_to(part)
        return super().show_trouble(text, what, again)

    def _load(self, held: BylawLine | None) -> None:
        before = max(self._card.bylaws, key=lambda line: line.in_force_from, default=None)
        start = held or before
        rules = start.rules if start is not None else Bylaw()
        self.form.load({field.name: getattr(rules, field.name) for field in fields(Bylaw)})
        least = {one.side: one.least for one in rules.side_minimums}
        self.form.load({name: least.get(side, 0) for name, side in _SIDES.items()})
        if held is None:
            self.form.load({"in_force_from": today()})
        if start is not None:
            self.form.load({"reference_lv": start.reference_lv, "reference_en": start.reference_en})
        if held is not None:
            self.form.load({"in_force_from": held.in_force_from})

    def _tell(self) -> None:
        rules, part = self.rules(), self.pages.value()
        if part is Part.QUORUM:
            self.form.field("numerator").setVisible(rules.quorum_rule is QuorumRule.FRACTION)
            self.form.field("denominator").setVisible(rules.quorum_rule is QuorumRule.FRACTION)
            self.form.field("fixed").setVisible(rules.quorum_rule is QuorumRule.FIXED)
        try:
            check_bylaw(rules)
        except RefusedError as refused:
            self.told.setText(sentence(self.language, refused.refusal))
        else:
            self.told.setText(self._sentences(rules))
        self.fit()

    def _sentences(self, rules: Bylaw) -> str:
        match self.pages.value():
            case Part.VOTE:
                return vote_sentences(self.language, rules, self._card)
            case Part.COMPOSITION:
                return composition_sentences(self.language, rules, self._card)
            case Part.DAYS:
                return days_sentences(self.language, rules)
            case _:
                return quorum_sentences(self.language, rules, self._card)

    def _titles(self) -> tuple[tuple[Part, str, str], ...]:
        say = self.language.say
        return (
            (Part.QUORUM, say("Quorum"), ""),
            (Part.VOTE, say("Vote"), ""),
            (Part.COMPOSITION, say("Composition"), ""),
            (Part.DAYS, say("Days"), ""),
        )

    def _number(self, highest: int = 99) -> NumberEdit:
        return NumberEdit(self.language, lowest=0, highest=highest)

    def _add_head(self) -> None:
        language, say, add = self.language, self.language.say, self.form.add
        add("in_force_from", say("In force from"), DateEdit(language), required=True)
        add("reference_lv", say("Reference in Latvian"), TextInput(), beside=True)
        add("reference_en", say("Reference in English"), TextInput(), beside=True)

    def _add_quorum(self) -> None:
        language, say, add = self.language, self.language.say, self.form.add
        add("quorum_rule", say("Quorum"), Choice().offer_words(language, QuorumRule))
        add("quorum_base", say("Counted"), Choice().offer_words(language, QuorumBase), beside=True)
        add("numerator", say("Numerator"), self._number())
        add("denominator", say("Denominator"), self._number(), beside=True)
        add("fixed", say("Number of members"), self._number(999))
        recusal = Choice().offer_words(language, RecusalPolicy)
        add("recusal_policy", say("A member who is there with a conflict of interest"), recusal)
        add("chair_must_attend", "", TickInput(say("The chair or the deputy must take part")))
        presides = say("A substitute of the chair presides when the deputy is away too")
        add("substitute_presides", "", TickInput(presides))

    def _add_vote(self) -> None:
        language, say, add = self.language, self.language.say, self.form.add
        strict = Choice().offer([(True, say("more than")), (False, say("at least"))])
        add("majority_strict", say("Votes for"), strict)
        add("majority_numerator", say("Numerator"), self._number(), beside=True)
        add("majority_denominator", say("Denominator"), self._number(), beside=True)
        add("majority_base", say("Majority is counted"), Choice().offer_words(language, MajorityBase))
        abstaining = Choice().offer_words(language, AbstentionPolicy)
        add("abstention_policy", say("Abstaining"), abstaining, beside=True)
        add("casting_vote", "", TickInput(say("The presiding member's vote decides a tie")))
        add("secret_ballot", "", TickInput(say("Votes are secret unless decided otherwise")), beside=True)
        add("assessors_may_vote", "", TickInput(say("Assessors of the case may vote")))
        add("secretary_votes", "", TickInput(say("The secretary votes")), beside=True)

    def _add_composition(self) -> None:
        language, say, add = self.language, self.language.say, self.form.add
        add("minimum_members", say("Least number of members"), self._number(), required=True)
        told = say("who represent employers and the like")
        add("min_practitioners", say("Least number of practitioners"), self._number(), help_text=told, beside=True)
        share = say("share of the members in office; 0: none")
        add("practitioner_numerator", say("Practitioners, numerator"), self._number(), help_text=share)
        add("practitioner_denominator", say("Practitioners, denominator"), self._number(), beside=True)
        told = say("who said it; 0: no such rule")
        add("minimum_each_sex", say("Least number of each sex"), self._number(), help_text=told, beside=True)
        for at, (name, side) in enumerate(_SIDES.items()):
            label = say("Takes part at least: {side}", side=word(language, side))
            add(name, label, self._number(), beside=at > 0)
        add("field_required", "", TickInput(say("Somebody who represents the field of the case must take part")))

    def _add_days(self) -> None:
        say, add = self.language.say, self.form.add
        told = say("working days")
        add("convocation_days", say("Members are called before the sitting"), self._number(), help_text=told)
        told = say("working days; 0: only by hand")
        add("freeze_days", say("The agenda freezes before the sitting"), self._number(), help_text=told, beside=True)
        add("written_allowed", "", TickInput(say("The commission may vote in writing")))
        add("written_days", say("Time for a vote in writing"), self._number(), help_text=say("working days"))
