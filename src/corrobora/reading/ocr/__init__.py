"""Recognises text on page pictures: Tesseract for Cyrillic and Latin, RapidOCR for Chinese and passports, routed by region.

In: a picture. Out: a `Page` with words, boxes and confidence. `prepare` loads the models before the cage shuts.
"""

from corrobora.reading.ocr.page import prepare, recognise

__all__ = ["prepare", "recognise"]
