"""One file for each analysis; registered in `REGISTRY`."""
