"""What a command refuses: one sentence, the right code, and nothing half-written."""

import errno
import json
import os
from pathlib import Path

import pytest

from desktop.command_line import files, outputs
from tests.cli.asking import DAIRY, EXAMPLES, SUCKLER, Asker


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """A folder of things that are no farm."""
    (tmp_path / "empty.json").write_bytes(b"")
    (tmp_path / "blank.json").write_bytes(b" \n\t ")
    (tmp_path / "binary.json").write_bytes(bytes(range(128, 256)) * 20)
    (tmp_path / "utf16.json").write_bytes("{}".encode("utf-16"))
    (tmp_path / "cut.json").write_bytes(Path(DAIRY).read_bytes()[:500])
    (tmp_path / "deep.json").write_bytes(b"[" * 200_000)
    (tmp_path / "digits.json").write_bytes(b"[" + b"9" * 9_000 + b"]")
    (tmp_path / "half.json").write_bytes(Path(DAIRY).read_bytes().replace(b"GAEC", b"\\ud800"))
    (tmp_path / "result.json").write_bytes(b'{"engine": "0.1.0", "values": {}}')
    (tmp_path / "folder").mkdir()
    return tmp_path


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("absent.json", "there is no such file"),
        ("folder", "there is no farm file in this folder"),
        ("folder/absent/x.json", "there is no such file"),
        ("empty.json", "the file is empty"),
        ("blank.json", "the file is empty"),
        ("binary.json", "not a text in UTF-8; expected JSON"),
        ("utf16.json", "not a text in UTF-8; expected JSON"),
        ("cut.json", "stops being JSON at line"),
        ("deep.json", "nested too deeply"),
        ("digits.json", "is not a finite number"),
        ("half.json", "name holds half a character"),
        ("result.json", "format: expected “bocage-farm”"),
        ("x" * 300 + ".json", "could not read this file"),
        ("nul\0.json", "could not read this file"),
    ],
)
def test_that_a_file_which_is_no_farm_is_named(hostile: Path, ask: Asker, name, told) -> None:
    sentence = ask.refused(1, "diagnose", hostile / name, "--json", hostile / "out.json")

    assert told in sentence
    assert Path(name).name.replace("\0", "")[:200] in sentence
    assert not (hostile / "out.json").exists()


def test_that_an_empty_name_is_no_file(ask: Asker) -> None:
    assert "there is no such file" in ask.refused(1, "diagnose", "")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with a name")
def test_that_a_pipe_holds_no_command_for_ever(ask: Asker, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")

    assert "this is not a file" in ask.refused(1, "diagnose", tmp_path / "pipe")
    assert "this is not a file" in ask.refused(1, "evaluate", tmp_path / "pipe")
    assert "this is not a file" in ask.refused(2, "diagnose", DAIRY, "--json", tmp_path / "pipe")


def test_that_a_huge_file_is_refused_before_it_is_read(
    ask: Asker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "MOST_BYTES", 1_000)

    assert "larger than 50 MB" in ask.refused(1, "diagnose", DAIRY)


def test_that_a_sparse_giant_is_refused(ask: Asker, tmp_path: Path) -> None:
    with (tmp_path / "giant.json").open("wb") as file:
        file.truncate(60 * 1024 * 1024)

    assert "larger than 50 MB" in ask.refused(1, "diagnose", tmp_path / "giant.json")


def test_that_a_file_one_may_not_read_is_named(ask: Asker, monkeypatch: pytest.MonkeyPatch) -> None:
    def locked(*_: object) -> int:
        raise PermissionError(errno.EACCES, "locked")

    monkeypatch.setattr(os, "open", locked)

    assert "reading this file is not allowed" in ask.refused(1, "diagnose", DAIRY)


def test_that_the_message_of_a_farm_file_names_file_place_and_form(
    ask: Asker, tmp_path: Path
) -> None:
    document = json.loads(Path(DAIRY).read_text("utf-8"))
    document["answers"]["energy"]["diesel"] = {"value": -5, "unit": "L/yr"}
    (tmp_path / "farm.json").write_text(json.dumps(document))
    english = ask.refused(1, "diagnose", tmp_path / "farm.json")

    assert english.startswith(f"{tmp_path}/farm.json: answers.energy.diesel: ")
    assert english.endswith("is impossible; expected 0 to 1,000,000 L/yr")


def test_that_one_wrong_farm_among_many_leaves_nothing_written(ask: Asker, hostile: Path) -> None:
    for target in ("--json", "--pdf", "--xlsx", "--csv"):
        ask.refused(1, "diagnose", DAIRY, hostile / "cut.json", target, hostile / "{name}.out")

    assert list(hostile.glob("*.out")) == []
    assert list(hostile.glob(".bocage-*")) == []


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--pages", "6"], "“--pages 6” comes with a later version."),
        (["--pages", "12"], "“--pages 12” comes with a later version."),
        (["--pages", "3"], "--pages: “3” does not fit; expected one of 2."),
        (["--xlsx", "-"], "--xlsx: for several farms name a folder, or a file with {name} in it."),
        (["--xlsx", "x.csv", "--csv", "x.csv"], "would be written over"),
        (["--csv", "x.csv", "--json", "x_factors.csv"], "would be written over"),
        (["--storage-set", "B"], "“--storage-set B” comes with a later version."),
        (["--storage-set", "Z"], "--storage-set: “Z” does not fit; expected one of A."),
        (["--lang", "es"], "“--lang es” comes with a later version."),
        (["--lang", "de"], "--lang: “de” does not fit; expected one of fr, en."),
        (["--draws", "-1"], "--draws: “-1” does not fit; expected a whole number"),
        (["--draws", "1e3"], "--draws: “1e3” does not fit"),
        (["--draws", "²"], "--draws: “²” does not fit"),
        (["--draws", "100001"], "from 0 to 100,000."),
        (["--seed", "x"], "--seed: “x” does not fit"),
        (["--profile", "none"], "there is no profile “none”; expected one of OPEN-2019, AR6"),
        (["--colour", "red"], "unrecognized arguments: --colour red"),
        (["--draws"], "--draws: expected one argument"),
        (["--json"], "--json: expected one argument"),
        (["--json", DAIRY], "would be written over"),
        (["--json", str(EXAMPLES)], "this is not a file"),
        (["--pdf", "x.json", "--json", "x.json"], "would be written over"),
        (["--pdf", "-"], "name a folder"),
        ([SUCKLER, "--pdf", "one.pdf"], "name a folder, or a file with {name} in it"),
        ([DAIRY, "--pdf", "{name}.pdf"], "would be written over"),
    ],
)
def test_that_a_command_which_does_not_fit_has_code_two(
    ask: Asker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], told: str
) -> None:
    monkeypatch.chdir(tmp_path)

    assert told in ask.refused(2, "diagnose", DAIRY, *arguments)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["diagnose"], "the following arguments are required: FARM"),
        (["levers"], "the following arguments are required: FARM"),
        (["compare", DAIRY], "“compare” comes with a later version."),
        (["bench"], "“bench” comes with a later version."),
        (["harvest"], "There is no command “harvest”; expected one of diagnose, new"),
        (["--json"], "There is no command “--json”"),
        (["new"], "Expected: bocage new --system CODE"),
        (["new", "--schema", "--level", "quick"], "Ask for the schema alone"),
        (["new", "--system", "breeder", "--level", "some", "-o", "x"], "expected one of quick"),
        (["new", "--system", "cows", "--level", "quick", "-o", "x"], "“cows” does not fit"),
        (["explain", DAIRY, "nothing"], "there is no quantity named “nothing”"),
        (["explain", DAIRY, "enteric_methane", "--row", "X"], "has no row “X”; expected one of"),
        (["explain", DAIRY, "live_weight"], "has one value for each row; name one of DAIRY/DC"),
        (["explain", DAIRY, "gross_emissions", "--depth", "13"], "from 0 to 12."),
    ],
)
def test_that_other_commands_refuse_what_does_not_fit(ask: Asker, arguments, told: str) -> None:
    assert told in ask.refused(2, *arguments)


def test_that_nothing_asked_shows_the_commands(ask: Asker) -> None:
    said = ask()

    assert said.code == 2
    assert "bocage diagnose" in said.out
    assert said.err.startswith("Name a command")


@pytest.mark.parametrize("target", ["--json", "--pdf", "--xlsx", "--csv"])
def test_that_a_folder_which_is_not_there_is_not_made(ask: Asker, tmp_path: Path, target) -> None:
    sentence = ask.refused(1, "diagnose", DAIRY, target, tmp_path / "none" / "x", "--draws", 0)

    assert "x was not written. This folder does not exist." in sentence


def test_that_a_file_one_may_not_write_stays_as_it_is(
    ask: Asker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "kept.json").write_text("mine")
    monkeypatch.setattr(os, "access", lambda *_: False)

    sentence = ask.refused(1, "diagnose", DAIRY, "--json", tmp_path / "kept.json")
    assert "was not written. Writing there is not allowed." in sentence
    assert (tmp_path / "kept.json").read_text() == "mine"


def test_that_a_full_disk_leaves_the_old_results_whole(
    ask: Asker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    (tmp_path / "r.json").write_text("old")
    monkeypatch.setattr(outputs.os, "fsync", full)

    sentence = ask.refused(1, "diagnose", DAIRY, "--json", tmp_path / "r.json")
    assert "There is no room left on the disk." in sentence
    assert [path.name for path in tmp_path.iterdir()] == ["r.json"]
    assert (tmp_path / "r.json").read_text() == "old"


def test_that_a_link_is_followed_and_the_rights_of_a_file_kept(ask: Asker, tmp_path: Path) -> None:
    (tmp_path / "real.json").write_text("old")
    (tmp_path / "real.json").chmod(0o640)
    (tmp_path / "link.json").symlink_to(tmp_path / "real.json")

    assert ask("diagnose", DAIRY, "--json", tmp_path / "link.json").code == 0
    assert (tmp_path / "link.json").is_symlink()
    assert (tmp_path / "real.json").stat().st_mode & 0o777 == 0o640
    assert json.loads((tmp_path / "real.json").read_text())["farm"]["year"] == 2025


def test_that_a_hostile_name_cannot_steer_the_terminal(ask: Asker, tmp_path: Path) -> None:
    document = json.loads(Path(DAIRY).read_text("utf-8"))
    document["name"] = "GAEC \x1b[31m red \u202e\n second line"
    (tmp_path / "farm.json").write_text(json.dumps(document))
    first, second = ask("diagnose", tmp_path / "farm.json").out.splitlines()[:2]

    assert first.startswith("GAEC [31m red")
    assert second.startswith("Milk:")
    assert "\x1b" not in ask.refused(1, "diagnose", "\x1b[31m.json")


def test_that_a_refusal_of_the_engine_is_said_in_french_to_its_innermost_part(
    ask: Asker, tmp_path: Path
) -> None:
    document = json.loads(Path(DAIRY).read_text("utf-8"))
    document["answers"]["energy"]["diesel"] = {"value": 5, "unit": "gallon"}
    (tmp_path / "farm.json").write_text(json.dumps(document))
    sentence = ask.refused(1, "diagnose", tmp_path / "farm.json", "--lang", "fr")

    assert "l’unité" in sentence
    assert "gallon" in sentence
    assert "does not fit" not in sentence


def test_that_an_interrupted_command_says_nothing_more(
    ask: Asker, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr("desktop.command_line.farms.read_text", interrupted)

    said = ask("diagnose", DAIRY)
    assert (said.code, said.out, said.err) == (130, "", "")
