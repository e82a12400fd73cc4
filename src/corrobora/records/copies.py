"""A register that copied another: two record sets that share whole rows are one origin, not two.

Registers made apart agree on what is true, but not on all of a row as it stands: spelling, what is told, what is left
out differ. Sets of one kind that tell the same properties and share half the rows of the smaller, or a tenth of them in
the same order, come from one source.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from corrobora.model.records import Dataset, RecordKind

COMPARED = (
    RecordKind.JOURNEY, RecordKind.ENROLMENT, RecordKind.COMPANY, RecordKind.CASE, RecordKind.SHIPMENT,
    RecordKind.PAYMENT,
)  # fmt: skip
_LEAST_ROWS, _LEAST_PROPERTIES, _LEAST_ALIKE = 8, 3, 0.7
_SHARE, _SHARE_IN_ORDER, _ORDER = 0.5, 0.1, 0.95
_LEAVE = ("names", "schema", "sex", "time")


@dataclass(frozen=True, slots=True)
class Overlap:
    """What two sets share.

    Attributes:
        shared: distinct rows that stand in both; `rows`: distinct rows of the smaller.
        order: how alike their order is, -1 to 1; 0 where it cannot be told.
    """

    shared: int
    rows: int
    order: float = 0.0


def told_alike(one: Mapping[str, float], other: Mapping[str, float]) -> list[str]:
    """The properties that two sets both tell; none where they are registers of another sort.

    Args:
        one: property -> share of rows that have it.
        other: of the other set.

    Example:
        >>> told_alike({"name": 1, "date": 1, "point": 1}, {"name": 1, "date": 1, "number": 1, "from": 1})
        []
    """
    told = [{name for name, share in side.items() if share >= _SHARE and name not in _LEAVE} for side in (one, other)]
    both = told[0] & told[1]
    is_alike = len(both) >= _LEAST_PROPERTIES and len(both) >= _LEAST_ALIKE * len(told[0] | told[1])
    return sorted(both) if is_alike else []


def is_copy(overlap: Overlap) -> bool:
    """Whether what is shared is more than two registers made apart would share.

    Example:
        >>> is_copy(Overlap(30, 50)), is_copy(Overlap(9, 80, 0.99)), is_copy(Overlap(9, 80, 0.2))
        (True, True, False)
    """
    if overlap.shared < _LEAST_ROWS:
        return False
    share = overlap.shared / overlap.rows
    return share >= _SHARE or (share >= _SHARE_IN_ORDER and overlap.order >= _ORDER)


def query_of(properties: Sequence[str]) -> str:
    """SQL that gives `shared`, `rows` and `order` of two Parquet files (its parameters, the smaller one first).

    The name counts as it stands, with its slips; what else is told counts by its meaning.
    """
    told = ", ".join(f'"{name}_raw"' if name in ("name", "owner") else f'"{name}"' for name in properties)
    # a row that lacks half of it says little, and is alike in many sets
    missing = " + ".join(f'("{name}" is null)::int' for name in properties)
    side = (
        f"select hash({told}) as key, min(row) as place from read_parquet(?) "
        f"where {missing} <= {len(properties) // 3} group by key"
    )
    return (
        f"with a as ({side}), b as ({side}) "
        "select count(*), (select count(*) from a), coalesce(corr(x, y), 0) from ("
        "select rank() over (order by a.place) x, rank() over (order by b.place) y from a join b using (key))"
    )


def origins_of(datasets: Sequence[Dataset], pairs: Sequence[tuple[Dataset, Dataset]]) -> dict[str, str]:
    """The origin of each set that is a copy or was copied: that of the largest set it hangs together with.

    Args:
        datasets: all sets.
        pairs: those that share rows.
    """
    group = {one.path: {one.path} for one in datasets}
    for one, other in pairs:
        joined = group[one.path] | group[other.path]
        group |= dict.fromkeys(joined, joined)
    by_path = {one.path: one for one in datasets}
    first = {
        path: max((by_path[name] for name in sorted(held)), key=lambda one: one.rows).origin
        for path, held in group.items()
        if len(held) > 1
    }
    return first
