"""Recognising text on page pictures."""
