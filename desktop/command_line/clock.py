"""The date of today where the computer stands."""

from datetime import UTC, date, datetime


def today() -> date:
    """The local date; the only place where a command looks at the clock."""
    return datetime.now(tz=UTC).astimezone().date()
