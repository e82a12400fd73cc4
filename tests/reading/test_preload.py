"""In the cage no module can be loaded any more: what readers import when they first need it must be there before."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

_PROGRAM = """
import contextlib, sys
sys.path.insert(0, sys.argv[1])
from corrobora.case.sandbox import zygote
from corrobora.errors import UnreadableError
from corrobora.model import magic
from corrobora.reading import dispatch
from corrobora.reading.format import ReadOptions
zygote.load_within()
dispatch.preload()
loaded = set(sys.modules)
import samples
makers = (samples.pdf, samples.word, samples.workbook, samples.slides, samples.odt, samples.rtf, samples.web_page,
          samples.mail, samples.xml)
files = [make() for make in makers]
files += ["Протокол совещания".encode("cp866") * 20, "会议纪要".encode("gbk") * 20, b"a\\tb\\n1\\t2\\n" * 9]
files += [file[: len(file) // 2] for file in files]
own = {name for name in set(sys.modules) - loaded}
for file in files:
    with contextlib.suppress(UnreadableError):
        dispatch.read(file, ReadOptions(media_type=magic.media_type(file), passwords=("one",)))
print("\\n".join(sorted(set(sys.modules) - loaded - own)))
"""


def test_reading_imports_nothing_that_was_not_preloaded() -> None:
    run = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", _PROGRAM, str(Path(__file__).parent)],
        capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    assert run.stdout.split() == []
