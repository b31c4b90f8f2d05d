"""The installer for Windows, as far as it can be looked at from here: it was never run."""

import re
import shutil
import subprocess
from pathlib import Path

from tests.packaging.scripts import FOLDER, script

draw_icons = script("draw_icons")
SCRIPT = FOLDER / "windows/bocage.nsi"


def lines_with(word: str) -> list[str]:
    """The lines of the script that use a command."""
    lines = SCRIPT.read_text(encoding="utf-8").splitlines()
    return [line.strip() for line in lines if line.strip().startswith(word)]


def test_that_removing_the_program_leaves_the_farms() -> None:
    emptied = [line.split()[-1].strip('"') for line in lines_with("RMDir /r")]

    assert emptied == ["$INSTDIR\\_internal", "$INSTDIR\\licences"]
    assert lines_with("InstallDir ") == ['InstallDir "$LOCALAPPDATA\\Programs\\Bocage"']


def test_that_it_asks_for_no_administrator_and_writes_for_one_user_only() -> None:
    assert lines_with("RequestExecutionLevel") == ["RequestExecutionLevel user"]
    assert {line.split()[1] for line in lines_with("WriteReg")} == {"HKCU"}
    assert {line.split()[1] for line in lines_with("DeleteReg")} == {"HKCU"}


def test_that_what_is_said_is_said_in_both_languages() -> None:
    said = re.findall(r"LangString (\w+) \$\{LANG_(\w+)\}", SCRIPT.read_text(encoding="utf-8"))

    assert {name for name, language in said if language == "ENGLISH"} == {
        name for name, language in said if language == "FRENCH"
    }
    assert len(said) >= 6


def test_that_the_script_compiles_where_its_compiler_is(tmp_path: Path) -> None:
    assert lines_with("OutFile") == ['OutFile "..\\..\\dist\\Bocage-${VERSION}-setup.exe"']
    if shutil.which("makensis"):
        copy = tmp_path / "a/b/bocage.nsi"
        copy.parent.mkdir(parents=True)
        shutil.copyfile(SCRIPT, copy)
        (tmp_path / "dist/bocage").mkdir(parents=True)
        (tmp_path / "dist/bocage/bocage.exe").write_bytes(b"")
        draw_icons.write_installers(tmp_path / "build/icons")
        told = ["makensis", "-V2", "-WX", "-DVERSION=1.2.3", str(copy)]
        subprocess.run(told, check=True, cwd=copy.parent)

        assert (tmp_path / "dist/Bocage-1.2.3-setup.exe").read_bytes()[:2] == b"MZ"
