"""Three cards under the number: what the farm emits, what it stores, whom it feeds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.charts.figures import decimals_for, fixed, split_net
from desktop.charts.sentences import storage_figure
from desktop.report.blocks import Block
from desktop.report.flowables import fitting
from desktop.report.headline_box import RADIUS
from desktop.report.pictograms import draw_pictogram
from desktop.report.styles import BODY, BOLD, MARGIN, SEMIBOLD
from desktop.report.tables import UNIT_HEADERS
from desktop.words import mark

if TYPE_CHECKING:
    from desktop.charts.balance import Balance
    from desktop.charts.headline import Kind
    from desktop.report.issue import Issue
    from desktop.report.templates import Page

WIDTH, GUTTER, HEIGHT, PADDING = 156.0, 12.0, 150.0, 14.0
INNER = WIDTH - 2 * PADDING
ICON, ICON_TOP, BESIDE_ICON = 24.0, 13.0, 31.0
TITLE_AT, NUMBER_AT, TEXT_AT = 30.0, 70.0, 91.0
TITLE, NUMBER, UNIT, STEP = 12.0, 30.0, 10.0, 14.5
LINES, MOST_LINES = 4, 6

TURNED: dict[Kind, str] = {
    "milk": mark("Digestion makes {share} of it. This is what turns grass into milk."),
    "beef": mark("Digestion makes {share} of it. This is what turns grass into meat."),
    "area": mark("Digestion makes {share} of it. This is what turns grass into food."),
    "total": mark("Digestion makes {share} of it. This is what turns grass into food."),
}
FED = {
    (True, False): mark("a year of animal protein, from milk."),
    (False, True): mark("a year of animal protein, from meat."),
    (True, True): mark("a year of animal protein, from milk and meat."),
}


@dataclass(frozen=True, slots=True)
class Card:
    """One card: its pictogram and colour, its title, a figure with its unit, and what it means."""

    icon: str
    colour: str
    title: str
    figure: str
    unit: str
    text: str


def cards_block(page: Page, issue: Issue) -> Block:
    """Draws the three cards side by side, with frames of one height."""
    cards = cards_of(issue)
    lines = [fitting(page, card.text, BODY, INNER, MOST_LINES) for card in cards]
    height = HEIGHT + STEP * max(0, max(map(len, lines)) - LINES)

    def draw(top: float) -> None:
        for place, (card, text) in enumerate(zip(cards, lines, strict=True)):
            _draw_card(page, card, text, (MARGIN + place * (WIDTH + GUTTER), top), height)

    return Block(height, draw, gap=22.0, least_gap=11.0)


def cards_of(issue: Issue) -> tuple[Card, Card, Card]:
    """The three cards in the order gross, storage, people."""
    return _emitted(issue), _stored(issue), _fed(issue)


def _figures(balance: Balance) -> tuple[tuple[float, float, float], int]:
    decimals = decimals_for(balance.gross or balance.storage)
    return split_net(balance.gross, balance.net, decimals), decimals


def _emitted(issue: Issue) -> Card:
    words, balance = issue.words, issue.headline.balance
    (gross, _, _), decimals = _figures(balance)
    title = words.say("You emit (gross)")
    figure = fixed(words, gross or balance.gross, decimals)
    return Card("cow-fill", "series.enteric", title, figure, _unit(issue), _first_source(issue))


def _first_source(issue: Issue) -> str:
    words, balance = issue.words, issue.headline.balance
    first = balance.first
    if first is None:
        return words.say("No emissions in this diagnosis")
    share = words.percent(first.value / balance.gross)
    if first.post.key == "enteric":
        return words.say(TURNED[issue.headline.kind], share=share)
    name = words.say(first.post.name)
    return words.say("First source: {name}, {share} of the gross", name=name, share=share)


def _stored(issue: Issue) -> Card:
    words, balance = issue.words, issue.headline.balance
    (_, storage, _), decimals = _figures(balance)
    lost = balance.storage < 0
    title = words.say("You lose carbon") if lost else words.say("You store")
    figure = storage_figure(words, storage or balance.storage, decimals)
    return Card("tree-fill", "series.storage", title, figure, _unit(issue), _storing(issue))


def _storing(issue: Issue) -> str:
    """Says what stores, where it is the whole farm's, and that it does not erase emissions."""
    words, storage = issue.words, issue.headline.balance.storage
    if storage < 0:
        return words.say("The soils lose more than hedges and grassland store. The net rises.")
    if not storage:
        return words.say("Nothing is stored this year.")
    where, closing = _where(issue), words.say("This lowers the net; it does not erase emissions.")
    return f"{where} {closing}" if where else closing


def _where(issue: Issue) -> str:
    words, land = issue.words, issue.advice.land
    area = words.quantity(land.grassland, "ha")
    length = words.with_unit(words.exact(round(land.hedges)), "m")
    if issue.headline.workshop:
        return ""
    if land.grassland and land.hedges:
        return words.say("{area} of grassland and {length} of hedges.", area=area, length=length)
    if land.grassland:
        return words.say("{area} of grassland.", area=area)
    return words.say("{length} of hedges.", length=length) if land.hedges else ""


def _fed(issue: Issue) -> Card:
    words, fed = issue.words, issue.fed
    title = words.say("You feed")
    if fed is None or not round(fed.people):
        text = words.say("Neither milk nor meat leaves the farm this year.")
        return Card("bowl-food-fill", "text", title, "0", words.say("people"), text)
    people = round(fed.people)
    basis = words.say("Basis of the French sheets: 8.2 kg per person a year.")
    text = f"{words.say(FED[fed.by_milk, fed.by_meat])} {basis}"
    unit = words.say("person") if people == 1 else words.say("people")
    return Card("bowl-food-fill", "text", title, words.exact(people), unit, text)


def _unit(issue: Issue) -> str:
    return UNIT_HEADERS.get(issue.headline.kind, "t CO₂e")


def _draw_card(
    page: Page, card: Card, lines: list[str], corner: tuple[float, float], height: float
) -> None:
    left, top = corner
    page.frame((left, top), (WIDTH, height), RADIUS)
    draw_pictogram(page, card.icon, (left + PADDING, top + ICON_TOP), ICON, card.colour)
    inside = left + PADDING
    page.write((inside + BESIDE_ICON, top + TITLE_AT), card.title, TITLE, weight=SEMIBOLD)
    _draw_figure(page, card, (inside, top + NUMBER_AT))
    for n, line in enumerate(lines):
        page.write((inside, top + TEXT_AT + STEP * n), line, BODY)


def _draw_figure(page: Page, card: Card, at: tuple[float, float]) -> None:
    """Writes the figure and its unit; a wide figure is set smaller, so that both fit the card."""
    unit = page.measure(card.unit, UNIT)
    width = page.measure(card.figure, NUMBER, BOLD)
    size = min(NUMBER, NUMBER * (INNER - unit - 7.0) / width)
    page.write(at, card.figure, size, weight=BOLD)
    beside = at[0] + width * size / NUMBER + 7.0
    page.write((beside, at[1]), card.unit, UNIT, colour="muted")
