"""One farm as a file: everything comes back, and nothing hostile gets further than a sentence."""

import io
import json
import random
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from desktop import paths
from desktop.exchange.farm_package import Package, imported, is_faithful, packed, unpacked
from desktop.exchange.post_bag import MOST_BYTES, content_of
from desktop.presenting.examples import example_record
from diagnostics import diagnose, load_factors, write_farm
from diagnostics.core.errors import DiagnosticsError, FarmFileError
from diagnostics.questionnaire.quick_farm import opened_farm, quick_farm
from diagnostics.record import Entry, FarmRecord
from diagnostics.results import results_of

FARM = "8f6a3a0e-6f0a-4b0c-9c53-0f5f5f1f7a11"
CHANGED = "2025-03-01T08:00:00+00:00"
EXAMPLES = (
    "lowland_maize_dairy.json", "suckler_breeder_finisher.json",
    *(f"typical/{kind}{n}.json" for kind in "bd" for n in range(1, 7)),
)  # fmt: skip
HOSTILE = (
    '=HYPERLINK("x")', "GAEC <b>É & Ç</b>", "é" * 125, "مزرعة \u202e evil", "🐄" * 30,
    "'; DROP TABLE farm; --", "a\nb\tc", "../../etc/passwd", "{name}", "\\u0000 \x7f",
)  # fmt: skip


def dairy() -> FarmRecord:
    """A quick farm with a note at a number, a note at a choice and a given value."""
    record = quick_farm("lowland_maize", "GAEC des Chênes", 2024)
    record = record.but("", "agricultural_area", Entry(82.5, note="land register"))
    record = record.but("", "department", Entry("35", note="across the border"))
    return record.but("DAIRY/DC", "head_years", Entry(60.0, "given", "as of March"))


@pytest.mark.parametrize("name", EXAMPLES)
def test_that_every_example_comes_back_whole(name: str) -> None:
    package = Package(example_record(name), FARM, CHANGED)
    content = packed(package)

    assert unpacked(content) == package
    assert is_faithful(content, package)


def test_that_notes_given_values_and_keys_come_back() -> None:
    for record in (dairy(), imported(dairy()), opened_farm("Begun", 2024)):
        assert is_faithful(packed(Package(record)), Package(record))


def test_that_an_imported_farm_says_so_of_every_answer_but_not_of_its_rows() -> None:
    record = imported(dairy())

    assert record.row("").entries["department"].origin == "imported"
    assert record.row("DAIRY/DC").entries["head_years"].origin == "given"
    assert record.row("DAIRY/DC").entries["animal_class"].origin == "answer"


def test_that_the_result_of_a_received_farm_is_the_same() -> None:
    factors = load_factors(paths.resource("factors"))
    record = example_record("typical/d1.json")
    received = imported(unpacked(packed(Package(record))).record)
    results = [results_of(diagnose(one, factors)) for one in (record, received)]

    assert results[0] == results[1]


@pytest.mark.parametrize("text", HOSTILE)
def test_that_hostile_names_and_notes_come_back_as_they_are(text: str) -> None:
    record = replace(dairy(), name=text).but("", "agricultural_area", Entry(1.0, note=text))
    package = Package(record)

    assert is_faithful(packed(package), package)


def test_that_the_file_is_told_apart_when_an_answer_is_lost() -> None:
    assert not is_faithful(packed(Package(dairy())), Package(opened_farm("GAEC", 2024)))


def test_that_a_file_survives_what_mail_does_to_it() -> None:
    content = packed(Package(dairy(), FARM))
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("farm.bocage", content)
        file.writestr("__MACOSX/._x", b"")
    for carried in (
        b"\xef\xbb\xbf" + content,
        content.replace(b"\n", b"\r\n"),
        archive.getvalue(),
    ):
        assert unpacked(carried) == unpacked(content)


def test_that_one_letter_more_less_or_other_is_noticed() -> None:
    content = packed(Package(dairy()))
    head, body = content.split(b"\n", 1)
    for altered in (body + b" ", body[:-1], body.replace(b"82.5", b"92.5")):
        assert altered != body
        with pytest.raises(FarmFileError, match="altered or cut short"):
            unpacked(head + b"\n" + altered)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"version": 2, "made_by": "9.9"}, "made by version 9.9"),
        ({"version": True}, "whole number"),
        ({"secret": 1}, "seal"),
        ({"keys": ["purchase/1"] * 6}, "expected a key for each row"),
        ({"keys": ["../x"] * 2}, "expected a key for each row"),
    ],
)
def test_that_a_forged_seal_is_refused(change: dict[str, object], reason: str) -> None:
    head, body = packed(Package(dairy())).split(b"\n", 1)
    forged = json.dumps(json.loads(head) | change).encode()

    with pytest.raises(FarmFileError, match=reason):
        unpacked(forged + b"\n" + body)


@pytest.mark.parametrize("farm", ["", "x" * 5000, 7, None, {"a": 1}, "'; DROP TABLE farm"])
def test_that_a_farm_without_a_proper_identity_is_one_without(farm: object) -> None:
    head, body = packed(Package(dairy(), FARM, CHANGED)).split(b"\n", 1)
    forged = json.dumps(json.loads(head) | {"farm": farm, "changed": farm}).encode()
    found = unpacked(forged + b"\n" + body)

    assert (found.farm, found.changed) == ("", "")


def bomb(size: int, members: int = 1, name: str = "farm{n}.json") -> bytes:
    """An archive that swells when it is opened."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as file:
        for n in range(members):
            file.writestr(name.format(n=n), b" " * size)
    return archive.getvalue()


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (bomb(50 * MOST_BYTES), "larger than 4 MB"),
        (bomb(1, 2), "no farm file, or several"),
        (bomb(1, 1, "farm.exe"), "no farm file, or several"),
        (bomb(1, 30), "no farm file, or several"),
        (bomb(5000)[:-40], "cannot be unpacked"),
        (bomb(0), "the file is empty"),
    ],
)
def test_that_an_archive_cannot_swell_or_hide(content: bytes, reason: str) -> None:
    with pytest.raises(FarmFileError, match=reason):
        unpacked(content)


def test_that_thousands_of_rows_are_refused_before_they_are_read() -> None:
    document = json.loads(write_farm(dairy()))
    document["hedges"] = [{"type": "unknown"}] * 60_000

    with pytest.raises(FarmFileError, match="lists 6"):
        unpacked(json.dumps(document).encode())


def test_that_a_note_without_end_is_refused_by_its_place() -> None:
    record = dairy().but("", "agricultural_area", Entry(1.0, note="x" * 20_001))

    with pytest.raises(FarmFileError, match=r"agricultural_area.note: expected a text of 20000"):
        unpacked(write_farm(record).encode())


def test_that_only_plain_files_are_read(tmp_path: Path) -> None:
    giant = tmp_path / "giant"
    with giant.open("wb") as file:
        file.truncate(10**10)
    for path, reason in (
        (tmp_path, "folder|not a file|not allowed|could not read"),
        (Path("/dev/zero"), "this is not a file"),
        (tmp_path / "none", "no such file"),
        (giant, "larger than 4 MB"),
    ):
        with pytest.raises(FarmFileError, match=reason):
            content_of(path)


def test_that_no_mangled_file_does_more_than_be_refused() -> None:
    chance = random.Random(20_251_125)  # the same mutations on every run
    whole = packed(Package(dairy(), FARM, CHANGED))
    bare = write_farm(dairy()).encode()
    refused = 0
    for _ in range(600):
        content = bytearray(chance.choice((whole, bare)))
        for _ in range(chance.randint(1, 6)):
            at = chance.randrange(len(content))
            content[at : at + chance.randint(0, 9)] = chance.randbytes(chance.randint(0, 4))
        try:
            unpacked(bytes(content))
        except DiagnosticsError:
            refused += 1
    print(f"{refused} of 600 refused")

    assert refused > 400
