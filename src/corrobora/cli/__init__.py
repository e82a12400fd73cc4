"""The command line: words only.

`main` is what the `corrobora` command calls. Exit 0: done. 1: done, and a check found problems. 2: could not do it.
"""

from __future__ import annotations

import os
import sys

from corrobora.errors import CorroboraError

_INTERRUPTED = 130
"""What a shell expects of a program that was stopped with Ctrl-C."""


def main() -> None:
    """Runs the command line and turns errors into one line and an exit code."""
    try:
        from corrobora.cli.app import app

        code = app(standalone_mode=False)
    except CorroboraError as error:
        _fail(str(error), error.exit_code)
    except (KeyboardInterrupt, EOFError):
        _stopped()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except OSError as error:
        _fail(_os_line(error), 2)
    except Exception as error:
        _other(error)
    else:
        if code == _INTERRUPTED:
            _stopped()
        sys.exit(code if isinstance(code, int) else 0)


def _other(error: Exception) -> None:
    import typer

    if isinstance(error, typer.Abort):
        _stopped()
    if isinstance(error, typer.Exit):
        sys.exit(error.exit_code)
    usage = getattr(error, "format_message", None)
    if usage is not None:
        _fail(f"{usage()} (corrobora --help lists the commands)", 2)
    if os.environ.get("CORROBORA_DEBUG"):
        raise error
    _fail(f"unexpected {type(error).__name__}: {error} (run again with CORROBORA_DEBUG=1 and report what it prints)", 2)


def _stopped() -> None:
    _fail("stopped; run the same command again and it goes on from here", _INTERRUPTED)


def _os_line(error: OSError) -> str:
    what = error.strerror or str(error)
    remedy = " (free some space and run the same command again)" if error.errno == 28 else ""
    return f"{error.filename}: {what}{remedy}" if error.filename else f"{what}{remedy}"


def _fail(line: str, code: int) -> None:
    sys.stderr.write(f"corrobora: {' '.join(line.split())}\n")
    sys.exit(code)
