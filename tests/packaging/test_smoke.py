"""The examination of the frozen program fails when there is something to find."""

import os
import sys
from pathlib import Path

import pytest

from tests.packaging.scripts import script

smoke = script("smoke")
pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="the stand-in for the program is a script of a shell"
)
OTHER_FIGURES = """#!/bin/sh
printf '{"values": {"gross_emissions": 1}}' >"$6"
printf '%%PDF-1.4' >"$4"
"""


@pytest.fixture
def frozen(tmp_path: Path) -> object:
    """A folder in the place of the frozen program, with a home beside it."""
    folder, home = tmp_path / "the program", tmp_path / "home"
    folder.mkdir()
    home.mkdir()
    return smoke.Frozen(folder, home)


def write_program(frozen, text: str) -> None:
    """Puts a script in the place of the program."""
    frozen.program.write_text(text)
    frozen.program.chmod(0o755)


def test_that_the_program_is_started_with_nothing_at_hand(frozen) -> None:
    write_program(frozen, '#!/bin/sh\necho "${HOME}|$1|$#|${PYTHONPATH-none}|${USER-nobody}"\n')

    assert frozen.run("l’été") == f"{frozen.home}|l’été|1|none|nobody\n"


def test_that_a_program_which_fails_is_told_with_its_words(frozen) -> None:
    write_program(frozen, "#!/bin/sh\necho no fonts >&2\nexit 3\n")

    with pytest.raises(smoke.Disagreement, match="ended with 3: no fonts"):
        frozen.run("--smoke")


def test_that_other_figures_are_seen(frozen) -> None:
    write_program(frozen, OTHER_FIGURES)

    with pytest.raises(smoke.Disagreement, match="other figures than the source program"):
        list(smoke.compare_results(frozen))


@pytest.mark.parametrize(
    ("content", "told"),
    [(b"%PDF-1.4 b", "not that of the source"), (b"<html>", "is no pdf"), (None, "not written")],
)
def test_that_another_report_is_seen(tmp_path: Path, content: bytes | None, told: str) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.4 a")
    if content is not None:
        (tmp_path / "b.pdf").write_bytes(content)

    with pytest.raises(smoke.Disagreement, match=told):
        smoke.same_bytes(tmp_path / "a", tmp_path / "b", "pdf", b"%PDF-")
    assert smoke.same_bytes(tmp_path / "a", tmp_path / "a", "pdf", b"%PDF-") == 0


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells what a program has in use")
def test_that_a_library_of_another_python_is_seen(frozen) -> None:
    with pytest.raises(smoke.Disagreement, match="of another Python"):
        list(smoke.foreign_files(os.getpid(), frozen.folder))


def test_that_the_folder_is_weighed_and_what_must_not_be_given_away_is_seen(frozen) -> None:
    for name in smoke.ALWAYS:
        (frozen.folder / name).write_bytes(b"x" * 500_000)
    assert list(smoke.weigh(frozen)) == ["2.5 MB in 5 files"]
    (frozen.folder / "libreadline.so.8").write_bytes(b"")

    with pytest.raises(smoke.Disagreement, match="libreadline"):
        list(smoke.weigh(frozen))


def test_that_missing_words_and_letters_are_seen(frozen) -> None:
    (frozen.folder / "qtbase_fr.qm").write_bytes(b"")

    with pytest.raises(smoke.Disagreement, match="lacks Inter-Regular"):
        list(smoke.weigh(frozen))


def test_that_the_examination_ends_with_one_at_a_disagreement(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "bocage").mkdir()
    (tmp_path / "bocage/libreadline.so.8").write_bytes(b"")
    monkeypatch.setattr(sys, "argv", ["smoke.py", str(tmp_path / "bocage")])

    assert smoke.main() == 1
    assert "FAILED" in capsys.readouterr().err
