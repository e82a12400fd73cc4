from __future__ import annotations

import threading
import time

from corrobora.case.progress import stage
from corrobora.errors import InputError
from corrobora.web.jobs import Jobs


def _ended(jobs):
    for _ in range(400):
        if not jobs.is_busy():
            return jobs.told()
        time.sleep(0.01)
    raise AssertionError("the job did not end")


def test_a_job_tells_how_far_it_is_and_what_came_of_it():
    jobs, half = Jobs(), threading.Event()
    go_on = threading.Event()

    def work(progress):
        with stage(progress, "reading", 4, "files"):
            progress.advance(2)
            half.set()
            go_on.wait(5)
            progress.advance(2)
        return "4 files"

    jobs.ask("ingest", work)
    assert half.wait(5)
    told = jobs.told()
    assert (told["state"], told["stage"], told["done"], told["total"]) == ("running", "reading", 2, 4)
    go_on.set()
    ended = _ended(jobs)
    assert (ended["state"], ended["done"], ended["said"]) == ("done", 4, "4 files")
    jobs.close()


def test_stop_ends_a_job_at_its_next_step():
    jobs, begun = Jobs(), threading.Event()

    def work(progress):
        with stage(progress, "reading", 0, "files"):
            while True:
                begun.set()
                progress.advance()
                time.sleep(0.005)

    jobs.ask("ingest", work)
    assert begun.wait(5)
    jobs.stop()
    assert _ended(jobs)["state"] == "stopped"
    jobs.close()


def test_a_failure_is_one_line_and_the_next_job_runs():
    jobs = Jobs()

    def fails(_):
        raise InputError("the folder is gone", "leak")

    jobs.ask("a", fails)
    assert _ended(jobs)["said"] == "leak: the folder is gone"
    jobs.ask("b", lambda _: "fine")
    assert _ended(jobs)["state"] == "done"
    jobs.close()


def test_what_waits_already_is_not_asked_for_twice():
    jobs, hold, ran = Jobs(), threading.Event(), []
    jobs.ask("first", lambda _: str(hold.wait(5)))
    while jobs.now is None:
        time.sleep(0.005)
    for _ in range(3):
        jobs.ask("what follows", lambda _: ran.append(1) or "")
    hold.set()
    _ended(jobs)
    assert ran == [1]
    jobs.close()
