"""Every page × theme × French and English × 100 and 200 %, seen by a machine."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop import paths
from desktop.application import Program
from desktop.exchange.farm_package import Package, packed
from desktop.opening import add_dossier
from desktop.presenting.examples import example_record
from desktop.settings import Settings
from desktop.windows.bin_page import BinPage
from diagnostics.questionnaire.quick import QUICK_PAGES
from tests.desk import COWS, GRASSLAND, MILK, Desk, PageRobot, desk_of
from tests.pictures import seeing
from translations import catalogues, wording
from translations.catalogues import Translation

SEEN = Path(__file__).resolve().parent / "seen"
LOOKS = [
    (theme, language, size)
    for theme in ("light", "dark")
    for language in ("fr", "en")
    for size in (1.0, 2.0)
] + [("contrast", "fr", 1.0), ("contrast", "en", 2.0)]
PAGES = ("home", "gate", "to look at", "why", "results", "report", "help")


def english() -> frozenset[str]:
    """The English sentences that read otherwise in French."""
    held = catalogues.read_translations(catalogues.po_path("fr"))
    return frozenset(s.one for s, found in held.items() if _differs(s.one, found))


def _differs(source: str, found: Translation) -> bool:
    return found != source and source not in wording.same_allowed()


@pytest.fixture(params=LOOKS, ids=lambda look: f"{look[0]}-{look[1]}-{look[2]:.0%}")
def look(request: pytest.FixtureRequest, qtbot: QtBot) -> Iterator[tuple[Desk, str]]:
    """A desk in one of the looks, and the name of the look."""
    theme, language, size = request.param
    with desk_of(qtbot) as desk:
        desk.prefer(Settings(language, "", theme, size))
        yield desk, f"{theme}-{language}-{size * 100:.0f}"


def pages_of(desk: Desk) -> Iterator[tuple[str, QWidget]]:
    """Every page of the program, one after the other, as a person comes to them."""
    program = desk.start()
    yield "home", program.window
    page = desk.open_page()
    page.settled()
    yield "gate", program.window
    _make_faults(page)
    yield "to look at", program.window
    page.put_right()
    page.desk.explain("headline")
    assert page.desk.explaining.panel is not None
    yield "why", page.desk.explaining.panel
    page.desk.explaining.close()
    for step in ("results", "report"):
        page.desk.go_to_step(step)
        yield step, program.window
    program.window.show_help()
    yield "help", program.window


def quick_pages_of(desk: Desk) -> Iterator[tuple[str, QWidget]]:
    """Every page of a quick dossier, with an impossible and a rare answer in it."""
    program = desk.start(with_example=False)
    yield "empty", program.window
    program.shelf.show_examples()
    yield "examples", program.window
    yield from _files_and_bin_of(program)
    page = desk.open_new(example_record("typical/d1.json"))
    page.settled()
    for step in (one.key for one in QUICK_PAGES):
        page.desk.go_to_step(step)
        yield step, program.window
    page.type("DAIRY:grazing_days", "380")
    page.type("DAIRY:milk_fat", "48")
    page.clear("DAIRY:storage_duration")
    page.settled()
    page.desk.go_to_step("check")
    yield "check", program.window


def _files_and_bin_of(program: Program) -> Iterator[tuple[str, QWidget]]:
    """A farm that came in a file, new, other than mine and refused; then the bin."""
    file = paths.user_folder() / "received.bocage"
    record = example_record("typical/b1.json")
    file.write_bytes(packed(Package(record)))
    program.files.receive(file)
    yield "received", program.window
    assert program.services is not None
    add_dossier(program.services, record)
    file.write_bytes(packed(Package(record.but("", "agricultural_area", None))))
    program.files.receive(file)
    yield "received again", program.window
    file.write_bytes(b"{}")
    program.files.receive(file)
    for card in program.services.library.farms():
        program.services.library.writer.bin_farm(card.farm)
    program.services.library.writer.flush()
    program.shelf.show_bin()
    page = program.window.asides.page
    assert isinstance(page, BinPage)
    page.rows[0].delete.click()
    yield "bin", program.window


def _make_faults(page: PageRobot) -> None:
    page.type(COWS, "31x")
    page.type(MILK, "465.00.0")
    page.type(GRASSLAND, "6000")
    page.settled()
    page.desk.go_on()


def faults_of(page: QWidget, french: bool) -> list[str]:
    """Everything a machine finds amiss on a page as it stands at this moment."""
    checks = [
        seeing.cut_texts,
        seeing.cut_controls,
        seeing.outside,
        seeing.overlaps,
        seeing.small_targets,
        seeing.lonely_lines,
    ]
    found = [fault for check in checks for fault in check(page)]
    found += [f"no name: {fault}" for fault in seeing.unnamed(page)]
    left = seeing.english_left(page, english()) if french else ()
    return found + [f"English: {fault}" for fault in left]


def settled_faults(page: QWidget, french: bool) -> list[str]:
    """What is still amiss once Qt has laid the page out; a slow computer takes a few rounds."""
    for _ in range(20):
        QTest.qWait(50)
        found = faults_of(page, french)
        if not found:
            break
    return found


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_that_nothing_of_a_quick_visit_is_cut_nameless_or_out_of_order(
    look: tuple[Desk, str],
) -> None:
    desk, name = look
    SEEN.mkdir(exist_ok=True)
    found: list[str] = []
    for page, window in quick_pages_of(desk):
        faults = settled_faults(window, french="-fr-" in name)
        shown = desk.shown_page()
        faults += list(seeing.out_of_order(shown)) if shown is not None else []
        found += [f"{page}: {fault}" for fault in faults]
        window.window().grab().save(str(SEEN / f"{page}-{name}.png"))

    assert found == []


@pytest.mark.slow
def test_that_nothing_is_cut_hidden_or_left_in_another_language(look: tuple[Desk, str]) -> None:
    desk, name = look
    SEEN.mkdir(exist_ok=True)
    found: list[str] = []
    for page, window in pages_of(desk):
        faults = settled_faults(window, french="-fr-" in name)
        found += [f"{page}: {fault}" for fault in faults]
        window.window().grab().save(str(SEEN / f"{page.replace(' ', '-')}-{name}.png"))

    assert found == []
