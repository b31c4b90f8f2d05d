"""Draws the icon of Bocage in every size, from the two drawings in resources/application.

Run as `python packaging/draw_icons.py` when a drawing has changed; with `--installers FOLDER` it
also writes `bocage.ico` for Windows and `bocage.icns` for macOS. Needs PySide6.
"""

import argparse
import struct
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgRenderer

FOLDER = Path(__file__).resolve().parent.parent / "resources" / "application"
SIZES = (16, 24, 32, 48, 64, 128, 256)
LARGEST_SMALL = 32  # pixels; up to here furrows and bushes would only be grey
# The kinds of picture that macOS knows by four letters, some of them for dense screens.
APPLE_KINDS = {
    "icp4": 16, "icp5": 32, "ic07": 128, "ic08": 256, "ic09": 512, "ic10": 1024,
    "ic11": 32, "ic12": 64, "ic13": 256, "ic14": 512,
}  # fmt: skip
WHOLE = 256  # in the table of an .ico file a side of 256 pixels is written as 0


def picture(side: int) -> QImage:
    """The icon as a square of so many pixels, with a transparent ground."""
    name = "bocage-small.svg" if side <= LARGEST_SMALL else "bocage.svg"
    image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(FOLDER / name)).render(painter)
    painter.end()
    return image


def png(side: int) -> bytes:
    """The icon as the content of a PNG file."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(picture(side))
    return bytes(buffer.data().data())


def ico(pictures: dict[int, bytes]) -> bytes:
    """A file of icons for Windows: a table with one line a picture, then the pictures."""
    offset = 6 + 16 * len(pictures)
    table, content = struct.pack("<HHH", 0, 1, len(pictures)), b""
    for side, data in sorted(pictures.items()):
        shown = side % WHOLE
        place = offset + len(content)
        table += struct.pack("<BBBBHHII", shown, shown, 0, 0, 1, 32, len(data), place)
        content += data
    return table + content


def icns(pictures: dict[str, bytes]) -> bytes:
    """A file of icons for macOS: each picture behind its four letters and its length."""
    content = b"".join(
        kind.encode("ascii") + struct.pack(">I", 8 + len(data)) + data
        for kind, data in pictures.items()
    )
    return b"icns" + struct.pack(">I", 8 + len(content)) + content


def write_installers(folder: Path) -> None:
    """Writes the icon files that the builds for Windows and macOS take."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "bocage.ico").write_bytes(ico({side: png(side) for side in SIZES}))
    (folder / "bocage.icns").write_bytes(icns({k: png(side) for k, side in APPLE_KINDS.items()}))


def main() -> None:
    """Writes the pictures of the window, and those of the installers where they are asked for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--installers", type=Path, metavar="FOLDER")
    arguments = parser.parse_args()
    if arguments.installers:
        write_installers(arguments.installers)
        return
    for side in SIZES:
        (FOLDER / f"bocage-{side}.png").write_bytes(png(side))


if __name__ == "__main__":
    main()
