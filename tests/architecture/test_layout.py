"""What lies where: few folders at the top, no large files, nothing of the place it was made in."""

import re
from collections.abc import Iterable

import pytest

from tests.architecture.reading import ROOT, files

FOLDERS = {"desktop", "diagnostics", "packaging", "resources", "tests", "translations"}
PAGES = {
    "CHANGELOG.md", "CONTRIBUTING.md", "DECISIONS.md", "LICENSE", "README.md", "THIRD_PARTY.md",
    "pyproject.toml", "requirements-dev.lock", "run",
}  # fmt: skip
LARGEST = 1_000_000

# The sign § keeps this file from finding itself.
PLACES = re.compile(
    "|".join(
        [
            r"(?<![\w.])/wo§rk/",
            r"(?<![\w.])/ro§ot/",
            r"(?<![\w.~])/ho§me/\w",
            r"(?<!\w)/Us§ers/\w",
            r"\bC:\\\\?Us§ers\\",
            r"\bshared/(de§sign|me§thod)\b",
            r"\bpy§pi\.org",
            r"\bpython§hosted\.org",
            r"\bnpm§js\.(org|com)",
            r"\bdeb\.deb§ian\.org",
            r"--(extra-)?index-§url",
            r"--find-§links",
            r"\bcl§aude\b",
            r"\banth§ropic\b",
        ]
    ).replace("§", ""),
    re.IGNORECASE,
)


def strangers_at_the_top(names: Iterable[str]) -> set[str]:
    """Folders and files at the top level that are not agreed; hidden ones are free."""
    tops = {tuple(name.split("/")[:2]) for name in names if not name.startswith(".")}
    return {parts[0] for parts in tops if parts[0] not in (FOLDERS if len(parts) > 1 else PAGES)}


def places_in(name: str, content: bytes) -> list[str]:
    """Names of machines, folders of one person and registries in a text."""
    try:
        lines = content.decode("utf-8").splitlines()
    except UnicodeDecodeError:
        return []
    return [f"{name}:{n}: {line[:120]}" for n, line in enumerate(lines, 1) if PLACES.search(line)]


def test_that_the_top_level_holds_only_what_is_agreed() -> None:
    assert strangers_at_the_top(files()) == set()


def test_that_no_file_is_large() -> None:
    sizes = {name: (ROOT / name).stat().st_size for name in files()}

    assert {name: size for name, size in sizes.items() if size > LARGEST} == {}


def test_that_no_file_names_the_place_it_was_made_in() -> None:
    found = [line for name in files() for line in places_in(name, (ROOT / name).read_bytes())]

    assert found == []


def test_that_no_two_names_differ_by_their_capitals_only() -> None:
    folded = [name.casefold() for name in files()]

    assert len(folded) == len(set(folded))


def test_that_every_python_package_has_its_sentence() -> None:
    folders = {name.rpartition("/")[0] for name in files() if name.endswith(".py")}
    packages = {f for f in folders if f.split("/")[0] in {"desktop", "diagnostics"}}

    assert {f for f in packages if not (ROOT / f / "__init__.py").is_file()} == set()


@pytest.mark.parametrize(
    "stranger", ["src/farm.py", "notes.txt", "docs/index.md", "setup.py", "desktop"]
)
def test_that_a_stranger_at_the_top_is_seen(stranger: str) -> None:
    assert strangers_at_the_top(["desktop/cli.py", "run", ".gitignore", stranger]) == {
        stranger.partition("/")[0]
    }


@pytest.mark.parametrize(
    "line",
    [
        "see /wo§rk/main/notes",
        "open('/ro§ot/x')",
        "/ho§me/marie/farm.json",
        "C:\\Us§ers\\marie",
        "index: https://py§pi.org/simple",
        "pip install --index-§url x",
        "as in shared/de§sign/ux.md",
    ],
)
def test_that_a_planted_place_is_seen(line: str) -> None:
    planted = f"first\n{line}\n".replace("§", "")

    assert len(places_in("README.md", planted.encode())) == 1


def test_that_words_which_only_look_like_places_are_left_alone() -> None:
    text = "The field work/year, a homework/home, root/shoot ratio, ./framework/ and users/ of it."

    assert places_in("README.md", text.encode()) == []
    assert places_in("font.ttf", b"\xff\xfe\x00") == []
