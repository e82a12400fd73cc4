from __future__ import annotations

import doctest
import importlib
import pkgutil

import pytest

import corrobora.mentions
import corrobora.mentions.kinds

PACKAGES = (corrobora.mentions, corrobora.mentions.kinds)
MODULES = [
    info.name
    for package in PACKAGES
    for info in pkgutil.iter_modules(package.__path__, package.__name__ + ".")
    if not info.ispkg and not info.name.endswith(".step")
]


@pytest.mark.parametrize("name", MODULES)
def test_docstring_examples_hold(name: str) -> None:
    assert doctest.testmod(importlib.import_module(name)).failed == 0
