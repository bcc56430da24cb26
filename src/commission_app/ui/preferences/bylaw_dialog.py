"""A by-law edition: the rules of quorum and majority, with the sentence they come to while they are being chosen."""

from datetime import date

from PySide6.QtWidgets import QLabel, QWidget

from commission_app.errors import RefusedError
from commission_app.i18n import Language, today
from commission_app.rules.legality import Bylaw, check_bylaw, quorum_needed
from commission_app.rules.vocabulary.commission import MajorityBase, QuorumBase, QuorumRule
from commission_app.services import commissions
from commission_app.services.commissions import BylawLine, CommissionCard
from commission_app.ui.desk import Desk
from commission_app.ui.widgets.choice import Choice
from commission_app.ui.widgets.date_edit import DateEdit
from commission_app.ui.widgets.form_dialog import FormDialog
from commission_app.ui.widgets.inputs import TextInput, TickInput
from commission_app.ui.widgets.number_edit import NumberEdit
from commission_app.wording.sentences import sentence

EXAMPLE = 39
"""A large commission, where half and more than half differ to the eye."""

_TICKS = ("chair_must_attend", "assessors_may_vote", "casting_vote", "secretary_votes")
_NUMBERS = ("numerator", "denominator", "fixed", "minimum_members", "min_practitioners")


def quorum_sentence(language: Language, rules: Bylaw, members: int) -> str:
    """What a rule of quorum comes to in figures."""
    return language.count(
        "Of {n} member {needed} must take part.",
        "Of {n} members {needed} must take part.",
        members,
        needed=language.number(quorum_needed(rules, members)),
    )


class BylawDialog(FormDialog):
    """A new edition begins with the rules of the one before; sittings of its time keep the old one."""

    def __init__(self, desk: Desk, card: CommissionCard, held: BylawLine | None, parent: QWidget) -> None:
        say = desk.language.say
        super().__init__(desk, say("By-law"), say("Save"), parent)
        self._card = card
        self._add_fields()
        self.told = QLabel(self)
        self.told.setProperty("role", "strong")
        self.told.setWordWrap(True)
        self.form.place(self.told)
        start = held.rules if held is not None else Bylaw()
        self.form.load({name: getattr(start, name) for name in (*_TICKS, *_NUMBERS, *_CHOICES)})
        if held is not None:
            self.form.load(
                {
                    "in_force_from": held.in_force_from,
                    "reference_lv": held.reference_lv,
                    "reference_en": held.reference_en,
                }
            )
        else:
            self.form.load({"in_force_from": today()})
        self.form.edited.connect(self._tell)
        self._tell()

    def submit(self) -> None:
        """The edition comes into force on its day."""
        values = self.form.values()
        since = values["in_force_from"]
        assert isinstance(since, date)
        reference = (str(values["reference_lv"]), str(values["reference_en"]))
        self.act(self.desk.jobs.do(self, commissions.adopt_bylaw, self._card.id, since, self.rules(), reference))

    def rules(self) -> Bylaw:
        """The rules as they are chosen now."""
        values = self.form.values()
        chosen: dict[str, object] = {name: values[name] for name in _CHOICES}
        chosen |= {name: bool(values[name]) for name in _TICKS}
        chosen |= {name: int(str(values[name])) if values[name] is not None else 0 for name in _NUMBERS}
        return Bylaw(**chosen)  # type: ignore[arg-type]

    def _tell(self) -> None:
        rules = self.rules()
        self.form.field("numerator").setVisible(rules.quorum_rule is QuorumRule.FRACTION)
        self.form.field("denominator").setVisible(rules.quorum_rule is QuorumRule.FRACTION)
        self.form.field("fixed").setVisible(rules.quorum_rule is QuorumRule.FIXED)
        try:
            check_bylaw(rules)
        except RefusedError as refused:
            self.told.setText(sentence(self.language, refused.refusal))
            return
        counts = dict.fromkeys(count for count in (commissions.voters(self._card, rules), EXAMPLE) if count)
        self.told.setText(" ".join(quorum_sentence(self.language, rules, count) for count in counts))

    def _add_fields(self) -> None:
        language, say, add = self.language, self.language.say, self.form.add
        add("in_force_from", say("In force from"), DateEdit(language), required=True)
        add("reference_lv", say("Reference in Latvian"), TextInput())
        add("reference_en", say("Reference in English"), TextInput(), beside=True)
        add("quorum_rule", say("Quorum"), Choice().offer_words(language, QuorumRule))
        add("quorum_base", say("Counted"), Choice().offer_words(language, QuorumBase), beside=True)
        add("numerator", say("Numerator"), NumberEdit(language, lowest=0, highest=99))
        add("denominator", say("Denominator"), NumberEdit(language, lowest=0, highest=99), beside=True)
        add("fixed", say("Number of members"), NumberEdit(language, lowest=0, highest=999))
        add("majority_base", say("Majority is counted"), Choice().offer_words(language, MajorityBase))
        add(
            "minimum_members", say("Least number of members"), NumberEdit(language, lowest=0, highest=99), required=True
        )
        told = say("who represent employers and the like")
        least = NumberEdit(language, lowest=0, highest=99)
        add("min_practitioners", say("Least number of practitioners"), least, help_text=told, beside=True)
        add("chair_must_attend", "", TickInput(say("The chair or the deputy must take part")))
        add("casting_vote", "", TickInput(say("The presiding member's vote decides a tie")))
        add("assessors_may_vote", "", TickInput(say("Assessors of the case may vote")))
        add("secretary_votes", "", TickInput(say("The secretary votes")))


_CHOICES = ("quorum_rule", "quorum_base", "majority_base")
