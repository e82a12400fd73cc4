"""What agrees outside the leak, and how likely that is by chance (docs/method.md).

In: PERSONS, VISITS, prepared rows, judgements. Out: MATCHES, SEARCHES.
"""

from corrobora.corroboration.step import corroborate

__all__ = ["corroborate"]
