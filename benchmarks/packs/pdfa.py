"""Holds a PDF against what PDF/A-2 forbids and demands, one line a point. pikepdf is asked for only here.

    python benchmarks/packs/pdfa.py FILE.pdf

No validator is among the packages that Python, Node and Debian offer; this looks for the points of ISO 19005-2 that a
typesetter can get wrong, and is no certificate.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from typing import Any

import pikepdf

FORBIDDEN_KEYS = ("/AA", "/JS", "/OpenAction", "/Launch", "/XFA", "/EmbeddedFiles", "/PS", "/OPI", "/Ref")
FORBIDDEN_ACTIONS = ("/JavaScript", "/Launch", "/Sound", "/Movie", "/ResetForm", "/ImportData", "/GoToE", "/SubmitForm")


def points(path: str) -> Iterator[tuple[str, bool]]:
    whole = open(path, "rb").read()  # noqa: PTH123, SIM115
    yield "the header has a version and a comment of high bytes", bool(re.match(rb"%PDF-1\.[4-7]\s+%[\x80-\xff]{4}", whole))
    with pikepdf.open(path) as pdf:
        yield "not encrypted", not pdf.is_encrypted
        yield "the trailer has an id", "/ID" in pdf.trailer
        yield "no xref stream is hidden behind a hybrid file", "/XRefStm" not in pdf.trailer
        told = pdf.Root.Metadata.read_bytes().decode()
        yield "XMP says PDF/A-2", bool(re.search(r"pdfaid:part[>=\"]+2", told))
        yield "XMP says level b, u or a", bool(re.search(r"pdfaid:conformance[>=\"]+[BUA]", told))
        yield "the XMP stream is not compressed", "/Filter" not in pdf.Root.Metadata
        intents = list(pdf.Root.get("/OutputIntents", []))
        yield "an output intent GTS_PDFA1 with its profile", any(
            i.S == "/GTS_PDFA1" and len(i.DestOutputProfile.read_bytes()) > 100 for i in intents
        )
        yield "marked, with a language", bool(pdf.Root.get("/MarkInfo")) and "/Lang" in pdf.Root
        objects = [o for o in pdf.objects if isinstance(o, pikepdf.Dictionary | pikepdf.Stream)]
        yield "nothing that runs or reaches out", not any(k in o for o in objects for k in FORBIDDEN_KEYS)
        yield "no action but going to a place or address", not any(o.get("/S") in FORBIDDEN_ACTIONS for o in objects)
        yield "no address that is fetched", not any("/F" in o and "/FFilter" in o for o in objects)
        streams = [o for o in objects if isinstance(o, pikepdf.Stream)]
        yield "no LZW", not any("LZW" in str(o.get("/Filter", "")) for o in streams)
        yield "every font is embedded", all(_embedded(o) for o in objects if o.get("/Type") == "/Font")
        yield "every font maps to Unicode", all(
            "/ToUnicode" in o for o in objects if o.get("/Type") == "/Font" and o.get("/Subtype") != "/CIDFontType2"
            and not str(o.get("/Subtype")).startswith("/CIDFont")
        )  # fmt: skip
        pictures = [o for o in streams if o.get("/Subtype") == "/Image"]
        yield "no picture with alternates or interpolation", not any(
            "/Alternates" in o or o.get("/Interpolate", False) for o in pictures
        )
        notes = [o for o in objects if o.get("/Type") == "/Annot"]
        yield "every annotation is printed and shown", all(o.get("/Subtype") == "/Popup" or int(o.get("/F", 0)) & 4 for o in notes)
        yield "no author or program beyond the maker", not any(
            re.search(r"/home/|/root/|/tmp/", str(v)) for v in pdf.docinfo.values()  # noqa: S108
        )


def _embedded(font: Any) -> bool:
    if font.get("/Subtype") == "/Type0":
        return all(_embedded(inner) for inner in font.DescendantFonts)
    if font.get("/Subtype") == "/Type3":
        return True
    held = font.get("/FontDescriptor", {})
    return any(key in held for key in ("/FontFile", "/FontFile2", "/FontFile3"))


if __name__ == "__main__":
    held = list(points(sys.argv[1]))
    for what, right in held:
        print(f"{'yes' if right else 'NO '}  {what}")
    print(f"{sum(right for _, right in held)} of {len(held)}")
