"""One file for each mention kind; registered in `REGISTRY`."""
