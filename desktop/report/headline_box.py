"""The box that a farmer reads first: one number, its range, and how gross and storage make it."""

from __future__ import annotations

from desktop.charts import on_page
from desktop.charts.balance import Balance
from desktop.charts.figures import decimals_for, fixed, not_noise, split_net
from desktop.charts.headline import Kind, Product
from desktop.charts.strip import range_strip
from desktop.report.blocks import Block
from desktop.report.issue import Issue
from desktop.report.styles import BOLD, CONTENT, HEADLINE, MARGIN, RIGHT, SEMIBOLD
from desktop.report.templates import Page
from desktop.report.text import pieces, strong
from desktop.words import mark

PADDING, RADIUS = 24.0, 8.0
LEFT, END = MARGIN + PADDING, RIGHT - PADDING
INNER = CONTENT - 2 * PADDING
LABEL_AT, FIRST_AT, SECOND_AT, NUMBER_AT, STRIP_AT, UNDER = 30.0, 78.0, 98.0, 100.0, 128.0, 22.0
LABEL, UNIT, ASIDE, SENTENCE, STEP = 13.0, 17.0, 13.0, 12.0, 17.0
WIDEST_NUMBER = 250.0
MOST_PRODUCTS = 3

LABELS: dict[Kind, str] = {
    "milk": mark("Net footprint of your milk, estimate"),
    "beef": mark("Net footprint of your animals, estimate"),
    "area": mark("Net footprint of your farm, estimate"),
    "total": mark("Net emissions of your farm, estimate"),
}
PER: dict[Kind, str] = {
    "milk": mark("per litre"),
    "beef": mark("per kg live weight"),
    "area": mark("per hectare"),
    "total": mark("per year"),
}
PRODUCTS: dict[Kind, str] = {
    "milk": mark("Milk, per litre: gross {gross} − carbon storage {storage} = net {net}"),
    "beef": mark("Animals, per kg: gross {gross} − carbon storage {storage} = net {net}"),
}


def headline_block(page: Page, issue: Issue) -> Block:
    """Draws the box: its height follows from the range and from the number of products."""
    strip = range_strip(issue.headline.balance, issue.words, page.measure, INNER)
    lines = _sentences(page, issue)
    first = STRIP_AT + strip.height + UNDER if strip else NUMBER_AT + 32.0
    height = first + STEP * (len(lines) - 1) + 22.0

    def draw(top: float) -> None:
        _draw_ground(page, top, height)
        label = issue.words.say(LABELS[issue.headline.kind])
        page.write((LEFT, top + LABEL_AT), label, LABEL, weight=SEMIBOLD)
        _draw_tonnes(page, issue, top, _draw_number(page, issue, top))
        if strip:
            on_page.paint(strip, page, LEFT, top + STRIP_AT)
        _draw_sentences(page, lines, top + first)

    return Block(height, draw, gap=19.0, least_gap=11.0)


def _draw_sentences(page: Page, lines: list[tuple[str, str]], y: float) -> None:
    for n, (left, right) in enumerate(lines):
        page.write_sentence((LEFT, y + STEP * n), left, SENTENCE)
        page.write_sentence((END, y + STEP * n), right, SENTENCE, anchor="end")


def _draw_ground(page: Page, top: float, height: float) -> None:
    page.canvas.setFillColorRGB(*page.colour("surface"))
    page.canvas.roundRect(MARGIN, page.up(top + height), CONTENT, height, RADIUS, stroke=0, fill=1)


def _draw_number(page: Page, issue: Issue, top: float) -> float:
    """Writes the number that leads and its unit; gives the right end of the unit."""
    balance, kind = issue.headline.balance, issue.headline.kind
    number = fixed(issue.words, balance.net, decimals_for(balance.gross or balance.net))
    width = page.measure(number, HEADLINE, BOLD)
    size = HEADLINE * min(1.0, WIDEST_NUMBER / width)
    page.write((LEFT - 1.0, top + NUMBER_AT), number, size, weight=BOLD)
    beside = LEFT + min(width, WIDEST_NUMBER) + 14.0
    unit = "t CO₂e" if kind in {"area", "total"} else "kg CO₂e"
    page.write((beside, top + FIRST_AT), unit, UNIT, weight=SEMIBOLD)
    per = issue.words.say(PER[kind])
    page.write((beside, top + SECOND_AT), per, UNIT)
    return beside + max(page.measure(unit, UNIT, SEMIBOLD), page.measure(per, UNIT))


def _draw_tonnes(page: Page, issue: Issue, top: float, left: float) -> None:
    """Says the same net in tonnes of a year, and for what, where there is room for it."""
    headline, words = issue.headline, issue.words
    if headline.kind == "total":
        return
    tonnes = headline.tonnes
    net = fixed(words, tonnes.net, decimals_for(tonnes.gross or tonnes.net))
    sentence = words.say("that is {tonnes} a year", tonnes=strong(f"{net}\u00a0t"))
    whole = words.say("for the whole farm")
    whole = words.say("for this part of the farm") if headline.workshop else whole
    widest = max(_width(page, sentence, ASIDE), page.measure(whole, ASIDE))
    if END - widest < left + 12.0:
        return
    page.write_sentence((END, top + FIRST_AT), sentence, ASIDE, anchor="end")
    page.write((END, top + SECOND_AT), whole, ASIDE, colour="muted", anchor="end")


def _sentences(page: Page, issue: Issue) -> list[tuple[str, str]]:
    """Gives the lines under the number: the range at the left, the sum at the right."""
    headline = issue.headline
    span, total = _range(issue, headline.balance), equation(issue, headline.balance)
    beside = sum(_width(page, sentence) for sentence in (span, total)) + 16.0 <= INNER
    below = _products(issue)
    if headline.kind == "total":
        below.append(issue.words.say("No ratio: neither milk nor cattle are sold this year."))
    if span and beside:
        return [(span, total), *(("", line) for line in below)]
    return [(line, "") for line in (span, total, *below) if line]


def _width(page: Page, sentence: str, size: float = SENTENCE) -> float:
    return sum(page.measure(string, size, weight) for string, weight in pieces(sentence))


def _range(issue: Issue, balance: Balance) -> str:
    if balance.low is None or balance.high is None:
        return ""
    decimals = decimals_for(balance.gross or balance.net)
    low, high = (fixed(issue.words, end, decimals) for end in (balance.low, balance.high))
    return issue.words.say(
        "Between {low} and {high} (9 chances in 10)", low=strong(low), high=strong(high)
    )


def equation(issue: Issue, balance: Balance) -> str:
    """Writes the sum in the order gross, storage, net; a loss is added, never hidden."""
    gross, storage, net = _shown(issue, balance.gross, balance.net)
    if balance.storage < 0:
        return issue.words.say(
            "gross {gross} + carbon lost {lost} = net {net}", gross=gross, lost=storage, net=net
        )
    return issue.words.say(
        "gross {gross} − carbon storage {storage} = net {net}",
        gross=gross,
        storage=storage,
        net=net,
    )


def _shown(issue: Issue, gross: float, net: float) -> tuple[str, str, str]:
    decimals = decimals_for(gross or net)
    shown = split_net(gross, net, decimals)
    storage = abs(shown[1]) or not_noise(gross - net, gross)
    figures = (shown[0], storage, shown[2])
    written = [strong(fixed(issue.words, figure, decimals)) for figure in figures]
    return written[0], written[1], written[2]


def _products(issue: Issue) -> list[str]:
    """Gives a line for each product; beyond three, the last line says how many are left out."""
    products = issue.headline.products
    shown = len(products) if len(products) <= MOST_PRODUCTS else MOST_PRODUCTS - 1
    lines = [_product(issue, product) for product in products[:shown]]
    if shown < len(products):
        left_out = len(products) - shown
        lines.append(
            issue.words.count(
                "and {n} other, in the attached file",
                "and {n} others, in the attached file",
                left_out,
            )
        )
    return lines


def _product(issue: Issue, product: Product) -> str:
    gross, storage, net = _shown(issue, product.gross, product.net)
    return issue.words.say(PRODUCTS[product.kind], gross=gross, storage=storage, net=net)
