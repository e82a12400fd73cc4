"""Who is who: appearances, facts and list rows become people, organisations and visits.

In: FACTS, MENTIONS, prepared rows, judgements. Out: PERSONS, ORGANIZATIONS, VISITS.
"""
