"""Takes a folder nobody has cleaned into custody.

In: LEAK (files of any depth, `sources.toml`). Out: originals by hash and `Document`s in state NEW, one for each file
and for
each member of each container; `Failure`s for what could not be opened. Containers are unpacked in the cage, within
budgets.
"""
