from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from corrobora.analysis.grading import ORDER
from corrobora.analysis.graph import graph_of, organization_id, shortest_path, strongest_path
from corrobora.model.findings import Finding, Grade

NAMES = "abcdefg"
PAIRS = st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES), st.sampled_from(list(Grade))), max_size=14)


def together(place, one, other, grade):
    return Finding(f"f{place}", "co_travel", "They shared a flight.", grade, body={"persons": [one, other]})


def network(pairs):
    return graph_of(together(place, *pair) for place, pair in enumerate(pairs))


def bottlenecks(graph):
    """For each pair of nodes the best grade that a path between them can have at its weakest link."""
    best = {(a, b): 9 if a == b else -1 for a in graph.nodes for b in graph.nodes}
    for (a, b), edge in graph.edges.items():
        best[a, b] = best[b, a] = ORDER[edge.grade]
    for k in graph.nodes:
        for a in graph.nodes:
            for b in graph.nodes:
                best[a, b] = max(best[a, b], min(best[a, k], best[k, b]))
    return best


@given(PAIRS)
def test_the_strongest_path_has_the_strongest_weakest_link(pairs):
    graph = network(pairs)
    for (start, end), best in bottlenecks(graph).items():
        path = strongest_path(graph, start, end)
        if path is None:
            assert best == -1
        else:
            assert min((ORDER[edge.grade] for edge in path), default=9) == best


@given(PAIRS)
def test_a_path_is_joined_end_to_end_and_as_short_both_ways(pairs):
    graph = network(pairs)
    for start in graph.nodes:
        for end in graph.nodes:
            there, back = shortest_path(graph, start, end), shortest_path(graph, end, start)
            assert (there is None) == (back is None)
            if there is not None and back is not None:
                assert len(there) == len(back) <= len(strongest_path(graph, start, end) or ())
                assert all(set(one.ends) & set(other.ends) for one, other in pairwise(there))
                assert start == end or (start in there[0].ends and end in there[-1].ends)


@given(PAIRS)
def test_the_order_of_findings_does_not_matter_and_contradicted_ones_make_no_link(pairs):
    findings = [together(place, *pair) for place, pair in enumerate(pairs)]
    assert graph_of(findings) == graph_of(reversed(findings))
    cited = {key for edge in graph_of(findings).edges.values() for key in edge.findings}
    assert cited == {f.id for f in findings if f.grade is not Grade.CONTRADICTED and len(set(f.body["persons"])) == 2}


PERSON = Finding("p-1", "person", "Li Wen appears.", Grade.UNVERIFIED, body={"label": "Li Wen"})
VISIT = Finding(
    "v-1", "visit", "They came.", Grade.CONFIRMED,
    body={"persons": ["p-1"], "hosts": ["p-2"], "place": "Tula", "from": "2023-05-05", "to": "2023-05-08"},
)  # fmt: skip
OWNED = Finding(
    "o-1", "ownership", "Li Wen owned it.", Grade.PROBABLE,
    body={"path": [{"owner": "LI WEN", "asset": "ООО «Север»"}], "owner": "LI WEN", "asset": "ООО «Север»"},
)  # fmt: skip
DEAL = Finding(
    "c-1", "contract", "It was signed.", Grade.UNVERIFIED,
    body={"number": "K-7/24", "parties": ["Север, ООО", "East Bureau"], "signed": "2023-05",
          "payments": [{"due": "2024-01-31"}]},
)  # fmt: skip


def test_people_companies_and_contracts_hang_together():
    graph = graph_of([PERSON, VISIT, OWNED, DEAL])
    path = shortest_path(graph, "p-2", organization_id("East Bureau"))
    assert path is not None and [edge.findings for edge in path] == [("v-1",), ("v-1",), ("o-1",), ("c-1",), ("c-1",)]
    assert shortest_path(graph, "p-2", "nobody") is None
    assert strongest_path(graph, "p-1", "p-1") == ()


def test_a_refused_finding_makes_no_link():
    refused = Finding("v-1", "visit", "They came.", Grade.CONFIRMED, body=VISIT.body, review="no")
    assert not graph_of([PERSON, refused]).edges
