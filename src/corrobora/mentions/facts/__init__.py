"""One file for each fact kind; registered in `REGISTRY`."""
