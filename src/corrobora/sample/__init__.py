"""Makes a small invented leak with its records and its truth, for the demo and the tests. All people are invented.

In: a folder and a seed. Out: `leak/`, `records/`, `truth.json`.
"""

from corrobora.sample.make import make

__all__ = ["make"]
