"""Rows are called by the words that people use, and told apart where they have twins."""

from diagnostics import diagnose
from diagnostics.core.naming import row_words
from diagnostics.entities import FarmEntity, Group, Workshop
from tests.quick_farms import answered, diagnosed, factors


def group_words(farm: str) -> list[str]:
    """What the groups of a farm are called."""
    run = diagnosed(farm).run
    assert run is not None
    return [str(row_words(run, Group, place)) for place in range(run.rows(Group))]


def test_that_groups_are_called_by_their_class() -> None:
    assert group_words("dairy")[:2] == ["Dairy cows", "Heifers under 1 year"]


def test_that_heifers_of_two_herds_are_told_apart() -> None:
    words = group_words("two herds")

    assert "Heifers 1–2 years, Dairy enterprise" in words
    assert len(set(words)) == len(words)


def test_that_what_is_alone_needs_no_name() -> None:
    run = diagnosed("dairy").run
    assert run is not None

    assert row_words(run, Workshop, 0) is None
    assert row_words(run, FarmEntity, 0) is None


def test_that_a_missing_answer_says_of_which_animals() -> None:
    found = diagnose(answered("dairy").but("DAIRY/DC", "head_years", None), factors())

    reason = "“Average number present” (Dairy cows) is not entered"
    assert str(found.why_not("gross_emissions")) == reason
