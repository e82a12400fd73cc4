"""Every place of a case where a name stands: mentions on pages and rows of record sets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

import pyarrow.parquet as pq

from corrobora import names
from corrobora.case import Case
from corrobora.corroboration.screening import PERSON_PROPERTIES, Hit, Place
from corrobora.model.contract import document_json, record_json
from corrobora.model.findings import Finding
from corrobora.model.mention import MentionType
from corrobora.model.tables import FINDINGS, MENTIONS, ORGANIZATIONS, PERSONS

_BATCH = 50_000
_MOST_PLACES = 6
_OF_PEOPLE = ("journey", "enrolment", "contact")


def known_names(case: Case) -> tuple[names.Aliases, list[Finding]]:
    """What the case knows that organisations are also called, and the findings that say where it was introduced."""
    bodies = (one.names for one in case.read(ORGANIZATIONS) if len(one.names) > 1)
    told = [f for f in case.read(FINDINGS) if f.kind == "alias" and f.body.get("schema") == "Organization"]
    listed = (tuple(finding.body["names"]) for finding in told if finding.body.get("one_bearer"))
    return names.Aliases(tuple(bodies)).with_listed(listed), told


def introduced(hit: Hit, told: Iterable[Finding]) -> list[dict[str, Any]]:
    """Where papers and rows say that the two names of a hit are one firm's; nothing where they are spelt alike."""
    pair = {names.organization_key(hit.wanted.name), names.organization_key(hit.place.name)}
    if hit.tier != "firm" or len(pair) == 1:
        return []
    where: list[dict[str, Any]] = []
    for finding in told:
        if pair & {names.organization_key(name) for name in finding.body["names"]}:
            where += [document_json(page) for page in finding.pages] + [record_json(row) for row in finding.rows]
    return where[:_MOST_PLACES]


def names_of_people(case: Case) -> Counter[str]:
    """How many people of the case and rows of its lists and journeys bear each written form."""
    counted = Counter(form.text for person in case.read(PERSONS) for form in person.names[:1])
    for dataset in case.datasets():
        for kind, _ in dataset.tables:
            path = case.rows_path(dataset, kind)
            if kind in _OF_PEOPLE and path.is_file() and "name" in (file := pq.ParquetFile(path)).schema_arrow.names:
                for batch in file.iter_batches(_BATCH, columns=["name"]):
                    counted.update(name for name in batch.column("name").to_pylist() if name)
    return counted


def places(case: Case) -> Iterator[Place]:
    """People of the case, names on its pages, names in its record sets."""
    for person in case.read(PERSONS):
        for form in person.names:
            for span in person.spans[:3]:
                document = person.documents[0] if person.documents else None
                yield Place(form.text, "person", span.document, span.page, person.birth_date, document)
    for mention in case.read(MENTIONS):
        if mention.type in (MentionType.PER, MentionType.ORG):
            yield Place(mention.value or mention.text, "page", mention.document, mention.page)
    for dataset in case.datasets():
        for kind, _ in dataset.tables:
            path = case.rows_path(dataset, kind)
            if path.is_file():
                yield from _rows(path.as_posix(), dataset.path)


def _rows(path: str, dataset: str) -> Iterator[Place]:
    file = pq.ParquetFile(path)
    there = set(file.schema_arrow.names)
    named = [name for name in PERSON_PROPERTIES if name in there]
    beside = [name for name in ("birth_date", "document") if name in there]
    for batch in file.iter_batches(_BATCH, columns=["row", *named, *beside]):
        columns = {name: batch.column(name).to_pylist() for name in batch.schema.names}
        for at, row in enumerate(columns["row"]):
            birth = columns["birth_date"][at] if "birth_date" in columns else None
            document = columns["document"][at] if "document" in columns else None
            for name in named:
                value = columns[name][at]
                if value:
                    own = name == "name"
                    yield Place(str(value), "row", dataset, int(row), birth if own else None, document if own else None)
