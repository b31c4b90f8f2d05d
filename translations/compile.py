"""Compiles the catalogues into the form the program reads; set-up runs it each time.

    python translations/compile.py

A catalogue that has not changed since costs one look at two dates, and Babel is not imported.
"""

from pathlib import Path

FOLDER = Path(__file__).resolve().parent


def compile_all(folder: Path = FOLDER) -> list[Path]:
    """Compiles every catalogue that is newer than its compiled form, and says which."""
    sources = sorted(folder.glob("*/LC_MESSAGES/bocage.po"))
    return [compile_one(source) for source in sources if _is_newer(source)]


def compile_one(source: Path) -> Path:
    """Compiles one catalogue; a stop half-way leaves the old compiled form whole."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    with source.open("rb") as file:
        catalogue = read_po(file, locale=source.parent.parent.name)
    unfinished = source.with_suffix(".mo.part")
    with unfinished.open("wb") as file:
        write_mo(file, catalogue)
    return unfinished.replace(source.with_suffix(".mo"))


def _is_newer(source: Path) -> bool:
    target = source.with_suffix(".mo")
    return not target.exists() or source.stat().st_mtime_ns >= target.stat().st_mtime_ns


if __name__ == "__main__":
    for compiled in compile_all():
        print(f"Compiled {compiled.relative_to(FOLDER)}")
