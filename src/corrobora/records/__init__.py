"""Turns bulk tables into typed rows.

In: files of RECORDS in any encoding and with any column names. Out: `Mapping`s, `Dataset`s, and prepared Parquet rows as
`corrobora.model.records` describes them. `kinds/` has one file for each record kind.
"""
