"""Bulk tables of any format, encoding and language, to typed rows with every column told.

In: CSV and its kin, workbooks, JSON, FtM, Parquet, SQLite, also in archives. Out: `Dataset`, `Mapping`, and for each
record kind a Parquet table of prepared rows (`model/records.py`). Others may import `add_records` and `propose_file`
from `records.step`, `to_yaml` and `from_yaml` from `records.mapping_yaml`.
"""
