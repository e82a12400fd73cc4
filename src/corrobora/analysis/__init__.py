"""What follows: findings of the kinds of the contract.

In: every derived table and the prepared rows. Out: FINDINGS. `kinds/` has one file for each analysis.
"""

from corrobora.analysis.kinds import REGISTRY
from corrobora.analysis.step import analyse, load_view
from corrobora.analysis.view import CaseView

__all__ = ["REGISTRY", "CaseView", "analyse", "load_view"]
