"""The web application: pictures only.

In: a case folder. Out: pages on the loopback address. `views/` has one file for each group of pages. Others may import
`application` (an ASGI application), `Desk`, and `serve`.
"""

from corrobora.web.application import application, serve
from corrobora.web.desk import Desk

__all__ = ["Desk", "application", "serve"]
