"""Puts the farm file inside the report, so that one document holds the page and its data."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFName,
    PDFStream,
    PDFString,
    PDFZCompress,
)

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

    from desktop.report.issue import Attachment


def attach(canvas: Canvas, attachment: Attachment) -> None:
    """Adds the file to the document's list of attachments."""
    document = canvas._doc  # type: ignore[attr-defined]  # reportlab has no other door
    stream = document.Reference(_stream(attachment))
    name = PDFString(attachment.name)
    filespec = PDFDictionary(
        {
            "Type": PDFName("Filespec"),
            "F": name,
            "UF": name,
            "EF": PDFDictionary({"F": stream, "UF": stream}),
            "AFRelationship": PDFName("Source"),
        }
    )
    reference = document.Reference(filespec)
    files = PDFDictionary({"Names": PDFArray([name, reference])})
    document.Catalog.Names = PDFDictionary({"EmbeddedFiles": files})


def _stream(attachment: Attachment) -> PDFStream:
    """Holds the bytes of the file, with their size and the checksum that readers verify."""
    content = attachment.content
    # The format asks for MD5; it finds damage, the SHA-256 on the page is the one that proves.
    checksum = hashlib.md5(content, usedforsecurity=False).hexdigest()
    size = PDFDictionary({"Size": len(content), "CheckSum": f"<{checksum}>"})
    entries = {
        "Type": PDFName("EmbeddedFile"),
        "Subtype": PDFName("application#2Fjson"),
        "Params": size,
    }
    return PDFStream(PDFDictionary(entries), content, filters=[PDFZCompress])
