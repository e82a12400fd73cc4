from __future__ import annotations

from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from corrobora.case import Case, silent
from corrobora.errors import InputError
from corrobora.mentions import step
from corrobora.mentions.step import extract
from corrobora.model.document import Document, Page, State, Word
from corrobora.model.records import Dataset, RecordKind
from corrobora.model.tables import FACTS, KNOWN_NAMES, MENTIONS, PAGES


def put(case: Case, part: str, **texts: str) -> None:
    """Stores one page for each document."""
    pages = []
    for path, text in texts.items():
        words = (Word(0, len(text), (0.1, 0.2, 0.9, 0.3)),)
        pages.append(Page(1, text, "ru", words=words, document=path))
        case.put_documents([Document(path, "0" * 64, len(text), state=State.READ)])
    case.write_part(PAGES, part, pages, documents=texts)


def values(case: Case) -> set[tuple[str, str]]:
    return {(m.document, m.value) for m in case.read(MENTIONS)}


@pytest.fixture
def case(tmp_path: Path) -> Any:
    with Case.create(tmp_path / "case") as made:
        yield made


def test_mentions_carry_document_page_and_box(case: Case) -> None:
    put(case, "1", a="Оплата 5 млн руб. до 5 мая 2024 г.")
    done = extract(case, silent)
    assert done.documents == 1
    money = next(m for m in case.read(MENTIONS) if m.type == "MONEY")
    assert (money.document, money.page, money.box, money.value) == ("a", 1, (0.1, 0.2, 0.9, 0.3), "5000000 RUB")
    assert case.documents_in(FACTS) == {"a"}


def test_only_new_documents_are_done(case: Case) -> None:
    put(case, "1", a="Счёт № 12/24-К")
    extract(case, silent)
    put(case, "2", b="Счёт № 13/24-К", c="")
    assert extract(case, silent).documents == 2
    assert extract(case, silent).documents == 0
    assert {value for _, value in values(case)} >= {"12/24-К", "13/24-К"}
    assert len(case.read(MENTIONS)) == 2


def test_a_kill_before_the_commit_leaves_nothing_half(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    put(case, "1", a="Счёт № 12/24-К")
    real = Case.write_part

    def dying(self: Case, table: Any, *rest: Any, **more: Any) -> None:
        if table is FACTS:
            raise KeyboardInterrupt
        real(self, table, *rest, **more)

    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(Case, "write_part", dying)
        extract(case, silent)
    assert case.documents_in(MENTIONS) == set()
    assert extract(case, silent).documents == 1
    assert ("a", "12/24-К") in values(case)


def test_a_paper_that_breaks_the_rules_is_listed_and_the_rest_goes_on(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(text: str, *_: Any, **__: Any) -> list[Any]:
        if "плохой" in text:
            raise ValueError("no such thing")
        return []

    put(case, "1", a="плохой", b="хороший")
    monkeypatch.setattr(step, "find", broken)
    done = extract(case, silent)
    assert (done.documents, done.failed) == (2, 1)
    (failure,) = case.failures("mentions")
    assert (failure.subject, failure.code) == ("a", "worker")
    assert extract(case, silent).documents == 0


def test_a_paper_that_takes_too_long_is_given_up(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    def endless(text: str, *_: Any, **__: Any) -> list[Any]:
        while True:
            pass

    put(case, "1", a="долгий")
    monkeypatch.setattr(step, "find", endless)
    monkeypatch.setattr(step, "_SECONDS", 0.05)
    monkeypatch.setattr(step, "_SECONDS_A_PAGE", 0.0)
    assert extract(case, silent).failed == 1
    assert case.failures("mentions")[0].code == "over-budget"


def test_names_of_the_case_are_found_in_its_papers(case: Case) -> None:
    put(case, "1", a="Поставка через Комакс.")
    extract(case, silent, names=["Комакс"])
    assert ("a", "Комакс") in values(case)


def add_register(case: Case, *names: str) -> None:
    """A register of firms, prepared as the records room prepares it."""
    dataset = Dataset("firms.csv", "0" * 64, "firms", "firms", "csv", len(names), tables=(("company", len(names)),))
    path = case.rows_path(dataset, RecordKind.COMPANY)
    path.parent.mkdir(parents=True, exist_ok=True)
    rows = {"row": list(range(1, len(names) + 1)), "name": list(names), "name_raw": list(names)}
    pq.write_table(pa.table(rows), path)
    case.put_dataset(dataset)


def test_a_register_added_later_is_looked_for_in_papers_read_before(case: Case) -> None:
    put(case, "1", a="Груз принят, претензий к Комаксприбор нет.", b="Прочее.")
    extract(case, silent)
    add_register(case, "ООО «Комаксприбор»")
    assert extract(case, silent).documents == 1
    assert ("a", "Комаксприбор") in values(case)
    assert extract(case, silent).documents == 0


def test_names_of_a_register_that_is_gone_are_forgotten(case: Case) -> None:
    put(case, "1", a="Груз: комплект «шмурдяк-7», Ыцукен принял.")
    add_register(case, "ООО «Ыцукен»")
    extract(case, silent)
    assert "gazetteer" in {m.reader for m in case.read(MENTIONS)}
    case.drop_dataset("firms.csv")
    assert extract(case, silent).documents == 1
    assert "gazetteer" not in {m.reader for m in case.read(MENTIONS)}


def test_lists_of_case_toml_are_read(case: Case) -> None:
    (case.root / "names.csv").write_text("Ыцукен,ORG\nФывапр,LOC\n", encoding="utf-8")
    with (case.root / "case.toml").open("a", encoding="utf-8") as settings:
        settings.write('name_lists = ["names.csv"]\n')
    put(case, "1", a="там Ыцукен и Фывапр")
    extract(case, silent)
    assert {(m.text, m.type.value) for m in case.read(MENTIONS)} >= {("Ыцукен", "ORG"), ("Фывапр", "LOC")}
    (case.root / "names.csv").unlink()
    put(case, "2", b="Иное.")
    with pytest.raises(InputError):
        extract(case, silent)


def test_a_paper_vouches_for_its_parties_in_the_others(case: Case) -> None:
    put(case, "1", a="груз: жду ответа Ыцукен-М, срочно")
    extract(case, silent)
    put(case, "2", b="Договор № 5/24\nмежду ООО «Ыцукен-М» и АО «Фывапр», далее Стороны.\nЦена договора 5 000 руб.\n")
    extract(case, silent)
    known = {name.text for name in case.read(KNOWN_NAMES)}
    assert "ООО «Ыцукен-М»" in known
    assert [m.text for m in case.read(MENTIONS) if m.document == "a" and m.type == "ORG"] == ["Ыцукен-М"]
    assert extract(case, silent).documents == 0


def test_corrections_reread_their_documents_and_outlive_the_next_reading(case: Case) -> None:
    put(case, "1", a="Принял Иванов Иван Иванович.", b="Прочее.")
    extract(case, silent)
    case.judge("mention:a#1:Иванов Иван Иванович", "no")
    assert extract(case, silent).documents == 1
    assert not [m for m in case.read(MENTIONS) if m.type == "PER"]
    put(case, "2", a="Принял Иванов Иван Иванович. И ещё.")
    case.forget(MENTIONS, ["a"])
    extract(case, silent)
    assert not [m for m in case.read(MENTIONS) if m.type == "PER"]
    case.judge("mention:a#1:Иванов Иван Иванович", "none")
    assert extract(case, silent).documents == 1
    assert [m.text for m in case.read(MENTIONS) if m.type == "PER"] == ["Иванов Иван Иванович"]


def test_a_correction_for_the_whole_case(case: Case) -> None:
    put(case, "1", a="где Ыцукен стоит", b="Прочее.")
    extract(case, silent)
    case.judge("mention:Ыцукен", "yes:ORG:Завод «Ыцукен»")
    assert extract(case, silent).documents == 1
    assert ("a", "Завод «Ыцукен»") in values(case)


@pytest.mark.slow
def test_two_processes_give_what_one_gives(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    put(case, "1", **{f"d{n}": f"Письмо № {n}/24-К от {n + 1} мая 2024 г." for n in range(20)})
    monkeypatch.setattr(step, "_WORTH_A_POOL", 0)
    assert extract(case, silent).documents == 20
    assert {(f"d{n}", f"{n}/24-К") for n in range(20)} <= values(case)
