"""The menu entry, the description and the file type, as a desktop reads them."""

import configparser
import shutil
import subprocess
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from tests.packaging.scripts import FOLDER, script

contents, deb = script("contents"), script("deb")
LINUX = FOLDER / "linux"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
MIME = "{http://www.freedesktop.org/standards/shared-mime-info}"
VALUES = {"VERSION": "1.2.3", "DATE": "2026-03-15"}


@pytest.fixture
def entry() -> configparser.SectionProxy:
    """The menu entry."""
    read = configparser.RawConfigParser(strict=True)
    read.optionxform = str  # type: ignore[assignment,method-assign]
    read.read(LINUX / "bocage.desktop", encoding="utf-8")
    return read["Desktop Entry"]


def complaints(*command: str | Path) -> str:
    """What a validator says, where the system has it."""
    if not shutil.which(str(command[0])):
        return ""
    done = subprocess.run(list(map(str, command)), capture_output=True, text=True, check=False)
    return done.stdout + done.stderr if done.returncode else ""


def described() -> ET.Element:
    """The description of the program, its places filled."""
    return ET.fromstring(deb.filled("bocage.metainfo.xml", VALUES))


def test_that_the_menu_entry_starts_the_program_with_one_file(
    entry: configparser.SectionProxy,
) -> None:
    assert entry["Type"] == "Application"
    assert entry["Exec"] == "bocage %f"
    assert entry["Icon"] == entry["StartupWMClass"] == "bocage"
    assert entry["Terminal"] == "false"
    assert all(entry[key].endswith(";") for key in ("Categories", "Keywords", "MimeType"))
    assert complaints("desktop-file-validate", LINUX / "bocage.desktop") == ""


@pytest.mark.parametrize("key", ["GenericName", "Comment", "Keywords"])
def test_that_the_menu_entry_speaks_french_too(entry: configparser.SectionProxy, key: str) -> None:
    assert entry[key] != entry[f"{key}[fr]"]
    assert "'" not in entry[f"{key}[fr]"]


def test_that_menu_description_and_file_type_name_the_same_files(
    entry: configparser.SectionProxy,
) -> None:
    declared = ET.parse(LINUX / "bocage.xml").getroot().find(f"{MIME}mime-type")
    assert declared is not None
    kind = declared.attrib["type"]

    assert entry["MimeType"] == f"{kind};"
    assert described().findtext("provides/mediatype") == kind
    assert [glob.attrib["pattern"] for glob in declared.findall(f"{MIME}glob")] == ["*.bocage"]
    assert {each.attrib.get(LANGUAGE) for each in declared.findall(f"{MIME}comment")} == {
        None,
        "fr",
    }


def test_that_the_description_is_whole_and_dated(tmp_path: Path) -> None:
    root = described()
    release = root.find("releases/release")
    written = tmp_path / f"{contents.IDENTIFIER}.metainfo.xml"
    written.write_text(deb.filled("bocage.metainfo.xml", VALUES), encoding="utf-8")

    assert root.findtext("id") == contents.IDENTIFIER
    assert root.findtext("launchable") == "bocage.desktop"
    assert release is not None
    assert release.attrib == {"version": "1.2.3", "date": "2026-03-15"}
    assert complaints("appstreamcli", "validate", "--no-net", written) == ""


@pytest.mark.parametrize("tag", ["summary", "description/p", "developer_name"])
def test_that_every_sentence_of_the_description_has_its_french(tag: str) -> None:
    languages = [each.attrib.get(LANGUAGE) for each in described().findall(tag)]

    assert languages == [None, "fr"] * (len(languages) // 2)
    assert languages != []


def test_that_the_french_follows_the_rules_of_its_signs() -> None:
    french = [each.text or "" for each in described().iter() if each.attrib.get(LANGUAGE) == "fr"]
    manual = (LINUX / "bocage.fr.1").read_text(encoding="utf-8")

    for sentence in [*french, manual]:
        assert " ;" not in sentence
        assert " :" not in sentence
    assert [sentence for sentence in french if "'" in sentence] == []


@pytest.mark.parametrize("name", ["bocage.1", "bocage.fr.1"])
def test_that_the_manual_names_what_can_be_asked(name: str) -> None:
    manual = (LINUX / name).read_text(encoding="utf-8")

    assert manual.startswith(".TH BOCAGE 1")
    for word in (".bocage", ".json", "BOCAGE_HOME", "@VERSION@", "~/.local/share/Bocage"):
        assert word in manual
