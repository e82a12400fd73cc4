"""Which names of a record set can be a person's name: exactly, with a slip of the pen, or by an initial.

Looked up by the keys of `corrobora.names`, all persons at once: no pair of names is compared by brute force, whatever
the size of the set. A slip of a Chinese name changes a syllable, which the person's side spells out; that of another
name, or of a name run together, is a word one edit away, which the words that one deletion leaves find.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import duckdb
import numpy as np
import pyarrow as pa

from corrobora.corroboration.keyring import bearers
from corrobora.corroboration.scoring import EXACT, INITIAL, SLIPPED
from corrobora.corroboration.shelf import Shelf, ints
from corrobora.corroboration.spelling import Spelling, slipped

Asked = tuple[int, str, int]
"""(number of the spelling, key with the sign of its kind, tier)."""

Guessed = tuple[int, str, str, str]
"""(number of the spelling, word with its sign, what stands before and what after a word near it in a key)."""


def look_up(shelf: Shelf, spellings: Sequence[Spelling]) -> None:
    """Makes `pair_TAG`: every (spelling, name of the set) that can be one person's, with its best tier.

    Args:
        shelf: the set; TAG is its own.
        spellings: their places are the numbers in the column `spelling`.
    """
    db, tag = shelf.db, shelf.tag
    keys = [asked for number, one in enumerate(spellings) for asked in asked_for(number, one)]
    words = [guess for number, one in enumerate(spellings) for guess in guesses(number, one)]
    _put(db, "asked", keys, ("spelling", "key", "tier"))
    _put(db, "guessed", words, ("spelling", "word", "head", "tail"))
    fathers = [(number, one.patronymic) for number, one in enumerate(spellings) if one.patronymic]
    _put(db, "father", fathers, ("spelling", "patronymic"))
    if words:
        db.execute(_NEARBY.format(tag=tag, slipped=SLIPPED))
    _meet(shelf)
    db.execute(_PAIRS.format(tag=tag, exact=EXACT, slipped=SLIPPED, initial=INITIAL))


def _meet(shelf: Shelf) -> None:
    """Makes `met`: whose keys meet in the set."""
    wanted = ints(shelf.db, _WANTED)
    place, names = bearers(shelf.folder, wanted["key"].astype(np.uint64))
    met = {"spelling": wanted["spelling"][place], "name_id": names, "tier": wanted["tier"][place]}
    shelf.db.register("met_arrow", pa.table(met))
    shelf.db.execute(
        "create or replace temp table met as "
        "select spelling, name_id, min(tier) as tier from met_arrow group by all"
    )
    shelf.db.unregister("met_arrow")


def asked_for(number: int, person: Spelling) -> Iterable[Asked]:
    """The keys that a person's name asks for as they are."""
    for key in person.initial:
        yield number, f"i{key}", INITIAL
        if person.short:
            yield number, f"o{key}", INITIAL
    if person.short:
        return
    for key in person.exact:
        yield number, f"e{key}", EXACT
        if key.startswith("zh:"):
            for slip in slipped(key):
                yield number, f"e{slip}", SLIPPED
    for letters in person.letters:
        yield number, f"l{letters}", EXACT


def guesses(number: int, person: Spelling) -> Iterable[Guessed]:
    """The words of a person's name whose neighbours in the set are slips."""
    if person.short:
        return
    for key in person.exact:
        if key.startswith("sl:"):
            family, _, given = key[3:].partition("|")
            yield number, f"f{family}", "esl:", f"|{given}"
            yield number, f"g{given}", f"esl:{family}|", ""
    for letters in person.letters:
        yield number, f"l{letters}", "l", ""


def _put(db: duckdb.DuckDBPyConnection, table: str, rows: Sequence[tuple[object, ...]], names: Sequence[str]) -> None:
    kinds = [pa.int64() if name in ("spelling", "tier") else pa.string() for name in names]
    columns = ([row[at] for row in rows] for at in range(len(names)))
    arrays = {name: pa.array(column, kind) for name, column, kind in zip(names, columns, kinds, strict=True)}
    db.register("put_arrow", pa.table(arrays))
    db.execute(f"create or replace temp table {table} as select * from put_arrow")
    db.unregister("put_arrow")


_NEARBY = """
insert into asked
with words as (select distinct word from guessed),
places as (select word, unnest(range(2, length(word) + 1)) as place from words),
gaps as (
    select hash(substr(word, 1, place - 1) || substr(word, place + 1)) as gap, word from places
    union select hash(word), word from words
), found as (
    select distinct g.word, n.word as near from gaps g join near_{tag} n using (gap)
    where g.word <> n.word and abs(length(g.word) - length(n.word)) <= 1 and damerau_levenshtein(g.word, n.word) = 1
)
select spelling, head || substr(near, 2) || tail, {slipped} from guessed join found using (word)
"""

_WANTED = "select spelling, hash(key) as key, min(tier) as tier from asked group by all order by 2"

# Patronymics: equal or missing changes nothing, one that only begins alike leaves an initial, one slip away a slip.
_PAIRS = """
create or replace temp table pair_{tag} as
with told as (
    select m.spelling, m.name_id, m.tier, f.patronymic as one, n.patronymic as other
    from met m join father f using (spelling) join names_{tag} n using (name_id)
), ruled as (
    select spelling, name_id, case when one = other or other = '' then tier
        when least(length(one), length(other)) = 1 and one[1] = other[1] then {initial}
        when tier = {exact} and damerau_levenshtein(one, other) = 1 then {slipped} end as tier
    from told
)
select spelling, name_id, tier from met where spelling not in (select spelling from father)
union all select spelling, name_id, tier from ruled where tier is not null
order by name_id
"""
