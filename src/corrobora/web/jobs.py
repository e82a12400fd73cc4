"""Long work beside the pages: one job at a time, its progress told to every open page, stopped when asked."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from corrobora.case import Progress
from corrobora.errors import CorroboraError

Work = Callable[[Progress], str]
"""Does it, tells the progress, and returns one line on what came of it."""


class Stopped(Exception):
    """The user stopped the job; what it finished stays, and it goes on from there when it is run again."""


@dataclass(frozen=True, slots=True)
class Told:
    """How far a job has come.

    Attributes:
        stage, done, total, unit: of the stage it is in; `rate` in units a second, `left` in seconds, 0 where unknown.
        state: "running", "done", "failed" or "stopped".
        said: one line on what came of it.
    """

    number: int
    name: str
    state: str = "running"
    stage: str = ""
    done: int = 0
    total: int = 0
    unit: str = ""
    rate: float = 0.0
    left: float = 0.0
    said: str = ""


@dataclass(slots=True)
class _Reporter:
    """Turns a step's progress into what pages show."""

    jobs: Jobs
    began: float = field(default_factory=time.monotonic)

    def start(self, stage: str, total: int, unit: str) -> None:
        self.began = time.monotonic()
        self.jobs.tell(stage=stage, total=total, unit=unit, done=0, rate=0.0, left=0.0)

    def advance(self, count: int = 1, detail: str = "") -> None:
        told = self.jobs.now
        if told is None:
            return
        done, took = told.done + count, time.monotonic() - self.began
        rate = done / took if took > 1 else 0.0
        left = (told.total - done) / rate if rate and told.total else 0.0
        self.jobs.tell(done=done, rate=round(rate, 1), left=round(left))

    def finish(self, summary: str = "") -> None:
        self.jobs.check()


class Jobs:
    """One worker; what is asked for while it works waits, and the same work asked for twice is done once."""

    def __init__(self) -> None:
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="corrobora-job")
        self._lock = threading.Lock()
        self._stop = threading.Event()
        self._waiting: set[str] = set()
        self._count = 0
        self.now: Told | None = None

    def ask(self, name: str, work: Work) -> None:
        """Does the work when its turn comes."""
        with self._lock:
            if name in self._waiting:
                return
            self._waiting.add(name)
        self._pool.submit(self._do, name, work)

    def stop(self) -> None:
        """Stops the job that runs, at its next step."""
        self._stop.set()

    def close(self) -> None:
        """Stops, and waits for the worker."""
        self.stop()
        self._pool.shutdown(wait=True, cancel_futures=True)

    def is_busy(self) -> bool:
        """Whether something runs or waits."""
        return bool(self._waiting) or (self.now is not None and self.now.state == "running")

    def tell(self, **changed: Any) -> None:
        """Changes what is told of the running job, or ends it where the user said stop."""
        self.check()
        if self.now is not None:
            self.now = replace(self.now, **changed)

    def check(self) -> None:
        """Raises where the user said stop."""
        if self._stop.is_set():
            raise Stopped

    def told(self) -> dict[str, Any]:
        """The last job as JSON; {} before the first."""
        return asdict(self.now) if self.now is not None else {}

    def _do(self, name: str, work: Work) -> None:
        with self._lock:
            self._waiting.discard(name)
            self._count += 1
            self._stop.clear()
            self.now = Told(self._count, name)
        try:
            state, said = "done", work(_Reporter(self))
        except Stopped:
            state, said = "stopped", "stopped; ask again and it goes on from here"
        except CorroboraError as error:
            state, said = "failed", str(error)
        except Exception as error:
            state, said = "failed", f"unexpected {type(error).__name__}: {error}"
        with self._lock:
            self.now = replace(self.now, state=state, said=said)
