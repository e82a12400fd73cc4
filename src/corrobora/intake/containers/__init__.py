"""One file for each container format; registered in `REGISTRY`."""

from corrobora.intake.containers import archive, compressed, mail, mbox, office, pdf, pst, zip
from corrobora.registry import Registry

REGISTRY = Registry(
    "container",
    zip.CONTAINER,
    archive.CONTAINER,
    compressed.CONTAINER,
    mail.CONTAINER,
    mbox.CONTAINER,
    pdf.CONTAINER,
    office.CONTAINER,
    pst.CONTAINER,
)
