"""The same work by Splink: the people of `million.py` against its tickets, on DuckDB, weights learned by its own means.

    python -m venv /tmp/splink && /tmp/splink/bin/pip install splink
    /tmp/splink/bin/python benchmarks/corroboration/against_splink.py FOLDER

Splink gets what it needs and cannot make: names romanised (the pinyin that the papers give), dates as dates, and the
window of each visit in the blocking rules and as a comparison. Reading the table is not counted, nor is it for
`scale.py`. Precision and recall at its match probability of .8, and at the threshold that is best for it.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from pathlib import Path

import duckdb
import splink.comparison_library as cl
from splink import Linker, SettingsCreator, block_on

WINDOW = "r.day between l.day - 3 and l.day_to + 3"


def main() -> None:
    """Prints one line."""
    folder = Path(sys.argv[1])
    people = json.loads((folder / "people.json").read_text(encoding="utf-8"))
    db = duckdb.connect()
    db.execute("set memory_limit = '10GB'; set threads = 2")
    put_tables(db, folder, people)
    started = time.monotonic()
    pairs = predict(db)
    took = time.monotonic() - started
    true = {(one["id"], str(row)) for one in people for row in one["numbers"]}
    for threshold in (0.8, 0.5, 0.95, 0.99):
        said = {(a, b) for a, b, p in pairs if p >= threshold}
        right = len(said & true)
        print(f"threshold {threshold}: precision {right / max(1, len(said)):.4f}, recall {right / len(true):.4f}")
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{took:.1f} s, {len(pairs)} pairs, highest memory {memory:.0f} MB")


def put_tables(db: duckdb.DuckDBPyConnection, folder: Path, people: list[dict]) -> None:
    """People and tickets with the same columns."""
    path = folder / "records" / "tickets.csv"
    db.execute(f"""create table tickets as select row_number() over ()::varchar as unique_id, upper("Пассажир") as name,
        split_part(upper("Пассажир"), ' ', 1) as family, "Дата рождения"::varchar as birth, "Документ" as document,
        datediff('day', date '1970-01-01', "Дата"::date) as day, null::bigint as day_to
        from read_csv('{path}', delim = ';', header = true)""")
    rows = [(one["id"], one["pinyin"].upper(), one["birth"], one["document"], one["from"], one["to"]) for one in people]
    db.execute("create table told (id varchar, name varchar, birth varchar, document varchar, a date, b date)")
    db.executemany("insert into told values (?, ?, ?, ?, ?, ?)", rows)
    db.execute("""create table persons as
        select id as unique_id, name, split_part(name, ' ', 1) as family, birth, document,
        datediff('day', date '1970-01-01', a) as day, datediff('day', date '1970-01-01', b) as day_to from told""")


def predict(db: duckdb.DuckDBPyConnection) -> list[tuple[str, str, float]]:
    """Splink's pairs with their match probability."""
    window = {
        "output_column_name": "window",
        "comparison_levels": [
            {"sql_condition": "day_l is null or day_r is null", "label_for_charts": "null", "is_null_level": True},
            {"sql_condition": "day_r between day_l - 3 and coalesce(day_to_l, day_l) + 3", "label_for_charts": "in"},
            {"sql_condition": "ELSE", "label_for_charts": "out"},
        ],
    }
    settings = SettingsCreator(
        link_type="link_only",
        comparisons=[
            cl.JaroWinklerAtThresholds("name", [0.95, 0.88]).configure(term_frequency_adjustments=True),
            cl.DamerauLevenshteinAtThresholds("birth", [1]),
            cl.DamerauLevenshteinAtThresholds("document", [1]),
            window,
        ],
        blocking_rules_to_generate_predictions=[
            block_on("name"),
            block_on("birth", "family"),
            block_on("document"),
            f"l.family = r.family and {WINDOW} and jaro_winkler_similarity(l.name, r.name) > 0.9",
        ],
    )
    linker = made(db, settings)
    certain = [block_on("name", "birth"), block_on("document")]
    linker.training.estimate_probability_two_random_records_match(certain, recall=0.5)
    linker.training.estimate_u_using_random_sampling(max_pairs=2e6)
    linker.training.estimate_parameters_using_expectation_maximisation(block_on("name"))
    found = linker.inference.predict(threshold_match_probability=0.05)
    table = found.as_duckdbpyrelation()
    left, right, chance = (table.columns.index(n) for n in ("unique_id_l", "unique_id_r", "match_probability"))
    return [(str(row[left]), str(row[right]), float(row[chance])) for row in table.fetchall()]


def made(db: duckdb.DuckDBPyConnection, settings: SettingsCreator) -> Linker:
    """The linker over the two tables."""
    from splink.backends.duckdb import DuckDBAPI

    api = DuckDBAPI(connection=db)
    tables = [api.register(name) if hasattr(api, "register") else name for name in ("persons", "tickets")]
    return Linker(tables, settings)


if __name__ == "__main__":
    main()
