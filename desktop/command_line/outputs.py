"""What a command writes: every file whole or not at all, and UTF-8 for the next program."""

import contextlib
import os
import stat
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from desktop.command_line.refusal import Refusal, misused
from desktop.words import Words

Output = tuple[Path, bytes]
"""A place, and what is to stand there."""


def write_stream(text: str, words: Words) -> None:
    """Text for the next program: always UTF-8, whatever the terminal uses."""
    if sys.stdout is None:
        raise Refusal(words.say("There is no standard output to write to."))
    try:
        content = text.encode("utf-8")
    except UnicodeEncodeError:  # half a character, which JSON can hold
        content = text.encode("utf-8", "backslashreplace")
    sys.stdout.flush()
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()


def show(lines: Sequence[str], words: Words) -> None:
    """Lines for a reader; signs that the terminal does not have become "?"."""
    if sys.stdout is None:
        raise Refusal(words.say("There is no standard output to write to."))
    encoding = sys.stdout.encoding or "utf-8"
    for line in lines:
        print(line.encode(encoding, "replace").decode(encoding))


def check_target(path: str, words: Words) -> Path:
    """The place that will be written, links followed; refused where nothing may be."""
    try:
        place = Path(path).resolve()
        replaced = place.exists()
    except (OSError, ValueError, RuntimeError) as problem:  # RuntimeError: links in a circle
        raise Refusal(not_written(path, problem, words)) from problem
    if replaced and not place.is_file():
        raise misused(words.say("{path}: this is not a file.", path=path))
    if replaced and not os.access(place, os.W_OK):
        raise Refusal(not_written(path, PermissionError(), words))
    return place


def write_all(outputs: Sequence[Output], words: Words) -> None:
    """Writes every file or none: beside its target first, then each takes its place."""
    made: list[tuple[Path, Path]] = []
    place = Path()
    try:
        for place, content in outputs:
            made.append((_beside(place, content), place))
        for whole, place in made:
            whole.replace(place)
    except OSError as problem:
        raise Refusal(not_written(str(place), problem, words)) from problem
    finally:
        for whole, _ in made:
            whole.unlink(missing_ok=True)


def _beside(place: Path, content: bytes) -> Path:
    """A whole copy of the content in the folder of its target."""
    handle, name = tempfile.mkstemp(dir=place.parent, prefix=".bocage-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(_rights(place))
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
    return Path(name)


def _rights(place: Path) -> int:
    """The rights of the file that is replaced, or those of a new file."""
    with contextlib.suppress(OSError):
        return stat.S_IMODE(place.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def write_new(path: str, content: bytes, words: Words) -> None:
    """Writes a file where none is; one that is there is never replaced."""
    made = False
    try:
        with Path(path).open("xb") as file:
            made = True
            file.write(content)
    except FileExistsError as problem:
        sentence = words.say("{path}: there is a file already; it was left as it is.", path=path)
        raise misused(sentence) from problem
    except (OSError, ValueError) as problem:
        if made:
            Path(path).unlink(missing_ok=True)
        raise Refusal(not_written(path, problem, words)) from problem


def not_written(path: str, problem: Exception, words: Words) -> str:
    """The sentence for a file that could not be written, with the reason."""
    import errno

    from desktop.exchange.keeping import REASONS, UNNAMED_REASON

    number = problem.errno if isinstance(problem, OSError) else None
    if isinstance(problem, PermissionError):
        number = errno.EACCES
    told = words.say("{path} was not written.", path=path)
    return f"{told} {words.say(REASONS.get(number or 0, UNNAMED_REASON))}"
