"""What is asked when a certificate is issued, handed over or annulled."""

from collections.abc import Iterable

from PySide6.QtWidgets import QLabel, QWidget

from commission_app.errors import Refusal
from commission_app.i18n import ENGLISH, LATVIAN, Language, today
from commission_app.rules.vocabulary.certificate import CertificateKind
from commission_app.services import certificates
from commission_app.services.certificate_cards import CertificateCard, ToIssue
from commission_app.services.certificate_offers import KindOffer
from commission_app.ui.desk import Desk
from commission_app.ui.two_languages import half
from commission_app.ui.widgets.choice import Choice
from commission_app.ui.widgets.date_edit import DateEdit
from commission_app.ui.widgets.form_dialog import FormDialog
from commission_app.ui.widgets.inputs import LongTextInput, TextInput
from commission_app.wording.sentences import sentence
from commission_app.wording.words import word

BOTH: tuple[Language, ...] = (LATVIAN, ENGLISH)


class IssueDialog(FormDialog):
    """What is issued, the day, the languages, the state form's own number, and a number where it is typed."""

    def __init__(self, desk: Desk, case_id: int, seen: int, parent: QWidget) -> None:
        say = desk.language.say
        super().__init__(desk, say("Issue the certificate"), say("Issue the certificate"), parent)
        self._case_id = case_id
        self._seen = seen
        self._asked: ToIssue | None = None
        self.kind = self.form.add("kind", say("What is certified"), Choice())
        self.profile = self.form.add("profile", say("Microcredential"), Choice())
        self.why = QLabel(self)
        self.why.setProperty("role", "soft")
        self.why.setWordWrap(True)
        self.why.hide()
        self.form.place(self.why)
        self.day = self.form.add("issued_on", say("Day of issue"), DateEdit(desk.language), required=True)
        self.series = self.form.add("form_series", say("Series of the state form"), TextInput(capitals=True))
        self.number = self.form.add("form_number", say("Number of the state form"), TextInput(), beside=True)
        self.typed = self.form.add("number", say("Number in the register"), TextInput())
        self.languages = self.form.add("languages", say("Language of the certificate"), Choice())
        self.languages.offer(
            (((LATVIAN,), say("in Latvian")), (BOTH, say("in Latvian and English")), ((ENGLISH,), say("in English")))
        )
        for name in ("kind", "profile", "form_series", "form_number", "number"):
            self.form.field(name).hide()
        self.day.set_value(today())
        self.languages.setCurrentIndex(0)
        self.kind.edited.connect(self._fit_kind)
        self.profile.edited.connect(self._say_why)
        desk.jobs.ask(self, certificates.to_issue, case_id).then(self._ask_for)

    def submit(self) -> None:
        """Issues the certificate."""
        chosen, offer, profile = self.languages.value(), self._offer(), self.profile.value()
        by_profile = offer is not None and bool(offer.profiles) and isinstance(profile, int)
        self.act(
            self.desk.jobs.do(
                self,
                certificates.issue,
                self._case_id,
                self._seen,
                self.day.value(),
                self.series.value(),
                self.number.value(),
                self.typed.value() or None,
                chosen if isinstance(chosen, tuple) else (LATVIAN,),
                kind=None if offer is None else offer.kind,
                profile_id=profile if by_profile and isinstance(profile, int) else None,
            )
        )

    def _ask_for(self, asked: ToIssue) -> None:
        """Shows the fields that this certificate needs; after the last part the whole qualification is proposed."""
        self._asked = asked
        offered = [offer.kind for offer in asked.kinds if not offer.against or offer.profiles]
        self.kind.offer_words(self.language, offered)
        whole = CertificateKind.QUALIFICATION
        self.kind.set_value(whole if whole in offered else asked.kind)
        self.form.field("kind").setVisible(len(offered) > 1)
        self.form.field("number").setVisible(asked.number_typed)
        self._fit_kind()
        self.form.focus_first()

    def _offer(self) -> KindOffer | None:
        if self._asked is None:
            return None
        return next((offer for offer in self._asked.kinds if offer.kind is self.kind.value()), None)

    def _fit_kind(self) -> None:
        """The fields of the chosen kind: a microcredential, a state form with the next number in stock, languages."""
        offer = self._offer()
        if offer is None:
            return
        self.setWindowTitle(word(self.language, offer.kind).capitalize())
        for name in ("form_series", "form_number"):
            self.form.field(name).setVisible(offer.on_state_form)
        self.form.field("profile").setVisible(bool(offer.profiles))
        self.form.field("languages").setVisible(not offer.profiles)
        self.profile.offer((one.id, half(self.language, one.title_lv, one.title_en)) for one in offer.profiles)
        if offer.next_form is not None:
            self.series.set_value(offer.next_form.series)
            self.number.set_value(offer.next_form.number)
        self._say_why()

    def _say_why(self) -> None:
        """What the microcredential lacks, and why the whole qualification cannot be certified yet."""
        say, offer, asked = self.language.say, self._offer(), self._asked
        text = ""
        if offer is not None and offer.profiles:
            held = next((one for one in offer.profiles if one.id == self.profile.value()), None)
            lacks = said(self.language, held.lacks) if held else ""
            text = say("It cannot be issued yet. {why}", why=lacks) if lacks else ""
        elif asked is not None and asked.kind is CertificateKind.QUALIFICATION_PART and asked.against_whole:
            lacks = said(self.language, asked.against_whole)
            text = say("The whole qualification cannot be certified yet. {why}", why=lacks)
        self.why.setText(text)
        self.why.setVisible(bool(text))
        self.fit()


def said(language: Language, refusals: Iterable[Refusal]) -> str:
    """Reasons one after the other."""
    return " ".join(sentence(language, one) for one in refusals)


class HandOverDialog(FormDialog):
    """The day the holder took the certificate."""

    def __init__(self, desk: Desk, held: CertificateCard, parent: QWidget) -> None:
        say = desk.language.say
        super().__init__(desk, say("Hand over the certificate"), say("Hand over the certificate"), parent)
        self._held = held
        self.day = self.form.add("handed_on", say("Day of handing over"), DateEdit(desk.language), required=True)
        self.day.set_value(today())

    def submit(self) -> None:
        """Records the day."""
        day = self.day.value()
        assert day is not None
        self.act(self.desk.jobs.do(self, certificates.hand_over, self._held.id, self._held.version, day))


class AnnulDialog(FormDialog):
    """Why the certificate is annulled; its line in the register stays."""

    def __init__(self, desk: Desk, held: CertificateCard, parent: QWidget) -> None:
        say = desk.language.say
        super().__init__(
            desk, say("Annul the certificate {number}", number=held.number), say("Annul the certificate"), parent
        )
        self._held = held
        self.reason = self.form.add(
            "reason",
            say("Reason"),
            LongTextInput(lines=3),
            help_text=say("The line in the register stays; a further line with this reason follows it."),
        )

    def submit(self) -> None:
        """Annuls the certificate."""
        held = self._held
        self.act(self.desk.jobs.do(self, certificates.annul, held.id, held.version, self.reason.value()))
