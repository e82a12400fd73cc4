"""One file for each container format; registered in `REGISTRY`."""
