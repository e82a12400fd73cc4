"""The command line: words only."""
