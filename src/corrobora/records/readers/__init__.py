"""Table formats: bytes to batches of text cells with row numbers."""
