"""The literature behind a number: a work, and the place in it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Citation:
    """One place in one publication; an unseen place says ``not seen``."""

    work: str
    title: str
    locator: str

    def __str__(self) -> str:
        return f"{self.title}, {self.locator}" if self.locator else self.title


@dataclass(frozen=True)
class Work:
    """One publication, cited by its short key."""

    key: str
    title: str

    def equation(self, number: str) -> Citation:
        """The equation of that number in this work."""
        return Citation(self.key, self.title, f"eq. {number}")

    def table(self, number: str) -> Citation:
        """The table of that number in this work."""
        return Citation(self.key, self.title, f"table {number}")

    def at(self, locator: str) -> Citation:
        """Any other place in this work."""
        return Citation(self.key, self.title, locator)
