"""What tests of charts share: a measure much like that of the page, without its letters."""


def measure(string: str, size: float, weight: int) -> float:
    """About the width of a text."""
    return len(string) * size * (0.52 if weight > 400 else 0.5)
