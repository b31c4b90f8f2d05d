"""The file on disk: whole or absent, the same bytes twice, with the farm file inside."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.report.assembly import attach_file
from desktop.report.blocks import Block, stack
from desktop.report.issue import ReportNotWritten, TextTooLong
from desktop.report.writer import pdf_bytes, write_pdf
from desktop.words import Words
from tests.report.farms import FARM_FILE, dairy_results, issue
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


def test_that_a_report_replaces_an_older_one_and_leaves_nothing_beside(
    english: Words, tmp_path: Path
) -> None:
    target = tmp_path / "rapport été.pdf"
    target.write_bytes(b"older")
    write_pdf(issue(english, dairy_results()), target)

    assert target.read_bytes().startswith(b"%PDF-")
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize(
    ("target", "reason"),
    [
        ("missing/report.pdf", "This folder does not exist."),
        ("folder", "A folder has this name."),
        ("n" * 300 + ".pdf", "This name is too long."),
        ("file/report.pdf", "This folder does not exist."),
    ],
)
def test_that_a_refused_target_is_told_in_a_sentence(
    english: Words, tmp_path: Path, target: str, reason: str
) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").touch()
    with pytest.raises(ReportNotWritten) as refusal:
        write_pdf(issue(english, dairy_results()), tmp_path / target)

    assert str(refusal.value).endswith(reason)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "folder"]


def test_that_a_full_disk_leaves_the_older_report(
    english: Words, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "report.pdf"
    target.write_bytes(b"older")

    def no_room(_file: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", no_room)
    with pytest.raises(ReportNotWritten, match="There is no room left on the disk"):
        write_pdf(issue(english, dairy_results()), target)

    assert target.read_bytes() == b"older"
    assert list(tmp_path.iterdir()) == [target]


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
