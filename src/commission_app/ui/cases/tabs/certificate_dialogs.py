"""What is asked when a certificate is issued, handed over or annulled."""

from PySide6.QtWidgets import QLabel, QWidget

from commission_app.i18n import ENGLISH, LATVIAN, Language, today
from commission_app.rules.vocabulary.certificate import CertificateKind
from commission_app.services import certificates
from commission_app.services.certificate_cards import CertificateCard, ToIssue
from commission_app.ui.desk import Desk
from commission_app.ui.widgets.choice import Choice
from commission_app.ui.widgets.date_edit import DateEdit
from commission_app.ui.widgets.form_dialog import FormDialog
from commission_app.ui.widgets.inputs import LongTextInput, TextInput
from commission_app.wording.sentences import sentence
from commission_app.wording.words import word

BOTH: tuple[Language, ...] = (LATVIAN, ENGLISH)


class IssueDialog(FormDialog):
    """The day, the languages, the state form's own number, and a number of the register where it is typed."""

    def __init__(self, desk: Desk, case_id: int, seen: int, parent: QWidget) -> None:
        say = desk.language.say
        super().__init__(desk, say("Issue the certificate"), say("Issue the certificate"), parent)
        self._case_id = case_id
        self._seen = seen
        self.kind = self.form.add("kind", say("What is certified"), Choice())
        self.form.field("kind").hide()
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
        for name in ("form_series", "form_number", "number"):
            self.form.field(name).hide()
        self.day.set_value(today())
        self.languages.setCurrentIndex(0)
        desk.jobs.ask(self, certificates.to_issue, case_id).then(self._ask_for)

    def submit(self) -> None:
        """Issues the certificate."""
        chosen = self.languages.value()
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
                whole=self.kind.value() is CertificateKind.QUALIFICATION,
            )
        )

    def _ask_for(self, asked: ToIssue) -> None:
        """Shows the fields that this certificate needs."""
        self.setWindowTitle(word(self.language, asked.kind).capitalize())
        if asked.kind is CertificateKind.QUALIFICATION_PART:
            self._ask_what(asked)
        for name in ("form_series", "form_number"):
            self.form.field(name).setVisible(asked.on_state_form)
        self.form.field("number").setVisible(asked.number_typed)
        self.fit()
        self.form.focus_first()

    def _ask_what(self, asked: ToIssue) -> None:
        """After the last part the whole may be certified; before it, it is said what the whole still lacks."""
        say = self.language.say
        lacks = " ".join(sentence(self.language, one) for one in asked.against_whole)
        self.why.setText(say("The whole qualification cannot be certified yet. {why}", why=lacks))
        self.why.setVisible(bool(asked.against_whole))
        if not asked.against_whole:
            self.kind.offer_words(self.language, (CertificateKind.QUALIFICATION, CertificateKind.QUALIFICATION_PART))
            self.kind.setCurrentIndex(0)
            self.form.field("kind").show()


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
