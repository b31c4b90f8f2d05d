"""One window per library: a second start brings the first window forward and ends.

The lock of the library decides who is first; the socket only carries the wish to the first one,
on this computer and for this user. What arrives is a file name to offer, never a command.
"""

from __future__ import annotations

import hashlib
import json
import time
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

LONGEST_WISH = 64 * 1024
HEARD = b"heard\n"
_ONE_TRY = 500  # milliseconds
_PAUSE = 0.1


class Doorbell(QObject):
    """The first window listens here for later starts."""

    # The file a later start was given, or an empty text.
    rung = Signal(str)

    def __init__(self, library: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = bell_name(library)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_new_connection)

    def listen(self) -> bool:
        """Start listening; call it only while holding the lock of the library."""
        # Whoever holds the lock is alone: a socket lying here belongs to a process that died.
        QLocalServer.removeServer(self._name)
        return self._server.listen(self._name)

    def close(self) -> None:
        """Stop listening."""
        self._server.close()

    @Slot()
    def _on_new_connection(self) -> None:
        while (caller := self._server.nextPendingConnection()) is not None:
            caller.readyRead.connect(self._on_ready_read)
            caller.disconnected.connect(caller.deleteLater)

    @Slot()
    def _on_ready_read(self) -> None:
        caller = self.sender()
        if isinstance(caller, QLocalSocket):
            self._hear(caller)

    def _hear(self, caller: QLocalSocket) -> None:
        if caller.bytesAvailable() > LONGEST_WISH:
            caller.abort()
        elif caller.canReadLine():
            wish = read_wish(bytes(caller.readLine().data()))
            caller.write(HEARD)
            caller.disconnectFromServer()
            if wish is not None:
                self.rung.emit(wish)


def ring(library: Path, file: str = "", patience: float = 3.0) -> bool:
    """Ask the first window to come forward, with a file to open; False when nobody answers.

    The first window may still be starting: the bell is tried again for as long as `patience` says.
    """
    until = time.monotonic() + patience
    while not _ring_once(bell_name(library), file, patience):
        if time.monotonic() >= until:
            return False
        time.sleep(_PAUSE)
    return True


def bell_name(library: Path) -> str:
    """The name of the socket: one per library, and nothing of its path in it."""
    place = str(library.absolute()).encode("utf-8", "surrogateescape")
    return f"bocage-{hashlib.sha256(place).hexdigest()[:16]}"


def read_wish(line: bytes) -> str | None:
    """The file a caller wants opened; None when the line is nothing we would have sent."""
    try:
        wish = json.loads(line)
    except (ValueError, RecursionError):
        return None
    file = wish.get("open") if isinstance(wish, dict) else None
    return file if isinstance(file, str) and "\0" not in file else None


def _ring_once(name: str, file: str, patience: float) -> bool:
    caller = QLocalSocket()
    caller.connectToServer(name)
    if not caller.waitForConnected(_ONE_TRY):
        return False
    # From here on the wish is delivered; a first window at work may take its time to answer.
    caller.write(json.dumps({"open": file}).encode("ascii") + b"\n")
    caller.flush()
    heard = (
        caller.waitForReadyRead(int(patience * 1000)) and bytes(caller.readLine().data()) == HEARD
    )
    caller.abort()
    return heard
