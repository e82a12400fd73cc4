"""Signatures on PDF files and mail, checked in the cage against keys made here and the vector of RFC 8463."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from asn1crypto import keys as asn1_keys
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import signers
from pyhanko_certvalidator.registry import SimpleCertificateStore
from reportlab.pdfgen import canvas

from analysis.invented import view
from corrobora.analysis import suspicions_files
from corrobora.analysis.dkim import check_mail
from corrobora.analysis.kinds import authenticity, signature
from corrobora.analysis.revisions import new_fonts
from corrobora.analysis.seal import Seal, SealOptions, SealOutcome, keys_in_text
from corrobora.analysis.sealing import CHECK, preload
from corrobora.case.sandbox import Sandbox
from corrobora.model.document import Document

# ---- PDF


@pytest.fixture(scope="module")
def signed() -> bytes:
    key = rsa.generate_private_key(65537, 2048)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Ivan Zorin")])
    start = datetime(2023, 1, 1, tzinfo=UTC)
    made = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key()).serial_number(5)
    made = made.not_valid_before(start).not_valid_after(start + timedelta(days=36500))
    usage = x509.KeyUsage(True, True, False, False, False, False, False, False, False)
    certificate = made.add_extension(usage, critical=True).sign(key, hashes.SHA256())
    der = serialization.Encoding.DER
    private = key.private_bytes(der, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    signer = signers.SimpleSigner(
        signing_cert=asn1_x509.Certificate.load(certificate.public_bytes(der)),
        signing_key=asn1_keys.PrivateKeyInfo.load(private), cert_registry=SimpleCertificateStore(),
    )  # fmt: skip
    page = io.BytesIO()
    sheet = canvas.Canvas(page, pageCompression=0)
    sheet.drawString(100, 700, "Contract No. 5")
    sheet.save()
    writer = IncrementalPdfFileWriter(io.BytesIO(page.getvalue()))
    return signers.sign_pdf(writer, signers.PdfSignatureMetadata(field_name="S"), signer=signer).getvalue()


@pytest.fixture(scope="module")
def checked():
    with Sandbox((CHECK,), preload) as cage:
        yield lambda raw, options=None: cage.run(CHECK, raw, options or SealOptions()).answer.seals


def test_a_signature_that_holds_names_its_signer_and_trusts_nobody(signed, checked):
    (seal,) = checked(signed)
    assert (seal.outcome, seal.bottom_line, seal.changed_after) == (SealOutcome.HOLDS, False, False)
    assert seal.signer == "Ivan Zorin" and (seal.signed_at or "").startswith(str(datetime.now(UTC).year))


def test_changed_bytes_break_it_and_a_later_save_is_told(signed, checked):
    (broken,) = checked(signed.replace(b"Contract No. 5", b"Contract No. 6"))
    assert broken.outcome is SealOutcome.BROKEN
    writer, later = IncrementalPdfFileWriter(io.BytesIO(signed)), io.BytesIO()
    writer.root["/Zoo"] = generic.pdf_name("/Bar")
    writer.update_root()
    writer.write(later)
    (changed,) = checked(later.getvalue())
    assert changed.outcome is SealOutcome.HOLDS and changed.changed_after


@pytest.mark.parametrize("size", [0, 20, 900, 3000])
def test_torn_files_break_nothing(signed, checked, size):
    assert all(seal.outcome is not SealOutcome.HOLDS for seal in checked(signed[:size]))


def test_fonts_that_only_a_later_revision_names():
    first = b"%PDF-1.4 /BaseFont /AAAAAA+Arial startxref 9 %%EOF"
    assert new_fonts(first) == ()
    assert new_fonts(first + b" /Type /Page /BaseFont /Arial /BaseFont /Times-Roman startxref 9 %%EOF") == (
        "Times-Roman",
    )


# ---- DKIM: the message, the keys and both signatures are the test vector of RFC 8463, appendix A

ED25519 = "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="
RSA = (
    "v=DKIM1; k=rsa; p=MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDkHlOQoBTzWRiGs5V6NpP3idY6Wk08a5qhdR6wy5bdOKb2jLQiY/J16JY"
    "i0Qvx/byYzCNb3W91y3FutACDfzwQ/BC/e/8uBsCR+yz1Lxj+PL6lHvqMKrM3rG4hstT5QjvHO9PzoxZyVYLzBfO2EeC3Ip3G+2kryOTIKT+l/K4w"
    "3QIDAQAB"
)
KEYS = {"brisbane._domainkey.football.example.com": ED25519, "test._domainkey.football.example.com": RSA}
MESSAGE = b"""\
DKIM-Signature: v=1; a=ed25519-sha256; c=relaxed/relaxed;
 d=football.example.com; i=@football.example.com;
 q=dns/txt; s=brisbane; t=1528637909; h=from : to :
 subject : date : message-id : from : subject : date;
 bh=2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=;
 b=/gCrinpcQOoIfuHNQIbq4pgh9kyIK3AQUdt9OdqQehSwhEIug4D11Bus
 Fa3bT3FY5OsU7ZbnKELq+eXdp1Q1Dw==
DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed;
 d=football.example.com; i=@football.example.com;
 q=dns/txt; s=test; t=1528637909; h=from : to : subject :
 date : message-id : from : subject : date;
 bh=2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=;
 b=F45dVWDfMbQDGHJFlXUNB2HKfbCeLRyhDXgFpEL8GwpsRe0IeIixNTe3
 DhCVlUrSjV4BwcVcOF6+FF3Zo9Rpo1tFOeS9mPYQTnGdaSGsgeefOsk2Jz
 dA+L10TeYt9BgDfQNZtKdN1WO//KgIqXP7OdEFE4LjFYNcUxZQ4FADY+8=
From: Joe SixPack <joe@football.example.com>
To: Suzie Q <suzie@shopping.example.net>
Subject: Is dinner ready?
Date: Fri, 11 Jul 2003 21:00:37 -0700 (PDT)
Message-ID: <20030712040037.46341.5F8J@football.example.com>

Hi.

We lost the game.  Are you hungry yet?

Joe.
"""
HOLDS, BROKEN, UNCHECKED = SealOutcome.HOLDS, SealOutcome.BROKEN, SealOutcome.UNCHECKED


@pytest.mark.parametrize(
    ("change", "keys", "outcomes"),
    [
        ((b"", b""), KEYS, [HOLDS, HOLDS]),
        ((b"\n", b"\r\n"), KEYS, [HOLDS, HOLDS]),
        ((b"lost the  game", b"lost the game"), KEYS, [HOLDS, HOLDS]),
        ((b"lost the game", b"won the game"), {}, [BROKEN, BROKEN]),
        ((b"Is dinner ready?", b"Is lunch ready?"), KEYS, [BROKEN, BROKEN]),
        ((b"Is dinner ready?", b"Is lunch ready?"), {}, [UNCHECKED, UNCHECKED]),
        ((b"", b""), dict(list(KEYS.items())[:1]), [HOLDS, UNCHECKED]),
        ((b"", b""), {name: "v=DKIM1; p=AAAA" for name in KEYS}, [UNCHECKED, UNCHECKED]),
        ((b"rsa-sha256", b"rsa-md5"), KEYS, [HOLDS, UNCHECKED]),
    ],
)
def test_the_outcomes_of_a_check_of_mail(change, keys, outcomes):
    seals = check_mail(MESSAGE.replace(*change) if change[0] else MESSAGE, keys)
    assert [seal.outcome for seal in seals] == outcomes
    assert all(seal.signer == "football.example.com" for seal in seals)
    assert check_mail(b"From: a@b.example\n\nHi.\n", keys) == ()


def test_mail_is_checked_in_the_cage_too(checked):
    assert [seal.outcome for seal in checked(MESSAGE, SealOptions(True, KEYS))] == [HOLDS, HOLDS]


def test_a_key_is_found_where_a_paper_of_the_case_holds_it():
    text = f'Answer of the name service\nbrisbane._domainkey.football.example.com. IN TXT ( "{ED25519}" )\n'
    held = keys_in_text(text)
    assert [seal.outcome for seal in check_mail(MESSAGE, held)][0] is HOLDS
    assert keys_in_text("nothing of the sort: _domainkey") == {}


# ---- what the findings say


def seal(outcome, method="DKIM", **more):
    detail = {HOLDS: "it fits", BROKEN: "the body is not the one that was signed", UNCHECKED: "the body is as signed"}
    return Seal(method, outcome, "works.example", "2023-05-01T10:00:00+00:00", detail[outcome], **more)


def mails(*outcomes):
    papers = {f"mailbox/{n}.eml": f"Message {n} of the works" for n in range(len(outcomes))}
    return replace(view(papers), seals={path: (seal(o),) for path, o in zip(papers, outcomes, strict=True)})


@pytest.mark.parametrize(
    ("outcomes", "flagged"),
    [
        ((HOLDS, HOLDS, UNCHECKED, BROKEN), ["mailbox/3.eml"]),
        ((BROKEN, BROKEN, BROKEN, HOLDS), []),
        ((HOLDS, HOLDS, HOLDS, UNCHECKED), []),
    ],
)
def test_a_broken_mail_is_suspicious_only_beside_sound_ones(outcomes, flagged):
    case = mails(*outcomes)
    assert [s.document for s in suspicions_files.broken_seals(case)] == flagged
    found = list(signature.analyse(case))
    assert [f.body["outcome"] for f in found] == [o.value for o in outcomes]
    assert not any("forged" in f.statement or "genuine" in f.statement for f in found)


def test_a_file_made_or_changed_after_it_was_signed():
    papers = {"archive/a.pdf": "Contract of the works", "archive/b.pdf": "Contract of the works"}
    case = replace(
        view(papers), metadata={"archive/a.pdf": {"created": "2023-05-09T00:00:00"}},
        seals={"archive/a.pdf": (seal(HOLDS, "PDF signature"),),
               "archive/b.pdf": (seal(HOLDS, "PDF signature", changed_after=True),)},
    )  # fmt: skip
    flags = [(f.body["document"], f.body["indicator"]) for f in authenticity.analyse(case)]
    assert flags == [("archive/a.pdf", "metadata_conflict"), ("archive/b.pdf", "incremental_update")]


def test_the_one_file_of_a_program_for_changing_pages():
    papers = {f"archive/{n}.pdf": f"Letter {n} of the works" for n in range(60)}
    documents = {path: Document(path, "0" * 64, 5, media_type="application/pdf") for path in papers}
    made = {path: {"producer": "Plain Writer 2"} for path in papers}
    one = {**made, "archive/7.pdf": {"producer": "Adobe Photoshop 24"}}
    several = {**made, **{f"archive/{n}.pdf": {"producer": "Sejda"} for n in (1, 2, 3)}}
    case = replace(view(papers), documents=documents)
    for metadata, flagged in ((made, []), (one, ["archive/7.pdf"]), (several, [])):
        found = suspicions_files.made_by_editors(replace(case, metadata=metadata))
        assert [s.document for s in found] == flagged
