"""Opens every page of a pack in Chromium from disk and says what left the machine, what is broken, and what it weighs.

    python benchmarks/packs/browser.py PACK [--pages 40]

Requests are read from the browser's own network log; links are followed to a file and an anchor that is there.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import tempfile
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

QUIET = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
         "--disable-sync", "--no-first-run", "--no-default-browser-check")  # fmt: skip


class Links(HTMLParser):
    def __init__(self, page: Path) -> None:
        super().__init__()
        self.found: list[str] = []
        self.ids: set[str] = set()
        self.feed(page.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [v for k, v in attrs if k in ("href", "src") and v]
        self.ids |= {v for k, v in attrs if k == "id" and v}


def broken(pack: Path) -> tuple[int, list[str]]:
    pages = {page.resolve(): Links(page) for page in pack.rglob("*.html")}
    count, wrong = 0, []
    for page, links in pages.items():
        for link in links.found:
            count += 1
            file, _, anchor = unquote(link).partition("#")
            target = (page.parent / file).resolve() if file else page
            if not target.is_file() or (anchor and target in pages and anchor not in pages[target].ids):
                wrong.append(f"{page.name}: {link}")
    return count, wrong


def asked_for(address: str) -> list[str]:
    """Every URL that the browser asks the network for while it shows a page."""
    with tempfile.TemporaryDirectory() as scratch:
        log = Path(scratch) / "net.json"
        flags = [*QUIET, f"--user-data-dir={scratch}/profile", f"--log-net-log={log}", "--dump-dom"]
        subprocess.run(["chromium", *flags, address], capture_output=True, check=True, timeout=120)
        events = json.loads(log.read_text(encoding="utf-8"))["events"]
    urls = [event["params"].get("url") for event in events if isinstance(event.get("params"), dict)]
    return [url for url in urls if isinstance(url, str) and url.startswith(("http", "ws", "ftp"))]


def leaving(pages: list[Path]) -> list[str]:
    """Requests of these pages, those left out that the browser makes for its own sake while it shows nothing."""
    own = {urlsplit(url).hostname for url in asked_for("about:blank") + asked_for("about:blank")}
    own |= {"safebrowsingohttpgateway.googleapis.com", "optimizationguide-pa.googleapis.com"}
    with tempfile.TemporaryDirectory() as scratch:
        control = Path(scratch) / "control.html"
        control.write_text('<img src="http://planted.invalid/x.png">')
        if not any("planted.invalid" in url for url in asked_for(control.as_uri())):
            raise SystemExit("the log does not show a request that was planted")
    return [
        f"{page.name}: {url}" for page in pages for url in asked_for(page.as_uri()) if urlsplit(url).hostname not in own
    ]


def main() -> None:
    asked = argparse.ArgumentParser()
    asked.add_argument("pack", type=Path)
    asked.add_argument("--pages", type=int, default=40)
    told = asked.parse_args()
    size = sum(p.stat().st_size for p in told.pack.rglob("*") if p.is_file())
    every = sorted(told.pack.resolve().rglob("*.html"))
    front = sorted(told.pack.resolve().glob("*.html"))
    rest = [page for page in every if page not in front]
    chosen = front + rest[:: max(1, len(rest) // max(1, told.pages - len(front)))]
    links, wrong = broken(told.pack)
    left = leaving(chosen[: told.pages])
    opened = len(chosen[: told.pages])
    print(f"{size / 1e6:.1f} MB, {len(every)} pages; {links} links, {len(wrong)} broken")
    print(f"{opened} pages opened, {len(left)} requests that leave")
    for line in [*wrong, *left][:20]:
        print(f"  {line}")


if __name__ == "__main__":
    main()
