"""What follows: findings of the kinds of the contract.

In: every derived table. Out: FINDINGS. `kinds/` has one file for each analysis.
"""
