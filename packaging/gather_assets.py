"""Gathers the bundled fonts and icons from the unpacked npm packages they come from.

Run by a maintainer when an edition changes, never by set-up:
    python packaging/gather_assets.py FOLDER
where FOLDER holds `inter-ui`, `source-sans-3` and `phosphor`, the unpacked packages inter-ui 4.1.1,
@expo-google-fonts/source-sans-3 0.4.1 and @phosphor-icons/core 2.1.1, and `dejavu`, the files of
Debian's fonts-dejavu-core 2.37. Needs the package `brotli`, since Inter is published as woff2 only.
"""

import hashlib
import shutil
import sys
from pathlib import Path

from fontTools.ttLib import TTFont

RESOURCES = Path(__file__).resolve().parent.parent / "resources"
INTER_FACES = ("Regular", "Medium", "SemiBold", "Italic")
SOURCE_SANS_FACES = {
    "Regular": "400Regular",
    "SemiBold": "600SemiBold",
    "Bold": "700Bold",
    "Italic": "400Regular_Italic",
}


def copy_licence(source: Path, target: Path) -> None:
    """Copies a licence with plain line ends, without the part about Debian's own packaging."""
    text = source.read_text(encoding="utf-8").split("\nFiles: debian/*")[0]
    target.write_text(text.rstrip() + "\n", encoding="utf-8", newline="\n")


def unpack_inter(package: Path, fonts: Path) -> None:
    """Writes the web faces of Inter as plain TrueType; outlines and tables stay as published."""
    for face in INTER_FACES:
        font = TTFont(package / f"web/Inter-{face}.woff2", recalcTimestamp=False)
        font.flavor = None
        font.save(fonts / f"Inter-{face}.ttf")
    copy_licence(package / "LICENSE.txt", fonts / "Inter-LICENSE.txt")


def copy_source_sans(package: Path, fonts: Path) -> None:
    """Copies Source Sans 3 byte for byte: its name is reserved for unmodified files."""
    for face, folder in SOURCE_SANS_FACES.items():
        source = package / folder / f"SourceSans3_{folder}.ttf"
        shutil.copyfile(source, fonts / f"SourceSans3-{face}.ttf")
    copy_licence(package / "LICENSE_FONT", fonts / "SourceSans3-LICENSE.txt")


def copy_dejavu(package: Path, fonts: Path) -> None:
    """Copies the fallback face for signs that the two other families lack."""
    shutil.copyfile(package / "DejaVuSans.ttf", fonts / "DejaVuSans.ttf")
    copy_licence(package / "copyright", fonts / "DejaVuSans-LICENSE.txt")


def copy_icons(package: Path, icons: Path) -> None:
    """Refreshes the icons that are already there; a new one is added as an empty file first."""
    for icon in sorted(icons.rglob("*.svg")):
        style = "fill" if icon.parent.name == "fill" else "regular"
        shutil.copyfile(package / "assets" / style / icon.name, icon)
    copy_licence(package / "LICENSE", icons / "LICENSE.txt")


def write_sums(fonts: Path) -> None:
    """Notes the SHA-256 of each face, so that a test sees a changed or broken file."""
    sums = (f"{hashlib.sha256(p.read_bytes()).hexdigest()}  {p.name}" for p in fonts.glob("*.ttf"))
    text = "\n".join(sorted(sums, key=lambda line: line.split()[1])) + "\n"
    (fonts / "SHA256SUMS").write_text(text, encoding="utf-8")


def main(folder: Path) -> None:
    """Gathers everything into resources/fonts and resources/icons."""
    fonts, icons = RESOURCES / "fonts", RESOURCES / "icons"
    unpack_inter(folder / "inter-ui", fonts)
    copy_source_sans(folder / "source-sans-3", fonts)
    copy_dejavu(folder / "dejavu", fonts)
    copy_icons(folder / "phosphor", icons)
    write_sums(fonts)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
