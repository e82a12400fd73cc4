"""Who is who: appearances, facts and list rows become people, organisations and visits.

In: FACTS, prepared rows, judgements. Out: PERSONS, ORGANIZATIONS, VISITS.
"""

from corrobora.identity.step import resolve

__all__ = ["resolve"]
