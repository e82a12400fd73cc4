"""The nouns of an investigation: frozen dataclasses without any I/O, shared by all rooms."""
