"""One file for each document format; registered in `REGISTRY`."""
