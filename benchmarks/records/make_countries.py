"""Makes `records/parsers/countries.tsv`: the codes and names of every country in five languages.

Needs `babel` (Unicode CLDR, Unicode License v3) and `pycountry` (ISO 3166-1 codes); neither is needed at run time.
Run: python benchmarks/records/make_countries.py > src/corrobora/records/parsers/countries.tsv
"""

from __future__ import annotations

import pycountry
from babel import Locale

LANGUAGES = ("en", "ru", "uk", "zh", "zh_Hant", "de")


def main() -> None:
    """Prints one line for each country: alpha-2, alpha-3, number, then the names without repeats."""
    territories = {language: Locale.parse(language).territories for language in LANGUAGES}
    for country in sorted(pycountry.countries, key=lambda entry: entry.alpha_2):
        names = [country.name, getattr(country, "official_name", ""), getattr(country, "common_name", "")]
        names += [territories[language].get(country.alpha_2, "") for language in LANGUAGES]
        unique = dict.fromkeys(name for name in names if name)
        print("\t".join([country.alpha_2, country.alpha_3, country.numeric, *unique]))


if __name__ == "__main__":
    main()
