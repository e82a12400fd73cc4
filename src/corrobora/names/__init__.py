"""One name in every script and spelling. Pure, without I/O; useful on its own.

In: written forms of names, in Hanzi, Latin or Cyrillic, in any system, order and case. Out: what they can stand for
(`parse`, `canonical`, `label`, `lemma`, `syllables`), whether two can be one name (`compare`, `tier`), every other way
to write one (`variants`), and keys to join millions of them (`exact_keys`, `slip_keys`, `initial_keys`, `block_keys`).

A written form is evidence about a hidden name: Van in a passport is Wan or Wang, Ван in Palladius only Wang. So a form
is parsed into every reading that could have been spelt so, each with its likelihood, and two forms are compared by the
readings they share.

Example:
    >>> from corrobora import names
    >>> names.label("с полковником Ваном Минляном")
    'Wang Mingliang'
"""

from __future__ import annotations

from corrobora.names.aliases import Aliases, introduced, other_forms
from corrobora.names.commonness import Commonness, NameCounts, commonness, count_names, written_so
from corrobora.names.comparison import compare, compare_many
from corrobora.names.definitions import Definition, definitions
from corrobora.names.identify import chinese_probability as is_chinese
from corrobora.names.keys import block_keys, exact_keys, initial_keys, slip_keys
from corrobora.names.labels import (
    Hypothesis,
    ParsedName,
    Variant,
    canonical,
    label,
    lemma,
    parse,
    syllables,
    variants,
)
from corrobora.names.organizations import has_legal_form, is_same_name, organization_key, organization_keys
from corrobora.names.outcome import Comparison
from corrobora.names.pairs import schema_of, score_rows
from corrobora.names.places import is_one_place
from corrobora.names.roles import is_role, role_of_party
from corrobora.names.sound import sound_keys, stored_sound_keys
from corrobora.names.text import script
from corrobora.names.tiers import Tier, tier

__all__ = [
    "Aliases",
    "Commonness",
    "NameCounts",
    "commonness",
    "count_names",
    "introduced",
    "Comparison",
    "Definition",
    "Hypothesis",
    "ParsedName",
    "Tier",
    "Variant",
    "block_keys",
    "canonical",
    "compare",
    "compare_many",
    "definitions",
    "exact_keys",
    "has_legal_form",
    "initial_keys",
    "is_chinese",
    "is_one_place",
    "is_role",
    "is_same_name",
    "label",
    "lemma",
    "organization_key",
    "organization_keys",
    "other_forms",
    "parse",
    "role_of_party",
    "schema_of",
    "score_rows",
    "script",
    "slip_keys",
    "sound_keys",
    "stored_sound_keys",
    "syllables",
    "tier",
    "variants",
    "written_so",
]
