"""Cells to normalised values: pure functions from text to text or None."""
