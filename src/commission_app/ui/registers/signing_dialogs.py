"""Signing what was chosen with the key of this computer, and putting papers forward for it."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QLabel, QWidget

from commission_app.errors import Refusal
from commission_app.i18n import LANGUAGES
from commission_app.rules.vocabulary.signing import SigningWay
from commission_app.services import signing_batch, signing_key, signing_queue, signing_routes
from commission_app.services.office import Progress
from commission_app.services.signing_batch import Opened, Order
from commission_app.services.signing_queue import RouteLine, SignableLine
from commission_app.services.signing_routes import Chosen
from commission_app.ui.desk import Desk
from commission_app.ui.promises import Promise
from commission_app.ui.registers.signing_steps_edit import StepsEdit
from commission_app.ui.widgets.choice import Choice
from commission_app.ui.widgets.form_dialog import FormDialog
from commission_app.ui.widgets.inputs import TickInput
from commission_app.ui.widgets.sign_secret import SecretInput, said_key
from commission_app.wording.sentences import sentence

CONFIRMED = "confirmed"
MOST_NAMES = 4


class SignDialog(FormDialog):
    """Asks for the PIN or password; the key is opened and looked at before the first paper is signed."""

    def __init__(self, desk: Desk, lines: Sequence[RouteLine], parent: QWidget) -> None:
        say = desk.language.say
        super().__init__(desk, say("Sign"), say("Sign"), parent)
        self._steps = signing_queue.here(lines)
        self._choice = signing_key.choice()
        self.about = QLabel(self)
        self.about.setWordWrap(True)
        self.about.setText(self._said([line for line in lines if line.step_id in self._steps]))
        self.column.insertWidget(0, self.about)
        add = self.form.add
        label = say("PIN of the token") if self._choice.module else say("Password of the key file")
        self.secret = SecretInput()
        add("secret", label, self.secret, help_text=said_key(desk.language, self._choice))
        self.stamped = TickInput(say("With a time stamp"))
        self.stamped.set_value(bool(self._choice.stamp_address))
        add("stamped", "", self.stamped)
        self.form.field("stamped").setVisible(bool(self._choice.stamp_address))
        self.confirmed = TickInput(say("Sign although the certificate bears another name"))
        add(CONFIRMED, "", self.confirmed)
        self.form.field(CONFIRMED).hide()

    def submit(self) -> None:
        """Opens the key; the papers are signed once the dialog is closed."""
        order = Order(self._steps, self._choice, self.language, self.stamped.value(), self.confirmed.value())
        secret, office = self.secret.taken(), self.desk.jobs.office

        def opening(_progress: Progress) -> Opened:
            return signing_batch.open_for(office, order, secret)

        self.act(self.desk.jobs.work(self, opening))

    def show_trouble(self, text: str, what: Refusal | None, again: Callable[[], None] | None) -> bool:
        """Another name than the expected is shown with the tick that confirms it."""
        if what is not None and what.field == CONFIRMED:
            self.form.field(CONFIRMED).show()
            self.fit()
        return super().show_trouble(text, what, again)

    def _said(self, lines: Sequence[RouteLine]) -> str:
        language = self.language
        names = list(dict.fromkeys(line.due for line in lines))
        shown = ", ".join(names[:MOST_NAMES]) + (" …" if len(names) > MOST_NAMES else "")
        count = language.count("{n} paper", "{n} papers", len(lines))
        if not lines:
            return language.say("None of the chosen papers is signed in this program now.")
        return language.say("{count} to be signed: {names}.", count=count, names=shown)


class PutForwardDialog(FormDialog):
    """How the papers are signed; for one paper also by whom and in which order."""

    def __init__(self, desk: Desk, lines: Sequence[SignableLine], parent: QWidget) -> None:
        language, say = desk.language, desk.language.say
        super().__init__(desk, say("Put forward for signing"), say("Put forward"), parent)
        self._lines = tuple(lines)
        self.about = QLabel(self)
        self.about.setWordWrap(True)
        numbers = ", ".join(line.number for line in lines[:8]) + (" …" if len(lines) > 8 else "")
        self.about.setText(f"{language.count('{n} paper', '{n} papers', len(lines))}: {numbers}")
        self.column.insertWidget(0, self.about)
        add = self.form.add
        self.way = add("way", say("How it is signed"), Choice().offer_words(language, SigningWay))
        self.way.set_value(SigningWay.ELECTRONIC)
        tongues = [(one.code, _tongue(desk, one.code)) for one in LANGUAGES]
        self.code = add("language", say("Language of the paper"), Choice().offer(tongues), beside=True)
        self.steps = StepsEdit(language)
        add("steps", say("Who signs, in this order"), self.steps)
        self.form.field("steps").setVisible(len(lines) == 1)
        if len(lines) == 1:
            self.steps.set_value(lines[0].signers)
            blocking = " ".join(sentence(language, why) for why in lines[0].against)
            if blocking:
                self.banner.say(blocking, "warn")
        self.form.mark_clean()
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 84)

    def submit(self) -> None:
        """Puts them forward, one after the other; those that are refused are told."""
        way, code = SigningWay(str(self.way.value())), str(self.code.value())
        self.steps.set_way(way)
        own = self.steps.value() if len(self._lines) == 1 else ()
        chosen = [Chosen(line.kind, line.key, code, own, way) for line in self._lines]
        if len(chosen) == 1:
            done: Promise[int] = self.desk.jobs.do(self, signing_routes.put_forward, chosen[0])
            done.resting(self.deed).then(lambda _: self._landed(1, []))
            return
        batch = self.desk.jobs.each(self, signing_routes.put_forward, chosen)
        batch.called(self.language.say("Putting papers forward")).resting(self.deed).then(
            lambda made: self._landed(
                len(made.answers), [sentence(self.language, trouble.refusal) for _, trouble in made.troubles]
            )
        )

    def _landed(self, count: int, troubles: Sequence[str]) -> None:
        told = self.language.count("{n} paper put forward", "{n} papers put forward", count)
        self.form.mark_clean()
        self.stored.emit(" ".join([told + ".", *troubles[:3]]) if troubles else told)
        self.accept()


def _tongue(desk: Desk, code: str) -> str:
    return desk.language.say("Latvian") if code == "lv" else desk.language.say("English")
