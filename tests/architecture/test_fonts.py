"""The bundled typefaces and icons: every sign we print is there, on every machine the same."""

import hashlib
import re
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

import pytest
from fontTools.ttLib import TTFont
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QFontDatabase
from PySide6.QtSvg import QSvgRenderer
from pytestqt.qtbot import QtBot

from desktop import paths

SIGNS = "₂₃₄−≈≤≥±×²³→▸✓·…–—€œŒéÉèçàùïñößÅ«»’“”\u202f\u00a0"
LETTERS = "".join(map(chr, [*range(0x20, 0x7F), *range(0xA1, 0xAD), *range(0xAE, 0x180)]))
# Signs that a face lacks and that are drawn instead: ▸ is the icon caret-right on the screen,
# and ◇, which only the page uses, is two strokes of the pen.
DRAWN = {"Inter": {"▸"}}
FACES = {
    "DejaVuSans", "Inter-Italic", "Inter-Medium", "Inter-Regular", "Inter-SemiBold",
    "SourceSans3-Bold", "SourceSans3-Italic", "SourceSans3-Regular", "SourceSans3-SemiBold",
}  # fmt: skip
ICONS = sorted(paths.resource("icons").rglob("*.svg"))
DRAWING = "{http://www.w3.org/2000/svg}"


@cache
def font(path: Path) -> TTFont:
    """An opened typeface."""
    return TTFont(path)


def missing(path: Path, signs: str) -> set[str]:
    """The signs that a typeface can not show."""
    known = font(path).getBestCmap()
    return {sign for sign in signs if ord(sign) not in known}


def widths(path: Path, signs: str) -> set[int]:
    """The widths of some signs in a typeface."""
    known = font(path).getBestCmap()
    return {font(path)["hmtx"][known[ord(sign)]][0] for sign in signs}


def features(path: Path) -> set[str]:
    """The typographic features that a typeface offers."""
    return {record.FeatureTag for record in font(path)["GSUB"].table.FeatureList.FeatureRecord}


def faces(family: str) -> list[Path]:
    """The files of one family."""
    return [path for path in paths.fonts() if path.name.startswith(family)]


def test_that_exactly_the_chosen_faces_are_bundled() -> None:
    assert {path.stem for path in paths.fonts()} == FACES


@pytest.mark.parametrize("path", paths.fonts(), ids=lambda path: path.stem)
def test_that_every_sign_we_print_is_in_every_face(path: Path) -> None:
    drawn = DRAWN.get(path.stem.partition("-")[0], set())

    assert missing(path, SIGNS) == drawn


@pytest.mark.parametrize("path", paths.fonts(), ids=lambda path: path.stem)
def test_that_every_letter_of_western_names_is_in_every_face(path: Path) -> None:
    # ŉ is deprecated, ſ and ĿŀĸŦŧ stand in no name of our languages.
    assert missing(path, LETTERS) <= set("ŉſĿŀĸŦŧ")


def test_that_the_fallback_holds_what_the_others_lack() -> None:
    fallback = paths.resource("fonts", "DejaVuSans.ttf")

    assert missing(fallback, "▸◇◆○●▶◀") == set()
    assert missing(paths.resource("fonts", "Inter-Regular.ttf"), "▸") == {"▸"}
    assert missing(paths.resource("fonts", "SourceSans3-Regular.ttf"), "◇") == {"◇"}


@pytest.mark.parametrize("path", paths.fonts(), ids=lambda path: path.stem)
def test_that_every_face_is_static_and_has_outlines_a_page_can_embed(path: Path) -> None:
    tables = set(font(path).keys())

    assert "fvar" not in tables
    assert {"glyf", "loca"} <= tables
    assert font(path)["OS/2"].fsType == 0


def test_that_figures_stand_under_each_other() -> None:
    assert all("tnum" in features(path) for path in faces("Inter"))
    upright = [path for path in faces("SourceSans3") if "Italic" not in path.name]

    # The page applies no features: there the plain figures are all of one width.
    assert [len(widths(path, "0123456789")) for path in upright] == [1, 1, 1]
    assert len(widths(paths.resource("fonts", "Inter-Regular.ttf"), "0123456789")) > 1


def test_that_each_weight_is_a_face_of_its_own() -> None:
    weights = {path.stem: font(path)["OS/2"].usWeightClass for path in faces("Inter")}

    assert weights == {
        "Inter-Regular": 400,
        "Inter-Medium": 500,
        "Inter-SemiBold": 600,
        "Inter-Italic": 400,
    }


def test_that_no_typeface_was_changed_since_it_was_bundled() -> None:
    sums = paths.resource("fonts", "SHA256SUMS").read_text(encoding="utf-8")
    noted = {name: number for number, name in map(str.split, sums.splitlines())}
    found = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in paths.fonts()}

    assert found == noted


@pytest.mark.parametrize("path", paths.fonts(), ids=lambda path: path.stem)
def test_that_the_screen_takes_every_face(path: Path, qtbot: QtBot) -> None:
    number = QFontDatabase.addApplicationFont(str(path))
    families = QFontDatabase.applicationFontFamilies(number)
    QFontDatabase.removeApplicationFont(number)

    assert number >= 0
    assert families[0].split()[0] in {"Inter", "Source", "DejaVu"}


@pytest.mark.parametrize("family", ["SourceSans3", "DejaVuSans"])
def test_that_the_page_takes_every_face_of(family: str) -> None:
    from reportlab.pdfbase.ttfonts import TTFont as PageFont

    taken = [PageFont(path.stem, str(path)) for path in faces(family)]

    assert all(face.face.charWidths[ord("₂")] > 0 for face in taken)


@pytest.mark.parametrize("path", ICONS, ids=lambda path: path.stem)
def test_that_an_icon_is_one_drawing_in_the_colour_of_its_text(path: Path) -> None:
    drawing = ElementTree.fromstring(path.read_text(encoding="utf-8"))

    assert drawing.attrib == {"viewBox": "0 0 256 256", "fill": "currentColor"}
    assert [part.tag for part in drawing] == [f"{DRAWING}path"]
    assert re.fullmatch(r"[MmLlHhVvCcSsQqTtAaZz0-9., -]+", drawing[0].attrib["d"])


@pytest.mark.parametrize("name", ["cow", "horse", "barn", "caret-right", "cow-fill", "tree-fill"])
def test_that_an_icon_is_found_by_its_name_and_can_be_drawn(name: str, qtbot: QtBot) -> None:
    renderer = QSvgRenderer(QByteArray(paths.icon(name).read_bytes()))

    assert renderer.isValid()
    assert renderer.defaultSize().width() == 256


def test_that_a_missing_sign_is_seen() -> None:
    assert missing(paths.resource("fonts", "Inter-Regular.ttf"), "a漢") == {"漢"}
