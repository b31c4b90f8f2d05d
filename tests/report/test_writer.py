"""The printed document: the same bytes twice, its properties, the farm file inside."""

import subprocess
import sys

import pytest

from desktop.report.assembly import attach_file
from desktop.report.blocks import Block, stack
from desktop.report.issue import TextTooLong
from desktop.report.writer import is_report_of, pdf_bytes
from desktop.words import Words
from tests.report.farms import FARM_FILE, beef_results, dairy_results, issue
from tests.report.reading import reader

LOADED = "import sys, desktop.report.writer; print([m for m in sys.modules if 'reportlab' in m])"


def test_that_the_same_issue_gives_the_same_bytes(french: Words) -> None:
    one, two = (pdf_bytes(issue(french, dairy_results())) for _ in range(2))

    assert one == two


def test_that_another_figure_gives_other_bytes(french: Words) -> None:
    assert pdf_bytes(issue(french, dairy_results())) != pdf_bytes(
        issue(french, dairy_results(storage=0.0))
    )


def test_that_the_farm_file_comes_back_out_of_the_report(english: Words) -> None:
    content = b'{"format": "bocage-farm"}' + bytes(range(256)) * 40
    attachment = attach_file("ferme d’été (2025).json", content)
    document = reader(issue(english, dairy_results(), attachment=attachment))

    assert document.attachments == {"ferme d’été (2025).json": [content]}


def test_that_the_fingerprint_on_the_page_is_that_of_the_file(english: Words) -> None:
    text = reader(issue(english, dairy_results())).pages[0].extract_text().replace("\xa0", " ")
    start = attach_file("", FARM_FILE).sha256[:16]

    assert " ".join(start[n : n + 4] for n in range(0, 16, 4)) in text


def test_that_a_report_without_a_farm_file_has_no_attachment(english: Words) -> None:
    assert dict(reader(issue(english, dairy_results(), attachment=None)).attachments) == {}


def test_that_the_document_says_what_it_is_and_in_which_language(french: Words) -> None:
    document = reader(issue(french, dairy_results(), author="Claire Le Goff"))
    metadata = document.metadata

    assert metadata is not None
    assert metadata.title == "GAEC des Chênes · diagnostic carbone 2025"
    assert metadata.author == "Claire Le Goff"
    assert metadata.subject == "Empreinte carbone de la ferme, estimation non certifiée"
    assert (metadata.creation_date_raw or "").startswith("D:20260315")
    assert document.trailer["/Root"]["/Lang"] == "fr"


def test_that_only_our_own_typefaces_are_used_and_embedded(french: Words) -> None:
    fonts = reader(issue(french, dairy_results())).pages[0]["/Resources"]["/Font"]
    names = {str(font.get_object()["/BaseFont"]) for font in fonts.values()}
    files = ["/FontFile2" in font.get_object()["/FontDescriptor"] for font in fonts.values()]

    assert {name.partition("+")[2] for name in names} <= {
        "SourceSans3-Regular", "SourceSans3-SemiBold", "SourceSans3-Bold",
    }  # fmt: skip
    assert all(files)


def test_that_a_report_is_known_again_by_its_farm_and_year(english: Words) -> None:
    made = issue(english, dairy_results())
    again, other = issue(english, beef_results()), issue(english, dairy_results(), farm="Other")

    assert is_report_of(made)(pdf_bytes(again))
    assert not is_report_of(made)(pdf_bytes(other))
    assert not is_report_of(made)(b"%PDF-1.4 of somebody else")


def test_that_each_page_has_a_bookmark(french: Words) -> None:
    document = reader(issue(french, dairy_results()))

    assert [entry.title for entry in document.outline] == [
        "Votre ferme en un coup d’œil", "D’où ça vient",
    ]  # fmt: skip
    assert len(document.pages) == 2


def test_that_texts_too_long_for_the_page_are_refused() -> None:
    drawn: list[float] = []
    with pytest.raises(TextTooLong, match=r"5\.0 points too long"):
        stack([Block(60.0, drawn.append), Block(40.0, drawn.append, 20.0, 5.0)], 0.0, 100.0)

    assert drawn == []


def test_that_the_room_left_is_shared_and_never_exceeds_the_wish() -> None:
    drawn: list[float] = []
    blocks = [Block(60.0, drawn.append), Block(30.0, drawn.append, 20.0, 5.0)]
    stack(blocks, 0.0, 100.0)
    stack(blocks, 0.0, 500.0)

    assert drawn == [0.0, 70.0, 0.0, 80.0]


def test_that_reportlab_is_not_loaded_before_something_is_printed() -> None:
    done = subprocess.run([sys.executable, "-c", LOADED], capture_output=True, check=True)

    assert done.stdout.decode().strip() == "[]"
