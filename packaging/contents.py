"""What the frozen program is made of: modules, resources, parts of Qt; and what it leaves out.

The build reads it (`bocage.spec`), `python packaging/freeze.py --list` shows it, the tests check
it: a new folder of resources can not be forgotten. Needs the standard library only.
"""

import ast
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from fnmatch import fnmatch
from pathlib import Path, PurePosixPath

ROOT = Path(__file__).resolve().parent.parent
ENTRY = ROOT / "desktop" / "__main__.py"
PACKAGES = ("desktop", "diagnostics")
MIGRATIONS = "desktop/storage/migrations"
LANGUAGES = ("en", "fr")
# A publisher replaces these by names of a domain of theirs before the first public edition.
IDENTIFIER = "org.bocage.bocage"
FARM_TYPE = "org.bocage.farm"

# What is needed to read the code, to test it or to draw other windows than ours; pictures of kinds
# that no report holds; the door to the network, which nothing of ours opens; and the editing of
# lines on a terminal, whose licence (GPL) is not ours to meet.
UNUSED_MODULES = (
    "IPython", "PyInstaller", "_pytest", "distutils", "ensurepip", "idlelib", "lib2to3",
    "matplotlib", "mypy", "numpy.f2py", "packaging", "pip", "pkg_resources", "pydoc_data", "pytest",
    "scipy", "setuptools", "test", "tkinter", "turtledemo", "venv", "wheel",
    "PIL._avif", "PIL._imagingcms", "PIL._imagingtk", "PIL._webp",
    "_curses", "_ssl", "curses", "readline", "rlcompleter", "ssl",
)  # fmt: skip

# Parts of Qt that the hooks bring along and that no window of ours uses. Qt Quick comes with a
# keyboard on the screen, GTK with a theme that we do not wear, TLS with a network we never touch.
UNUSED_FILES = (
    "*/Qt/plugins/tls/*",
    "*/Qt/plugins/networkinformation/*",
    "*/Qt/plugins/platforminputcontexts/libqtvirtualkeyboardplugin*",
    "*/Qt/plugins/platformthemes/libqgtk3*",
    "*/Qt/plugins/platforms/libqeglfs*",
    "*/Qt/plugins/platforms/libqlinuxfb*",
    "*/Qt/plugins/platforms/libqminimal*",
    "*/Qt/plugins/platforms/libqvkkhrdisplay*",
    "*/Qt/plugins/platforms/libqvnc*",
    "*/Qt/plugins/egldeviceintegrations/*",
    "*/Qt/plugins/generic/*",
    "*/Qt/plugins/imageformats/*",
    "*/Qt/qml/*",
)
# Pictures in Qt's own dialogs are PNG, which Qt reads by itself; ours are SVG.
KEPT_FILES = ("*/Qt/plugins/imageformats/libqsvg*", "*/Qt/plugins/imageformats/qsvg*")
# Qt's own words for its dialogs, such as "Save" and "Cancel".
QT_CATALOGUES = "*/translations/*.qm"
QT_CATALOGUES_KEPT = tuple(f"*/translations/qtbase_{code}.qm" for code in LANGUAGES)


def version() -> str:
    """The version of Bocage, from the one place where it is set."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return str(project["version"])


def modules() -> list[str]:
    """Every module of ours: many are imported only when they are needed, so none is guessed."""
    return sorted(_dotted(path) for path in _sources() if not _is_step(path))


def step_imports() -> list[str]:
    """What the steps of the database import: Alembic reads them as files, out of sight."""
    found = {name for path in _sources() if _is_step(path) for name in _imported(path)}
    return sorted(name for name in found if name.partition(".")[0] not in PACKAGES)


def data_files() -> list[tuple[Path, PurePosixPath]]:
    """Every file that is no code, and the folder it lies in beside the code."""
    files = [*_resources(), *_catalogues(), *(path for path in _sources() if _is_step(path))]
    return [(path, PurePosixPath(path.relative_to(ROOT).parent.as_posix())) for path in files]


def is_wanted(name: str) -> bool:
    """Whether a file that the hooks found belongs in the program; names are those in its folder."""
    place = PurePosixPath("/", name.replace("\\", "/")).as_posix()
    if fnmatch(place, QT_CATALOGUES):
        return _fits(place, QT_CATALOGUES_KEPT)
    return _fits(place, KEPT_FILES) or not _fits(place, UNUSED_FILES)


def unreached(needs: Mapping[str, Iterable[str]]) -> set[str]:
    """Shared libraries that nothing kept asks for; `needs` tells, for each file, what it asks for.

    The hooks gather a library for each part of Qt, also for the parts that are then left out.
    """
    waiting = [name for name in needs if not _is_library(name)]
    by_name = {PurePosixPath(name).name: name for name in needs}
    reached = set(waiting)
    while waiting:
        asked = {by_name[each] for each in needs[waiting.pop()] if each in by_name} - reached
        reached |= asked
        waiting += asked
    return needs.keys() - reached


def apple_information() -> dict[str, object]:
    """What the bundle for macOS says of itself: its version, its words and its files."""
    kind = {
        "CFBundleTypeName": "Bocage farm",
        "CFBundleTypeRole": "Editor",
        "LSHandlerRank": "Owner",
        "LSItemContentTypes": [FARM_TYPE],
    }
    declared = {
        "UTTypeIdentifier": FARM_TYPE,
        "UTTypeDescription": "Bocage farm",
        "UTTypeConformsTo": ["public.data"],
        "UTTypeTagSpecification": {"public.filename-extension": ["bocage"]},
    }
    return {
        "CFBundleShortVersionString": version(),
        "CFBundleLocalizations": list(LANGUAGES),
        "CFBundleDocumentTypes": [kind],
        "UTExportedTypeDeclarations": [declared],
        "NSHighResolutionCapable": True,
    }


def _resources() -> list[Path]:
    found = (path for path in (ROOT / "resources").rglob("*") if path.is_file())
    return sorted(path for path in found if not path.name.startswith("."))


def _catalogues() -> list[Path]:
    return sorted((ROOT / "translations").glob("*/LC_MESSAGES/bocage.mo"))


def _sources() -> Iterator[Path]:
    for package in PACKAGES:
        yield from sorted((ROOT / package).rglob("*.py"))


def _is_step(path: Path) -> bool:
    """Whether Alembic reads the file from the disk; the package around the steps is a module."""
    inner = path.relative_to(ROOT).as_posix()
    return inner.startswith(f"{MIGRATIONS}/") and path.name != "__init__.py"


def _dotted(path: Path) -> str:
    inner = path.relative_to(ROOT).with_suffix("")
    parts = inner.parts[:-1] if inner.name == "__init__" else inner.parts
    return ".".join(parts)


def _imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def _is_library(name: str) -> bool:
    """Whether a file is there only for others: not a module, nor a plugin, nor Python itself."""
    path = PurePosixPath(name)
    shared = path.name.startswith("lib") and ".so" in path.name
    return shared and "plugins" not in path.parts and not path.name.startswith("libpython")


def _fits(place: str, patterns: Iterable[str]) -> bool:
    return any(fnmatch(place, pattern) for pattern in patterns)
