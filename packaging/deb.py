"""Packs dist/bocage for Debian and Ubuntu: one .deb with menu entry, icon, file type and manual.

Run on Debian or Ubuntu after `packaging/freeze.py`; needs dpkg-deb, ldd and objdump (binutils).
The same folder gives the same package, byte for byte.
"""

import argparse
import gzip
import hashlib
import os
import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path

import contents
import debian
import freeze

LINUX = freeze.HERE / "linux"
ICONS = contents.ROOT / "resources" / "application"
INSIDE = Path("usr/lib/bocage")
PROGRAMS = ("usr/lib/bocage/bocage", "DEBIAN/postinst", "DEBIAN/postrm")
KILOBYTE = 1024


def maintainer() -> str:
    """Who answers for the package: the two names that Debian's own tools read, or nobody yet."""
    name = os.environ.get("DEBFULLNAME", "The authors of Bocage")
    return f"{name} <{os.environ.get('DEBEMAIL', 'bocage@localhost')}>"


def filled(name: str, values: Mapping[str, str]) -> str:
    """A file of packaging/linux with its @PLACES@ filled."""
    text = (LINUX / name).read_text(encoding="utf-8")
    for place, value in values.items():
        text = text.replace(f"@{place}@", value)
    return text


def values_of(program: Path) -> dict[str, str]:
    """What the files of the package say of this build."""
    size = sum(path.stat().st_size for path in freeze.files(program) if not path.is_symlink())
    when = datetime.fromtimestamp(freeze.moment(), UTC)
    architecture = subprocess.run(
        ["dpkg", "--print-architecture"], capture_output=True, text=True, check=True
    )
    return {
        "VERSION": contents.version(),
        "DATE": when.date().isoformat(),
        "MOMENT": format_datetime(when),
        "ARCHITECTURE": architecture.stdout.strip(),
        "MAINTAINER": maintainer(),
        "SIZE": str(-(-size // KILOBYTE)),
        "DEPENDS": ", ".join(debian.depends(program)),
    }


def texts(values: Mapping[str, str]) -> dict[str, bytes]:
    """The small files of the package by their places in it."""
    share = "usr/share"
    changes = (contents.ROOT / "CHANGELOG.md").read_bytes()
    return {
        "DEBIAN/control": filled("control", values).encode(),
        "DEBIAN/postinst": (LINUX / "refresh").read_bytes(),
        "DEBIAN/postrm": (LINUX / "refresh").read_bytes(),
        f"{share}/applications/bocage.desktop": (LINUX / "bocage.desktop").read_bytes(),
        f"{share}/metainfo/{contents.IDENTIFIER}.metainfo.xml": filled(
            "bocage.metainfo.xml", values
        ).encode(),
        f"{share}/mime/packages/bocage.xml": (LINUX / "bocage.xml").read_bytes(),
        f"{share}/doc/bocage/copyright": (LINUX / "copyright").read_bytes(),
        f"{share}/doc/bocage/changelog.gz": _packed(filled("changelog", values).encode()),
        f"{share}/doc/bocage/CHANGELOG.md.gz": _packed(changes),
        f"{share}/man/man1/bocage.1.gz": _packed(filled("bocage.1", values).encode()),
        f"{share}/man/fr/man1/bocage.1.gz": _packed(filled("bocage.fr.1", values).encode()),
        f"{share}/icons/hicolor/scalable/apps/bocage.svg": (ICONS / "bocage.svg").read_bytes(),
        **{
            f"{share}/icons/hicolor/{side}x{side}/apps/bocage.png": picture.read_bytes()
            for picture in sorted(ICONS.glob("*.png"))
            for side in [picture.stem.rpartition("-")[2]]
        },
    }


def lay_out(program: Path, values: Mapping[str, str], root: Path) -> None:
    """Lays the whole package out in a folder, as it will lie on the disk."""
    shutil.copytree(program, root / INSIDE, symlinks=True)
    for place, content in texts(values).items():
        (root / place).parent.mkdir(parents=True, exist_ok=True)
        (root / place).write_bytes(content)
    (root / "usr/bin").mkdir()
    (root / "usr/bin/bocage").symlink_to("../lib/bocage/bocage")
    (root / "DEBIAN/md5sums").write_text(_md5sums(root), encoding="utf-8")


def settle(root: Path) -> None:
    """Gives every file the usual rights and the time of the commit."""
    when = freeze.moment()
    for path in [root, *root.rglob("*")]:
        if not path.is_symlink():
            runs = path.is_dir() or path.relative_to(root).as_posix() in PROGRAMS
            path.chmod(0o755 if runs else 0o644)
        os.utime(path, (when, when), follow_symlinks=False)


def pack(program: Path, output: Path) -> Path:
    """Makes the package."""
    values = values_of(program)
    package = output / f"bocage_{values['VERSION']}_{values['ARCHITECTURE']}.deb"
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder, "root")
        lay_out(program, values, root)
        settle(root)
        subprocess.run(
            ["dpkg-deb", "--root-owner-group", "-Zxz", "--build", str(root), str(package)],
            env={**os.environ, "SOURCE_DATE_EPOCH": str(freeze.moment())},
            stdout=subprocess.DEVNULL,
            check=True,
        )
    return package


def main() -> None:
    """Packs, checks, and says how large the package is."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("program", type=Path, nargs="?", default=contents.ROOT / "dist/bocage")
    program = parser.parse_args().program.resolve()
    package = pack(program, program.parent)
    import deb_checks

    for offence in deb_checks.offences(package):
        print(offence)
    size = package.stat().st_size / freeze.MEGABYTE
    print(f"{size:.1f} MB  {package}")
    print(f"{hashlib.sha256(package.read_bytes()).hexdigest()}  {package.name}")


def _packed(content: bytes) -> bytes:
    return gzip.compress(content, 9, mtime=0)


def _md5sums(root: Path) -> str:
    found = [path for path in freeze.files(root / "usr") if not path.is_symlink()]
    return "".join(
        f"{hashlib.md5(path.read_bytes()).hexdigest()}  {path.relative_to(root).as_posix()}\n"
        for path in found
    )


if __name__ == "__main__":
    main()
