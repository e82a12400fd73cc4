"""Every place of a case where a name stands: mentions on pages and rows of record sets."""

from __future__ import annotations

from collections.abc import Iterator

import pyarrow.parquet as pq

from corrobora.case import Case
from corrobora.corroboration.screening import PERSON_PROPERTIES, Place
from corrobora.model.mention import MentionType
from corrobora.model.tables import MENTIONS, PERSONS

_BATCH = 50_000


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
