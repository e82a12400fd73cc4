"""A record set made ready for searches, once: its names keyed, its rows as integers, its travellers, days and shares.

SQL here is a value; the connection and the folder are the caller's. Only the spelling of names is Python, once for each
distinct name. What a search needs of the set stands in Parquet afterwards: it reads only what it asks for.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import chain
from multiprocessing import get_context
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from corrobora.corroboration.keyring import put_keys
from corrobora.corroboration.spelling import openings, spell
from corrobora.model.places import countries_of
from corrobora.names.pauses import without_collector

VERSION = "3"
"""Of what is made; raise it when the same rows would give another shelf."""

BATCH = 50_000
_SMALL_GROUP = 8192
"""Rows of a group of the tables in which single names are looked up."""

SAMPLE = 20_000
"""How many birth dates and documents of each stratum the invented people draw theirs from."""

_COLUMNS = ("name", "birth_date", "document", "date", "number", "from", "to", "direction", "point", "booking")
_TWINS = ("АВЕКМНОРСТУХІ", "ABEKMHOPCTYXI")

_SPELLED = pa.schema(
    [
        ("name_id", pa.int64()),
        ("name", pa.string()),
        ("stratum", pa.int8()),
        ("patronymic", pa.string()),
        ("exact", pa.list_(pa.string())),
        ("initial", pa.list_(pa.string())),
        ("openings", pa.list_(pa.string())),
        ("letters", pa.list_(pa.string())),
    ]
)


def stock(db: duckdb.DuckDBPyConnection, parquet: Path, folder: Path) -> None:
    """Writes the shelf of a record set.

    Args:
        db: a connection that may spill.
        parquet: the prepared rows.
        folder: an empty folder for the shelf.
    """
    there = {name for (name, *_) in db.execute("describe select * from read_parquet(?)", [str(parquet)]).fetchall()}
    picked = ", ".join(f'"{c}"' if c in there else f'null::varchar as "{c}"' for c in _COLUMNS)
    db.execute(f"create or replace temp view raw as select row, {picked} from read_parquet('{quoted(parquet)}')")
    _spell_names(db, folder)
    countries = _put_places(db)
    put_keys(folder, db.execute(_KEYS).fetchnumpy())
    for table, query in _TABLES:
        target = folder / f"{table}.parquet"
        body = query.format(size=len(countries) + 1, sample=SAMPLE, twins=_TWINS[0], plain=_TWINS[1])
        group = f", row_group_size {_SMALL_GROUP}" if table in ("names", "near") else ""
        db.execute(f"copy ({body}) to '{quoted(target)}' (format parquet, compression snappy{group})")
        db.execute(f"create or replace temp view {table} as select * from read_parquet('{quoted(target)}')")
    codes = {"code": list(range(1, len(countries) + 1)), "country": countries}
    pq.write_table(pa.table(codes, schema=pa.schema([("code", pa.int64()), ("country", pa.string())])),
                   folder / "countries.parquet")  # fmt: skip
    for table in ("spelled", "coded", "known", "borne"):
        (folder / f"{table}.parquet").unlink()


def spelled(start: int, batch: list[str]) -> pa.Table:
    """Distinct names with their keys, numbered from `start`."""
    with without_collector():
        keyed = [spell(name) for name in batch]
        columns = {
            "name_id": range(start, start + len(batch)),
            "name": batch,
            "stratum": [one.stratum for one in keyed],
            "patronymic": [one.patronymic for one in keyed],
            "exact": [one.exact for one in keyed],
            "initial": [one.initial for one in keyed],
            "openings": [openings(one.exact) for one in keyed],
            "letters": [one.letters for one in keyed],
        }
        return pa.table({name: list(column) for name, column in columns.items()}, schema=_SPELLED)


def _spell_names(db: duckdb.DuckDBPyConnection, folder: Path) -> None:
    target = folder / "spelled.parquet"
    query = "select distinct name from raw where name is not null order by 1"
    reader = db.sql(query).to_arrow_reader(BATCH)
    with pq.ParquetWriter(target, _SPELLED, compression="snappy") as writer:
        for table in _keyed(batch.column(0).to_pylist() for batch in reader):
            writer.write_table(table)
    db.execute(f"create or replace temp view spelled as select * from read_parquet('{quoted(target)}')")


def _keyed(batches: Iterator[list[str]]) -> Iterator[pa.Table]:
    """The batches keyed, in two processes where there is more than one; never more than four batches in flight."""
    first, second = next(batches, None), next(batches, None)
    if first is None:
        return
    if second is None:
        yield spelled(0, first)
        return
    start, running = 0, deque[Future[pa.Table]]()
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        for batch in chain((first, second), batches):
            running.append(pool.submit(spelled, start, batch))
            start += len(batch)
            if len(running) > 3:
                yield running.popleft().result()
        while running:
            yield running.popleft().result()


def _put_places(db: duckdb.DuckDBPyConnection) -> list[str]:
    """Registers the number of the country of every place that is known; gives the countries in order of number."""
    found = db.execute('select "from" from raw union select "to" from raw').fetchall()
    known = countries_of(sorted(place for (place,) in found if place))
    countries = sorted(set(known.values()))
    codes = pa.array([countries.index(country) + 1 for country in known.values()], pa.int64())
    db.register("place_arrow", pa.table({"place": pa.array(list(known), pa.string()), "country": codes}))
    db.execute("create or replace temp table place as select * from place_arrow")
    db.unregister("place_arrow")
    return countries


def quoted(path: Path) -> str:
    """A path as SQL text holds it."""
    return str(path).replace("'", "''")


# The likeliest key of a name is the one whose family is commonest among the names that leave no choice.
_NAMES = """
with families as (
    select split_part(exact[1], '|', 1) as family, count(*) as bearers from spelled where len(exact) = 1 group by 1
), ways as (
    select name_id, unnest(exact) as key from spelled where len(exact) > 1
), picked as (
    select name_id, arg_max(key, row(coalesce(bearers, 0), key)) as key
    from ways left join families on family = split_part(key, '|', 1) group by 1
), settled as (
    select s.* exclude (initial, openings), coalesce(p.key, s.exact[1], '') as key
    from spelled s left join picked p using (name_id)
)
select *, (hash(case when key = '' then name else key || ' ' || patronymic end) >> 1)::bigint as canon
from settled order by name_id
"""

_KEYS = """
select hash('e' || key) as key, name_id from (select name_id, unnest(exact) as key from spelled)
union all select hash('i' || key), name_id from (select name_id, unnest(initial) as key from spelled)
union all select hash('o' || key), name_id from (select name_id, unnest(openings) as key from spelled)
union all select hash('l' || key), name_id from (select name_id, unnest(letters) as key from spelled)
order by 1, 2
"""

# Words that one deletion leaves: two words an edit apart share one. The first sign tells families (f), given names (g)
# and whole names run together (l) apart and is never deleted.
_NEAR = """
with keyed as (select unnest(exact) as key from spelled),
words as (
    select 'f' || split_part(substr(key, 4), '|', 1) as word from keyed where starts_with(key, 'sl:')
    union select 'g' || split_part(key, '|', 2) from keyed where starts_with(key, 'sl:')
    union select 'l' || unnest(letters) from spelled
), places as (select word, unnest(range(2, length(word) + 1)) as place from words)
select hash(substr(word, 1, place - 1) || substr(word, place + 1)) as gap, word from places
union all select hash(word), word from words
order by 1, 2
"""

_CODED = """
select r.row::int as row, s.name_id::int as name_id, s.canon, s.stratum,
    coalesce(try_cast(rpad(replace(r.birth_date, '-', ''), 8, '0') as int), 0) as birth,
    coalesce(regexp_replace(translate(upper(r.document), '{twins}', '{plain}'), '[\\s\\pP\\pS_]+', '', 'g'), '') as doc,
    coalesce(datediff('day', date '1970-01-01', try_cast(left(r.date, 10) as date)), -1)::int as day,
    ((coalesce(a.country, 0) * {size} + coalesce(b.country, 0)) * 3
        + case r.direction when 'in' then 1 when 'out' then 2 else 0 end)::int as way,
    case when r.number is null then 0
         else (hash('flight', upper(r.number), left(r.date, 10)) >> 1)::bigint end as flight,
    case when r.booking is null then 0 else (hash('booking', upper(r.booking)) >> 1)::bigint end as booking,
    case when r.point is null then 0
         else (hash('post', r.point, left(r.date, 10), coalesce(r.direction, '')) >> 1)::bigint end as post,
    case when r.point is null then 0 else (hash(r.point) >> 1)::bigint end as point_id,
    case when r."to" is null then 0 else (hash(r."to") >> 1)::bigint end as to_id,
    case when r."from" is null then 0 else (hash(r."from") >> 1)::bigint end as from_id
from raw r join names s on r.name = s.name
left join place a on a.place = r."from" left join place b on b.place = r."to"
"""

_KNOWN = """
select canon, birth, min(hash('d', doc)) as paper from coded where birth > 0 and doc <> '' group by canon, birth
"""

# Rows with the same document are one traveller; else same canonical name and birth date, joined to the document that
# name and date travel with elsewhere; a row with neither stays a traveller of its own.
_TRAVELLER = """
    (case when c.doc <> '' then hash('d', c.doc)
          when k.paper is not null then k.paper
          when c.birth > 0 then hash('b', c.canon, c.birth)
          else hash('r', c.row::bigint) end >> 1)::bigint"""

_JOINED = "coded c left join known k on c.birth > 0 and k.canon = c.canon and k.birth = c.birth"

_BORNE = f"""
select name_id, {_TRAVELLER} as traveller, count(*) as rows, max(c.birth) as birth,
    max((doc <> '')::bigint) as papered, min(stratum) as stratum
from {_JOINED} group by all
"""

_TRAVELLERS = """
select traveller, min(stratum) as stratum, sum(rows)::bigint as rows,
    (max((birth > 0)::bigint) + 2 * max(papered))::tinyint as pattern,
    case when min(name_id) = max(name_id) then min(name_id) else -1 end as name_id, max(birth) as birth
from borne group by traveller
"""

_TYPED = f"""
with told as (select c.*, {_TRAVELLER} as traveller from {_JOINED})
select t.* exclude (stratum), v.stratum, v.pattern, v.name_id < 0 as several
from told t join traveller v using (traveller)
"""

_BEARERS = "select name_id, pattern, count(*) as people from traveller where name_id >= 0 group by all"

_ALIAS = """
select b.name_id, b.traveller, b.rows, t.pattern from borne b join traveller t using (traveller) where t.name_id < 0
"""

_DAYS = "select stratum, pattern, way, day, count(*) as rows from typed group by all"

_PEOPLE = "select stratum, pattern, count(*) as people from traveller group by all"

_YEARS = "select stratum, birth // 10000 as year, count(*) as people from traveller where birth > 0 group by all"

_BIRTHS = """
(select 0 as stratum, birth from traveller where birth > 0 and stratum = 0 order by traveller limit {sample})
union all (select 1, birth from traveller where birth > 0 and stratum = 1 order by traveller limit {sample})
"""

_PAPERS = """
(select 0 as stratum, doc from typed where doc <> '' and stratum = 0 order by traveller, row limit {sample})
union all (select 1, doc from typed where doc <> '' and stratum = 1 order by traveller, row limit {sample})
"""

_MODEL = """
with heads as (select name_id, count(*) as people from borne group by 1),
cut as (
    select n.stratum, h.people, starts_with(n.key, 'zh:') as is_chinese, n.patronymic,
        split_part(substr(n.key, 4), '|', 1) as family, split_part(n.key, '|', 2) as given
    from names n join heads h using (name_id) where n.key <> ''
), parted as (
    select stratum, people, case when is_chinese
        then list_concat([family], case when given = '' then []::varchar[] else string_split(given, '-') end)
        else list_concat(case when family = '' then []::varchar[] else [family] end,
            case when given = '' then []::varchar[] else [given] end,
            case when patronymic = '' then []::varchar[] else [patronymic] end) end as parts
    from cut
), formed as (
    select stratum, people, parts, len(parts)::varchar
        || case when len(parts) = 3 and length(parts[3]) > 6 then right(parts[3], 2) else '' end as form
    from parted where len(parts) between 1 and 6
)
select stratum, form, place - 1 as position, parts[place] as part, sum(people)::double as weight
from (select *, unnest(range(1, len(parts) + 1)) as place from formed) group by all
union all select stratum, form, -1, '', sum(people)::double from formed group by all
order by 1, 2, 3, 4
"""

_TABLES = (
    ("names", _NAMES),
    ("near", _NEAR),
    ("coded", _CODED),
    ("known", _KNOWN),
    ("borne", _BORNE),
    ("traveller", _TRAVELLERS),
    ("typed", _TYPED),
    ("bearers", _BEARERS),
    ("alias", _ALIAS),
    ("days", _DAYS),
    ("people", _PEOPLE),
    ("years", _YEARS),
    ("births", _BIRTHS),
    ("papers", _PAPERS),
    ("model", _MODEL),
)
"""What a shelf holds, in the order in which it is made."""
