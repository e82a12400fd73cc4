"""One file for each record kind; registered in `REGISTRY`."""
