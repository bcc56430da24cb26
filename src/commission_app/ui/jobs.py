"""Work off the window's thread: one writer, two readers and one bridge that brings every answer back."""

import queue
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any, Concatenate, Generic, ParamSpec, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from shiboken6 import isValid

from commission_app.errors import CancelledError, TroubleError, UnavailableError
from commission_app.ui.collecting import Collecting
from commission_app.ui.promises import Promise, Ticket

if TYPE_CHECKING:
    from commission_app.services.office import Office, Progress, Reading, Work

P = ParamSpec("P")
R = TypeVar("R")
T = TypeVar("T")

READERS = 2
HANDFUL = 20
SLOW_MS = 400
LISTEN_MS = 1000
_STEP_SECONDS = 0.05


@dataclass(frozen=True)
class Batch(Generic[T, R]):
    """What became of many pieces: the answers, the pieces refused with their reasons, and those not begun."""

    answers: tuple[R, ...]
    troubles: tuple[tuple[T, TroubleError], ...]
    left: tuple[T, ...]


@dataclass
class _Job:
    """One piece of work in a queue; `more` says that it wants another turn."""

    promise: Promise[Any]
    run: Callable[[], Any]
    more: Callable[[], bool] = field(default=lambda: False)


class Jobs(QObject):
    """The desk's way to the office: acts go to the writer in order, questions to the readers."""

    changed = Signal(object)
    """The nouns (frozenset of str) that an act changed, here or in another process."""
    slow = Signal(object)
    """A promise that has been running for longer than a blink."""
    stepped = Signal(object)
    """A ticket whose work went on."""
    ended = Signal(object)
    """A promise that is settled."""
    troubled = Signal(object, object)
    """An owner (or None) and the trouble that nobody else shows."""
    idle = Signal()
    """The last act is written."""

    _settled = Signal(object, object, object)
    _stepped = Signal(object)

    def __init__(self, office: "Office", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._office = office
        self._acts: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._questions: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._latest: dict[tuple[int, object], Promise[Any]] = {}
        self._writing = 0
        self._waiting = 0
        self._listening = False
        self._silent = False
        self._told_at = 0.0
        self._collecting = Collecting(self)
        self._settled.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._stepped.connect(self.stepped, Qt.ConnectionType.QueuedConnection)
        self._threads = [self._start("writer", self._acts)]
        self._threads += [self._start(f"reader {n + 1}", self._questions) for n in range(READERS)]
        self._ear = QTimer(self, interval=LISTEN_MS)
        self._ear.timeout.connect(self.listen)
        self._ear.start()

    @property
    def office(self) -> "Office":
        """The office these jobs are done in; only for signing in and for reading who works here."""
        return self._office

    @property
    def writing(self) -> bool:
        """Whether an act waits or is being done."""
        return self._writing > 0

    @property
    def busy(self) -> bool:
        """Whether anything that was asked for is still on its way."""
        return self._waiting > 0

    def do(
        self, owner: QObject, act: "Callable[Concatenate[Work, P], R]", /, *args: P.args, **kwargs: P.kwargs
    ) -> Promise[R]:
        """Does an act in its turn; it is done even if the screen that asked for it has gone."""
        promise: Promise[R] = Promise(owner, Ticket(self._tell), writes=True)
        told = promise.ticket.progress
        self._enter(self._acts, _Job(promise, lambda: self._office.do_with(told, act, *args, **kwargs)))
        return promise

    def ask(
        self,
        owner: QObject,
        question: "Callable[Concatenate[Reading, P], R]",
        /,
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> Promise[R]:
        """Asks a question; the same question asked again by the same owner makes the earlier answer stale."""
        promise = self.ask_each(owner, question, *args, **kwargs)
        key = (id(owner), _identity(question))
        earlier = self._latest.get(key)
        if earlier is not None and not earlier.settled:
            earlier.superseded = True
            earlier.cancel()
        self._latest[key] = promise
        return promise

    def ask_each(
        self,
        owner: QObject,
        question: "Callable[Concatenate[Reading, P], R]",
        /,
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> Promise[R]:
        """Asks a question whose answer is wanted whatever is asked after it (pages of a list)."""
        promise: Promise[R] = Promise(owner, Ticket(self._tell), writes=False)
        told = promise.ticket.progress
        self._enter(self._questions, _Job(promise, lambda: self._office.ask_with(told, question, *args, **kwargs)))
        return promise

    def each(
        self,
        owner: QObject,
        act: "Callable[[Work, T], R]",
        pieces: Sequence[T],
        together: "Callable[[Work, Sequence[T]], Sequence[R]] | None" = None,
        /,
    ) -> Promise[Batch[T, R]]:
        """Does an act for each piece, one short act a piece, letting other acts pass in between.

        With `together` a handful goes in one act; where that is refused, each of the handful goes alone.
        """
        promise: Promise[Batch[T, R]] = Promise(owner, Ticket(self._tell), writes=True)
        run = _Pieces(self._office, act, together, tuple(pieces), promise.ticket)
        self._enter(self._acts, _Job(promise, run.turn, lambda: run.unfinished))
        return promise

    def work(self, owner: QObject, labour: "Callable[[Progress], R]", /) -> Promise[R]:
        """Runs something slow that needs no database (a picture, a file) on a reader's thread."""
        promise: Promise[R] = Promise(owner, Ticket(self._tell), writes=False)
        self._enter(self._questions, _Job(promise, lambda: labour(promise.ticket.progress)))
        return promise

    def listen(self) -> None:
        """Asks the office, in the background, which nouns have changed."""
        if self._listening or not self._threads:
            return
        self._listening = True
        promise: Promise[frozenset[str]] = Promise(None, Ticket(self._tell), writes=False)
        promise.then(self._heard).failed(self._deaf).always(self._listened)
        self._questions.put(_Job(promise, self._office.heard))

    def close(self) -> None:
        """Cancels the questions, waits for the acts that were begun, and ends the threads."""
        self._ear.stop()
        for promise in self._latest.values():
            promise.cancel()
        threads, self._threads = self._threads, []
        self._acts.put(None)
        for _ in range(READERS):
            self._questions.put(None)
        for thread in threads:
            thread.join()
        self._collecting.end()

    def _start(self, name: str, jobs: "queue.SimpleQueue[_Job | None]") -> threading.Thread:
        thread = threading.Thread(target=self._labour, args=(jobs,), name=name, daemon=True)
        thread.start()
        return thread

    def _enter(self, jobs: "queue.SimpleQueue[_Job | None]", job: _Job) -> None:
        if not self._threads:
            if job.promise.writes:
                raise RuntimeError("the window is closing")
            return  # a question asked while the window closes is answered to nobody
        self._writing += job.promise.writes
        self._waiting += 1
        QTimer.singleShot(SLOW_MS, self, partial(self._grew_slow, job.promise))
        jobs.put(job)

    def _labour(self, jobs: "queue.SimpleQueue[_Job | None]") -> None:
        while (job := jobs.get()) is not None:
            if self._pointless(job.promise):
                self._settled.emit(job.promise, None, CancelledError())
                continue
            try:
                answer = job.run()
            except Exception as trouble:  # every trouble is carried to the window, which sorts them
                self._settled.emit(job.promise, None, trouble)
                continue
            if job.more():
                jobs.put(job)
            else:
                self._settled.emit(job.promise, answer, None)

    @staticmethod
    def _pointless(promise: Promise[Any]) -> bool:
        if promise.writes:
            return False
        return promise.ticket.cancelled or (promise.owner is not None and not isValid(promise.owner))

    def _tell(self, ticket: Ticket) -> None:
        now = time.monotonic()
        if now - self._told_at >= _STEP_SECONDS or ticket.done == ticket.total:
            self._told_at = now
            self._stepped.emit(ticket)

    def _grew_slow(self, promise: Promise[Any]) -> None:
        if not promise.settled and not promise.superseded:
            self.slow.emit(promise)

    def _deliver(self, promise: Promise[Any], answer: object, trouble: Exception | None) -> None:
        self._writing -= promise.writes
        self._waiting -= promise.owner is not None
        heard = True
        try:
            heard = promise.settle(answer, trouble)
        finally:
            self._latest = {key: kept for key, kept in self._latest.items() if kept is not promise}
            self.ended.emit(promise)
            if promise.writes:
                self.listen()
                if not self._writing:
                    self.idle.emit()
        if not heard and trouble is not None and not isinstance(trouble, CancelledError):
            owner = promise.owner if promise.owner is not None and isValid(promise.owner) else None
            self.troubled.emit(owner, trouble)

    def _heard(self, nouns: frozenset[str]) -> None:
        self._silent = False
        if nouns:
            self.changed.emit(nouns)

    def _listened(self) -> None:
        self._listening = False

    def _deaf(self, trouble: Exception) -> None:
        """A database that stays away is told once, not every second."""
        if not self._silent and not isinstance(trouble, CancelledError):
            self._silent = True
            self.troubled.emit(None, trouble)


class _Pieces(Generic[T, R]):
    """A batch on its way: one piece a turn."""

    def __init__(
        self,
        office: "Office",
        act: "Callable[[Work, T], R]",
        together: "Callable[[Work, Sequence[T]], Sequence[R]] | None",
        pieces: tuple[T, ...],
        ticket: Ticket,
    ) -> None:
        self._office = office
        self._act = act
        self._together = together
        self._alone = 0  # pieces up to here go one by one: the handful they were in was refused
        self._pieces = pieces
        self._ticket = ticket
        self._at = 0
        self._stopped = False
        self._answers: list[R] = []
        self._troubles: list[tuple[T, TroubleError]] = []

    @property
    def unfinished(self) -> bool:
        """Whether another turn is wanted."""
        return not self._stopped and self._at < len(self._pieces)

    def turn(self) -> Batch[T, R]:
        """Does the next piece; a refusal is kept beside it, and the others go on."""
        if self._ticket.cancelled:
            self._stopped = True
        elif self._at < len(self._pieces) and not self._handful():
            self._one(self._pieces[self._at])
        return Batch(tuple(self._answers), tuple(self._troubles), self._pieces[self._at :])

    def _handful(self) -> bool:
        """Does the next few in one act; False where they must go one by one."""
        few = self._pieces[self._at : self._at + HANDFUL]
        if self._together is None or self._at < self._alone or len(few) < 2:
            return False
        try:
            self._answers.extend(self._office.do(self._together, few))
        except TroubleError:
            # Whatever it is, each piece will say it for itself.
            self._alone = self._at + len(few)
            return False
        self._went_on(len(few))
        return True

    def _went_on(self, pieces: int) -> None:
        self._at += pieces
        if not self._ticket.cancelled:
            self._ticket.progress.step(self._at, len(self._pieces))

    def _one(self, piece: T) -> None:
        try:
            self._answers.append(self._office.do(self._act, piece))
        except UnavailableError as trouble:
            self._troubles.append((piece, trouble))
            self._stopped = True
            return
        except CancelledError:
            self._stopped = True
            return
        except TroubleError as trouble:
            self._troubles.append((piece, trouble))
        self._went_on(1)


def _identity(question: Callable[..., object]) -> object:
    """What makes two askings the same question: the code, not the closure made anew for each asking."""
    while isinstance(question, partial):
        question = question.func
    return getattr(question, "__code__", question)
