"""Certificates for the chosen cases in one go: each line says what it gets or why not, and how it went."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget

from commission_app.i18n import ENGLISH, LATVIAN, today
from commission_app.rules.vocabulary.certificate import CertificateKind
from commission_app.services import certificate_batches
from commission_app.services.certificate_batches import BatchLine, Piece, ToIssueMany
from commission_app.services.certificate_offers import ProfileOffer
from commission_app.ui.columns import Column, State
from commission_app.ui.desk import Desk
from commission_app.ui.jobs import Batch
from commission_app.ui.two_languages import half
from commission_app.ui.widgets.choice import Choice
from commission_app.ui.widgets.date_edit import DateEdit
from commission_app.ui.widgets.form_dialog import FormDialog
from commission_app.ui.widgets.rows_table import RowsTable
from commission_app.ui.widgets.unlock_dialog import with_key
from commission_app.wording.sentences import sentence

KINDS = (CertificateKind.RECOGNITION_STATEMENT, CertificateKind.MICROCREDENTIAL, CertificateKind.NON_FORMAL)


class IssueManyDialog(FormDialog):
    """One short act a certificate: a line that is refused says why, and none stops the others."""

    issued = Signal(int)
    """How many certificates were issued."""

    def __init__(self, desk: Desk, case_ids: Sequence[int], parent: QWidget) -> None:
        say = desk.language.say
        super().__init__(desk, say("Certificates for the chosen cases"), say("Issue the certificates"), parent)
        self._case_ids = tuple(case_ids)
        self._said: dict[int, State] = {}
        self._lines: tuple[BatchLine, ...] = ()
        self.day = self.form.add("issued_on", say("Day of issue"), DateEdit(desk.language), required=True)
        self.kind = self.form.add("kind", say("What is certified"), Choice(), beside=True)
        self.profile = self.form.add("profile", say("Microcredential"), Choice())
        self.languages = self.form.add("languages", say("Language of the certificate"), Choice())
        both = (LATVIAN, ENGLISH)
        self.languages.offer(
            (((LATVIAN,), say("in Latvian")), (both, say("in Latvian and English")), ((ENGLISH,), say("in English")))
        )
        self.languages.setCurrentIndex(0)
        self.day.set_value(today())
        self.table = RowsTable(self._columns(), self)
        self.table.setMinimumHeight(9 * (self.fontMetrics().height() + 10))
        self.form.place(self.table)
        self.counted = QLabel(self)
        self.counted.setProperty("role", "soft")
        self.form.place(self.counted)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 104)
        for choice in (self.kind, self.profile):
            choice.edited.connect(self._fit_kind)
        self._ask()

    def submit(self) -> None:
        """Issues a certificate for every line that may get one."""
        pieces = [piece for piece in map(self._piece, self._lines) if piece is not None]
        if not pieces:
            return

        def issue() -> None:
            promise = self.desk.jobs.each(self, certificate_batches.issue, pieces)
            promise.called(self.language.say("Issuing certificates")).resting(self.deed).then(self._landed)

        with_key(self.desk, self, issue)

    def _ask(self) -> None:
        self.desk.jobs.ask(self, certificate_batches.to_issue, self._case_ids).then(self._offer)

    def _offer(self, asked: ToIssueMany) -> None:
        self._lines = asked.lines
        offered = {offer.kind for line in asked.lines for offer in line.offers}
        self.kind.offer_words(self.language, [kind for kind in KINDS if kind in offered])
        self._fit_kind()
        self.fit()

    def _fit_kind(self) -> None:
        micro = self.kind.value() is CertificateKind.MICROCREDENTIAL
        self.form.field("profile").setVisible(micro)
        self.form.field("languages").setVisible(not micro)
        if micro:
            profiles = {one.id: one for line in self._lines for one in self._profiles(line)}
            self.profile.offer((key, half(self.language, one.title_lv, one.title_en)) for key, one in profiles.items())
        self._show()

    def _show(self) -> None:
        self.table.show_rows(self._lines)
        ready = sum(self._piece(line) is not None for line in self._lines)
        self.deed.setEnabled(bool(ready))
        self.counted.setText(
            self.language.count("{n} certificate can be issued.", "{n} certificates can be issued.", ready)
        )

    def _piece(self, line: BatchLine) -> Piece | None:
        """The certificate a line gets; none where something stands against it."""
        day, kind = self.day.value(), self.kind.value()
        offered = next((offer for offer in line.offers if offer.kind is kind), None)
        if day is None or offered is None or (offered.against and not offered.profiles):
            return None
        chosen = self.languages.value()
        languages = chosen if isinstance(chosen, tuple) else (LATVIAN,)
        profile = self._profile(line)
        if offered.kind is CertificateKind.MICROCREDENTIAL and (profile is None or profile.lacks):
            return None
        key = profile.id if profile is not None else None
        return Piece(line.case_id, line.version, day, offered.kind, key, languages)

    def _profiles(self, line: BatchLine) -> tuple[ProfileOffer, ...]:
        return next((offer.profiles for offer in line.offers if offer.kind is CertificateKind.MICROCREDENTIAL), ())

    def _profile(self, line: BatchLine) -> ProfileOffer | None:
        if self.kind.value() is not CertificateKind.MICROCREDENTIAL:
            return None
        return next((one for one in self._profiles(line) if one.id == self.profile.value()), None)

    def _state(self, line: BatchLine) -> State:
        """How it went, what it will get, or why nothing."""
        if line.case_id in self._said:
            return self._said[line.case_id]
        if self._piece(line) is not None:
            return State(self.language.say("can be issued"), "info")
        profile = self._profile(line)
        reasons = line.against or (profile.lacks if profile is not None else ())
        if reasons:
            return State(" ".join(sentence(self.language, one) for one in reasons), "warn")
        return State(self.language.say("not for this case"), "neutral")

    def _landed(self, batch: "Batch[Piece, int]") -> None:
        failed = {piece.case_id: trouble for piece, trouble in batch.troubles}
        left = {piece.case_id for piece in batch.left}
        for line in self._lines:
            if line.case_id in failed:
                self._said[line.case_id] = State(self.desk.problems.text(failed[line.case_id]), "bad")
            elif self._piece(line) is not None and line.case_id not in left:
                self._said[line.case_id] = State(self.language.say_of("certificate", "issued"), "good")
        self.issued.emit(len(batch.answers))
        if not failed and not left and len(self._said) == len(self._lines):
            self.form.mark_clean()
            self.stored.emit(len(batch.answers))
            self.accept()
            return
        self.form.mark_clean()
        # What was refused can be tried again: its version is asked anew.
        self._ask()

    def _columns(self) -> Sequence[Column[BatchLine]]:
        say = self.language.say
        return (
            Column("number", say("Number"), lambda line: line.number, width_hint=10),
            Column("holder", say("Applicant"), lambda line: line.holder, width_hint=24),
            Column(
                "state",
                say("State"),
                self._state,
                width_hint=30,
                stretch=True,
                tooltip=lambda line: self._state(line).text,
            ),
        )
