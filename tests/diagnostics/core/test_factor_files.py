"""Factor files: read whole, or refused with the file and the key or line that is wrong."""

from pathlib import Path

import pytest

from diagnostics.core.errors import FactorError
from diagnostics.core.factors import profile_names, read_profile

PASSPORT = """
on = "Yard"
label = "Tax"
symbol = "T"
unit = "1"
mark = "V"
source = "A book"
locator = "page 1"
spread = { kind = "fixed", because = "a definition" }
reviewed = "2026-01-31"
"""
PROFILES = """
[TOY]
set = "toys"
edition = 1
[LATE]
set = "toys"
edition = 1
overrides = ["late"]
"""
CSV = "roof,value,mark,source,locator\ntile,1.5,,,\nthatch,2.5,R,Another book,page 9\n"


class Files:
    """A folder of factor files, to be spoilt one by one."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.set = folder, folder / "toys" / "1"
        (self.set / "overrides").mkdir(parents=True)
        self.write("../../profiles.toml", PROFILES)
        self.write("toys.toml", f"[factors.tax]\nvalue = 2.0\n{PASSPORT}")
        self.write("overrides/late.toml", f"[factors.tax]\nvalue = 3.0\n{PASSPORT}")
        self.write("tables.toml", f'[tables.fee]\nkeys = ["roof"]\n{PASSPORT}')
        self.write("fee.csv", CSV)

    def write(self, name: str, text: str) -> None:
        """Write one of the files anew."""
        (self.set / name).write_text(text, "utf8")

    def spoil(self, name: str, old: str, new: str) -> None:
        """Replace a part of one of the files."""
        text = (self.set / name).read_text("utf8")
        assert old in text
        self.write(name, text.replace(old, new))


@pytest.fixture
def files(tmp_path: Path) -> Files:
    """A folder that can be read as it stands."""
    return Files(tmp_path)


def refusal(files: Files, profile: str = "TOY") -> str:
    """What is said when the folder cannot be read."""
    with pytest.raises(FactorError) as refused:
        read_profile(files.folder, profile)
    return str(refused.value)


def test_that_factors_tables_and_cells_are_read(files: Files) -> None:
    known = read_profile(files.folder, "TOY")
    tile, thatch = known.tables["fee"].cells

    assert known.factors["tax"].value == 2.0
    assert known.passport("tax").symbol == "T"
    assert (tile.value, tile.mark, tile.source) == (1.5, "V", "A book")
    assert (thatch.value, thatch.mark, thatch.locator) == (2.5, "R", "page 9")


def test_that_what_is_laid_over_wins(files: Files) -> None:
    assert read_profile(files.folder, "LATE").factors["tax"].value == 3.0
    assert profile_names(files.folder) == ["TOY", "LATE"]


def test_that_the_hash_follows_every_byte_that_was_read(files: Files) -> None:
    first = read_profile(files.folder, "TOY").hash
    again, late = read_profile(files.folder, "TOY").hash, read_profile(files.folder, "LATE").hash
    files.spoil("fee.csv", "1.5", "1.50")

    assert first == again
    assert len({first, late, read_profile(files.folder, "TOY").hash}) == 3


def test_that_an_unknown_profile_is_refused_with_the_known_ones(files: Files) -> None:
    assert refusal(files, "GHOST") == ("there is no profile “GHOST”; expected one of TOY, LATE")


def test_that_an_unknown_factor_is_asked_for_in_vain(files: Files) -> None:
    with pytest.raises(KeyError, match="ghost"):
        read_profile(files.folder, "TOY").passport("ghost")


KEYS = ("on", "label", "symbol", "unit", "mark", "source", "locator", "spread", "reviewed")


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize(("file", "name"), [("toys.toml", "tax"), ("tables.toml", "fee")])
def test_that_a_passport_without_one_of_its_keys_is_refused(
    files: Files, file: str, name: str, key: str
) -> None:
    files.spoil(file, f"\n{key} = ", f"\n# {key} = ")

    assert refusal(files) == f"{file}: factor {name} has no {key}"


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        ("toys.toml", "value", "viewed = 1\nvalue", "factor tax has an unknown key viewed"),
        ("toys.toml", '"V"', '"VV"', "toys.toml: tax has the mark “VV”; expected V, R, R− or A"),
        ("toys.toml", '"V"', '"R-"', "toys.toml: tax has the mark “R-”"),
        ("toys.toml", "2.0", "nan", "toys.toml: tax holds “nan”; expected a finite number"),
        ("toys.toml", "2.0", "inf", "toys.toml: tax holds “inf”"),
        ("toys.toml", "2.0", "true", "toys.toml: tax holds “True”"),
        ("toys.toml", "2.0", '"2"', "toys.toml: tax holds “2”; expected a finite number"),
        ("toys.toml", "value = 2.0", "", "toys.toml: tax holds “None”"),
        ("toys.toml", ', because = "a definition"', "", "tax has a fixed spread without “because”"),
        ("toys.toml", "fixed", "beta", "the spread of tax cannot be used: “beta” is no kind"),
        ("toys.toml", "because", "wide", "toys.toml: factor tax has a fixed spread without"),
        ("toys.toml", "[factors.tax]", "[factors.tax", "toys.toml cannot be read: "),
        ("tables.toml", "keys =", "kees =", "factor fee has an unknown key kees"),
        ("tables.toml", "keys =", 'file = "ghost.csv"\nkeys =', "ghost.csv is missing"),
        ("tables.toml", "keys =", 'along = "rain"\nkeys =', "fee.csv has no column rain"),
        ("tables.toml", "keys =", "otherwise = nan\nkeys =", "tables.toml: fee holds “nan”"),
        ("fee.csv", "roof,value", "root,value", "fee.csv has no column roof"),
        ("fee.csv", "value", "worth", "fee.csv has no column value"),
        ("fee.csv", "2.5", "nan", "fee.csv: line 3 holds “nan”; expected a finite number"),
        ("fee.csv", "2.5", "two", "fee.csv: line 3 holds “two”; expected a finite number"),
        ("fee.csv", "2.5", "", "fee.csv: line 3 holds “”; expected a finite number"),
        ("fee.csv", "2.5", "1e999", "fee.csv: line 3 holds “inf”"),
        ("fee.csv", ",R,", ",Q,", "fee.csv: line 3 has the mark “Q”"),
        ("fee.csv", "Another book", "Another, book", "fee.csv, line 3: there are more cells"),
    ],
)  # fmt: skip
def test_that_what_is_wrong_is_named_with_its_file(
    files: Files, file: str, old: str, new: str, message: str
) -> None:
    files.spoil(file, old, new)

    assert message in refusal(files)


@pytest.mark.parametrize("name", ["toys.toml", "fee.csv"])
def test_that_a_file_that_is_no_text_is_refused_by_name(files: Files, name: str) -> None:
    (files.set / name).write_bytes(b"\xff\xfe\x00\x01")

    assert f"{name} cannot be read" in refusal(files)


def test_that_an_empty_folder_is_refused(files: Files) -> None:
    for path in [*files.set.glob("*.toml"), files.set / "fee.csv"]:
        path.unlink()

    assert refusal(files) == "no factor file was found in 1"


def test_that_a_missing_list_of_profiles_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FactorError, match=r"profiles\.toml is missing"):
        profile_names(tmp_path)


@pytest.mark.parametrize("key", ["set", "edition"])
def test_that_a_profile_without_its_set_or_edition_is_refused(files: Files, key: str) -> None:
    files.spoil("../../profiles.toml", f"{key} = ", f"# {key} = ")

    assert f"profiles.toml: TOY has no {key}" in refusal(files)


def test_that_a_factor_declared_in_two_files_is_refused(files: Files) -> None:
    files.write("more.toml", f"[factors.tax]\nvalue = 9.0\n{PASSPORT}")

    assert refusal(files) == "toys.toml: factor tax is declared twice"


def test_that_a_layer_over_nothing_is_refused(files: Files) -> None:
    files.spoil("overrides/late.toml", "factors.tax", "factors.taxx")

    assert refusal(files, "LATE") == "late.toml: factor taxx is laid over nothing"
