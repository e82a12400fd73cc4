"""One file for each exporter; registered in `REGISTRY`."""
