"""Reads documents into pages.

In: `Document`s in state NEW and their originals. Out: `Page`s (table PAGES), document types' raw material, states,
`Failure`s.
Every reader is a pure function of bytes and runs in the cage.
"""
