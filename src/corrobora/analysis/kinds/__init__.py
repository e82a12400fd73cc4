"""Every analysis: one file and one line here. The order counts: later ones may look at the findings of earlier ones."""

from corrobora.analysis.conclusion import Analysis
from corrobora.analysis.kinds import contract, match, ownership, person, sanction, series, travel, visit
from corrobora.registry import Registry

REGISTRY: Registry[Analysis] = Registry(
    "analysis",
    person.ANALYSIS,
    visit.ANALYSIS,
    match.ANALYSIS,
    travel.ANALYSIS,
    contract.ANALYSIS,
    ownership.ANALYSIS,
    sanction.ANALYSIS,
    series.ANALYSIS,
)
