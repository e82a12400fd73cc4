"""Who is who: appearances, facts and list rows become people, organisations and visits.

In: FACTS, prepared rows, judgements. Out: PERSONS, ORGANIZATIONS, VISITS.
"""

from corrobora.identity.doubles import doubles
from corrobora.identity.step import judge_persons, resolve

__all__ = ["doubles", "judge_persons", "resolve"]
