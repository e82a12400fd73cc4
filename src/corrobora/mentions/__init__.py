"""Reads what a page says: mentions and facts.

In: PAGES. Out: MENTIONS (people, organisations, dates, money, identifiers ...) and FACTS (appearances, visits, contracts ...).
`kinds/` has one file for each mention kind, `facts/` one for each fact kind.
"""
