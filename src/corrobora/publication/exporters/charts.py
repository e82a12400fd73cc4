"""Charts for graphics desks: each as SVG, PNG and the CSV it was drawn from."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from corrobora.case import Case, Progress
from corrobora.case.progress import stage
from corrobora.errors import CorroboraError, InputError
from corrobora.model.tables import FINDINGS, ORGANIZATIONS, PERSONS
from corrobora.publication import typesetting
from corrobora.publication.charts import Chart, charts
from corrobora.publication.exporter import DEFAULT, Exporter, Options
from corrobora.publication.exporters.spreadsheet import defused

_PIXELS = 800
_INDEX = "charts.csv"


def export(case: Case, output: Path, progress: Progress, options: Options = DEFAULT) -> None:
    """Writes a folder with three files for each chart and an index of their titles.

    Raises:
        InputError: where `output` holds something else.
        CorroboraError: where no finding can be drawn.
    """
    if output.exists() and not (output / _INDEX).is_file() and (output.is_file() or any(output.iterdir())):
        raise InputError("this folder holds something else", str(output), "name a new folder")
    drawn = charts(case.read(FINDINGS), case.read(PERSONS), case.read(ORGANIZATIONS))
    if not drawn:
        raise CorroboraError("there is nothing to draw", str(case.root), "run corrobora run first")
    output.mkdir(parents=True, exist_ok=True)
    with stage(progress, "charts", len(drawn), "charts"):
        for chart in drawn:
            (output / f"{chart.name}.svg").write_text(chart.svg, encoding="utf-8", newline="\n")
            (output / f"{chart.name}.png").write_bytes(typesetting.png(chart.svg, width=_PIXELS))
            (output / f"{chart.name}.csv").write_text(table(chart), encoding="utf-8-sig", newline="")
            progress.advance()
    index = _table(("name", "title", "note"), [(c.name, c.title, c.note) for c in drawn])
    (output / _INDEX).write_text(index, encoding="utf-8-sig", newline="")


def table(chart: Chart) -> str:
    """The table of a chart as CSV, cells defused."""
    return _table(chart.columns, chart.rows)


def _table(columns: tuple[str, ...], rows: object) -> str:
    kept = io.StringIO(newline="")
    writer = csv.writer(kept)
    writer.writerow(columns)
    for row in rows:  # type: ignore[attr-defined]
        writer.writerow([defused(cell) for cell in row])
    return kept.getvalue()


EXPORTER = Exporter("charts", "Charts as SVG, PNG and CSV, for graphics desks", export)
