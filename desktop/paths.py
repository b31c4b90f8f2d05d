"""Where files lie: what the application brings along, and what it keeps for its user.

No other module builds such a path. The environment variable BOCAGE_HOME moves the user's folder,
to a stick or to the temporary folder of a test.
"""

import os
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


def bundled(name: str) -> Path:
    """The folder that the application brings along: inside the wheel, else beside the package.

    In the frozen program the modules lie in an archive, whose folder stands for the checkout.
    """
    inside = PACKAGE / f"_{name}"
    return inside if inside.is_dir() else PACKAGE.parent / name


def resource(*parts: str) -> Path:
    """A file or folder among the resources: factors, fonts, icons, themes, example farms."""
    return bundled("resources").joinpath(*parts)


def translations() -> Path:
    """The folder of the compiled catalogues, one folder per language."""
    return bundled("translations")


def fonts() -> list[Path]:
    """Every bundled typeface, in the order of their names."""
    return sorted(resource("fonts").glob("*.ttf"))


def icon(name: str) -> Path:
    """The drawing of an icon, such as "cow"; names ending in "-fill" are the filled form."""
    return resource("icons", *(["fill"] if name.endswith("-fill") else []), f"{name}.svg")


def program_icons() -> list[Path]:
    """The pictures of the program's own icon, one for each size."""
    return sorted(resource("application").glob("*.png"))


def user_folder() -> Path:
    """The folder where the user's farms, copies and preferences are kept; it may not exist yet."""
    chosen = os.environ.get("BOCAGE_HOME")
    if chosen:
        return Path(chosen).expanduser().absolute()
    # Imported here: the first window waits for nothing it can do without.
    import platformdirs

    return platformdirs.user_data_path("Bocage", appauthor=False)


def library() -> Path:
    """The one database that holds all farms."""
    return user_folder() / "library.db"


def backups() -> Path:
    """The folder of the dated copies of the library."""
    return user_folder() / "backups"


def reports() -> Path:
    """The folder where reports are saved unless the user names another one."""
    if os.environ.get("BOCAGE_HOME"):
        return user_folder() / "reports"
    import platformdirs

    return platformdirs.user_documents_path() / "Bocage"


def preferences() -> Path:
    """The file of the window's size, the language and the other preferences."""
    return user_folder() / "preferences.ini"


def log() -> Path:
    """The technical journal, which the user may read and choose to send."""
    return user_folder() / "bocage.log"


def notices() -> str:
    """Whose work the program stands on, as the checkout or the installed package carries it."""
    beside = PACKAGE.parent / "THIRD_PARTY.md"
    if beside.is_file():
        return beside.read_text(encoding="utf-8")
    # Imported here: only the page about the program asks for it.
    from importlib.metadata import PackageNotFoundError, files

    try:
        found = [file for file in files("bocage") or () if file.name == beside.name]
    except PackageNotFoundError:
        found = []
    return found[0].read_text(encoding="utf-8") if found else ""


def private(folder: Path) -> Path:
    """Makes the folder, readable by its owner only, and gives it back."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder
