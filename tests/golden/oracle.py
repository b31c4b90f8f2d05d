"""The published figures of the worked farms, read from the files beside this one."""

import csv
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

from diagnostics import diagnose
from tests.farms import WORKED, factors

HERE = Path(__file__).resolve().parent


@dataclass(frozen=True)
class Line:
    """One published figure: of which farm and group, and the quantities it is the sum of."""

    farm: str
    label: str
    quantities: tuple[str, ...]
    times: float
    value: float
    group: str = ""

    def __str__(self) -> str:
        return f"farm {self.farm}, {self.label}"


def read(name: str) -> list[dict[str, str]]:
    """The rows of a file of figures."""
    with (HERE / name).open(encoding="utf8", newline="") as file:
        return list(csv.DictReader(file))


def class_lines() -> list[Line]:
    """The tables by animal class: each cell is one figure."""
    return [
        Line(row["farm"], f"{row['group']}: {name}", (name,), 1.0, float(value), row["group"])
        for row in read("worked_classes.csv")
        for name, value in row.items()
        if name not in ("farm", "group")
    ]


def farm_lines() -> list[Line]:
    """The tables of quantities and the sums printed below them."""
    return [
        Line(
            row["farm"],
            row["line"],
            tuple(row["quantity"].split(" + ")),
            float(Fraction(row["times"] or "1")),
            float(row["value"]),
        )
        for row in read("worked_quantities.csv")
    ]


def balances() -> dict[str, dict[str, dict[str, float]]]:
    """Source lines and gases of each farm, kg CO2e a year."""
    return tomllib.loads((HERE / "worked_sources.toml").read_text("utf8"))


@cache
def worked(farm: str, profile: str = "OPEN-2019") -> Mapping[str, Any]:
    """The results of a worked farm."""
    return diagnose(WORKED[farm](), factors(profile)).results()


def found(line: Line) -> float:
    """What the engine gives for a published figure."""
    results = worked(line.farm)
    if line.group:
        return sum(results["groups"][line.group][name] for name in line.quantities) * line.times
    return sum(results["values"][name]["value"] for name in line.quantities) * line.times
