"""Innocent papers that once raised an alarm, and their guilty neighbours."""

from __future__ import annotations

from dataclasses import replace

import pytest

from analysis.stories import case, letter
from corrobora.analysis.kinds import authenticity

TABLE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@pytest.mark.parametrize(
    ("kind", "media_type", "alarms"),
    [("instruction", "application/pdf", 1), ("registry", "application/pdf", 0), ("contract", TABLE, 0)],
)
def test_a_file_made_long_after_its_day(kind, media_type, alarms):
    papers = {"archive/a.bin": "Поручение от 9 октября 2021 г."}
    fact = letter(papers, "archive/a.bin", "2021-10-09", type=kind)
    known = case(papers, fact, metadata={"archive/a.bin": {"created": "2024-12-13"}})
    file = replace(known.documents["archive/a.bin"], media_type=media_type)
    found = authenticity.analyse(replace(known, documents={"archive/a.bin": file}))
    assert [one.body["indicator"] for one in found] == ["metadata_conflict"] * alarms


@pytest.mark.parametrize(("attached", "alarms"), [("Delegation list Istanbul.xlsx", 0), ("Menu.xlsx", 1)])
def test_an_attachment_announced_by_the_end_of_its_name_is_there(attached, alarms):
    papers = {"mailbox/1.eml": "Please find attached the Delegation list Istanbul.xlsx"}
    fact = letter(papers, "mailbox/1.eml", "2023-05-02", type="mail", attachments=("list Istanbul.xlsx",))
    known = case(papers, fact)
    file = replace(known.documents["mailbox/1.eml"], path=f"mailbox/1.eml!/{attached}", parent="mailbox/1.eml")
    found = authenticity.analyse(replace(known, documents={**known.documents, file.path: file}))
    assert [one.body["indicator"] for one in found] == ["missing_attachment"] * alarms
