"""In the cage no module can be loaded any more: what readers import when they first need it must be there before."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from reading import samples

_PROGRAM = """
import contextlib, sys
from pathlib import Path
from corrobora.case.sandbox import zygote
from corrobora.errors import UnreadableError
from corrobora.model import magic
from corrobora.reading import dispatch
from corrobora.reading.format import ReadOptions
zygote.load_within()
dispatch.preload()
loaded = set(sys.modules)
for path in sorted(Path(sys.argv[1]).iterdir()):
    file = path.read_bytes()
    with contextlib.suppress(UnreadableError):
        dispatch.read(file, ReadOptions(media_type=magic.media_type(file), passwords=("one",)))
print("\\n".join(sorted(set(sys.modules) - loaded)))
"""


def test_reading_imports_nothing_that_was_not_preloaded(tmp_path: Path) -> None:
    makers = (
        samples.pdf, samples.word, samples.workbook, samples.slides, samples.odt, samples.rtf, samples.web_page,
        samples.mail, samples.xml,
    )  # fmt: skip
    files = [make() for make in makers]
    files += ["Протокол совещания\n".encode("cp866") * 20, "会议纪要\n".encode("gbk") * 20, b"a\tb\n1\t2\n" * 9]
    files += [b"name;date\nWang;12.05.2023\n" * 9, *(file[: len(file) // 2] for file in files)]
    for number, file in enumerate(files):
        (tmp_path / f"{number:02d}").write_bytes(file)
    command = [sys.executable, "-W", "ignore", "-c", _PROGRAM, str(tmp_path)]
    run = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert run.returncode == 0, run.stderr
    assert run.stdout.split() == []
