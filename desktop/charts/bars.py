"""The bar of sources: what is emitted, what is stored under the axis, and the net that remains."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from desktop.charts import sentences
from desktop.charts.balance import Balance
from desktop.charts.bar_frame import (
    BESIDE,
    LIVE,
    PAGE,
    SCREEN,
    TIGHT_PAGE,
    Frame,
    Look,
    Segment,
    figure_of,
    frame_of,
    side_lines,
)
from desktop.charts.figures import fixed
from desktop.charts.placing import Slot
from desktop.charts.posts import STORAGE_FILL, STORAGE_TEXTURE
from desktop.charts.scale import apart, ticks
from desktop.charts.scene import (
    REGULAR,
    SEMIBOLD,
    Bounds,
    Line,
    Mark,
    Measure,
    Polygon,
    Rect,
    Scene,
    Shape,
    Text,
)

if TYPE_CHECKING:
    from desktop.words import Words

__all__ = ["LIVE", "PAGE", "SCREEN", "TIGHT_PAGE", "Look", "sources_bar"]

MOST_TICKS = 7
BETWEEN = 4.0
UNDER_NET = 3.0


def sources_bar(
    balance: Balance,
    words: Words,
    measure: Measure,
    width: float,
    look: Look = PAGE,
    grid: float = 0.0,
) -> Scene:
    """Lays out the bar of sources; `grid` is the pixel to which edges are rounded on a screen."""
    frame = frame_of(balance, words, measure, width, look, grid)
    shapes = [*_posts(frame), *_axis(frame), *_storage(frame), *_net(frame)]
    if look.texts:
        shapes += [*_labels(frame), *_side_texts(frame), *_net_texts(frame)]
    return Scene(
        width=width,
        height=frame.height + (UNDER_NET + look.value if _is_crowded(frame) else 0.0),
        shapes=tuple(shapes),
        marks=_marks(frame),
        title=sentences.conclusion(words, balance),
        table=sentences.twin(words, balance),
        subtitle=sentences.unit_phrase(words, balance.unit),
    )


def _posts(frame: Frame) -> list[Shape]:
    first, last = frame.segments[:1], frame.segments[-1:]
    shapes: list[Shape] = []
    for segment in frame.segments:
        left = segment.left + (0.0 if segment in first else segment.inset)
        right = segment.right - (0.0 if segment in last else segment.inset)
        post = segment.portion.post
        shapes.append(
            Rect(
                left,
                frame.bar_top,
                right - left,
                frame.look.bar,
                post.fill,
                texture=post.texture,
                hatch=segment.portion.estimated,
            )
        )
    return shapes


def _labels(frame: Frame) -> list[Shape]:
    by_key = {segment.portion.post.key: segment for segment in frame.segments}
    shapes: list[Shape] = []
    for slot in frame.slots:
        segment, look = by_key[slot.key], frame.look
        name = frame.words.say(segment.portion.post.short)
        figure = figure_of(frame.words, segment, frame.decimals)
        value_line = look.label + look.value + 2.5
        shapes.append(Text(slot.at, look.label, name, look.label))
        shapes.append(Text(slot.at, value_line, figure, look.value, weight=SEMIBOLD))
        if slot.leaves:
            shapes += _leader(slot, value_line + 3.5, frame)
    return shapes


def _leader(slot: Slot, top: float, frame: Frame) -> list[Shape]:
    start, bend = slot.at + 4.0, top + 2.5 + 3.5 * frame.steps[slot.key]
    foot = frame.bar_top - 1.0
    path = ((start, top), (start, bend), (slot.middle, bend), (slot.middle, foot))
    return [Line(*one, *two, "border", 0.75) for one, two in pairwise(path)]


def _axis(frame: Frame) -> list[Shape]:
    scale, axis = frame.scale, frame.axis
    zero = scale.x(0.0)
    over = frame.bar_top - 3.0 if scale.low < 0 else axis
    taken = _storage_span(frame)
    crossed = taken[0] < zero < taken[1]
    under = frame.storage_top + frame.look.storage if crossed else axis + 4.0
    end = scale.x(scale.high)
    shapes: list[Shape] = [
        Line(scale.x(scale.low), axis, end, axis, "text", 1.0),
        Line(zero, max(over, 0.0), zero, under, "text", 1.0),
    ]
    if not frame.look.texts:
        return shapes
    return [*shapes, *_zero(frame), *_ticks(frame)]


def _zero(frame: Frame) -> list[Shape]:
    """Writes the zero beside the bar when the storage reaches over its usual place."""
    zero, size = frame.scale.x(0.0), frame.look.label
    half = frame.measure("0", size, REGULAR) / 2
    right = zero - BETWEEN
    if right < 2 * half or _is_free(frame, zero - half, zero + half):
        return []
    return [Text(right, frame.bar_top + size * 0.7, "0", size, "muted", anchor="end")]


def _ticks(frame: Frame) -> list[Shape]:
    values, decimals = ticks(frame.scale.low, frame.scale.high, MOST_TICKS)
    if not frame.balance.gross and not frame.balance.storage:
        values = [0.0]
    texts = [fixed(frame.words, value, decimals) for value in values]
    widths = [frame.measure(text, frame.look.label, REGULAR) for text in texts]
    places = [frame.scale.x(value) for value in values]
    centres = [max(x, width / 2) for x, width in zip(places, widths, strict=True)]
    written = apart(centres, widths, BETWEEN)
    shapes: list[Shape] = []
    for x, at, width, text, shown in zip(places, centres, widths, texts, written, strict=True):
        if shown and _is_free(frame, at - width / 2, at + width / 2):
            baseline = frame.axis + frame.look.label + 5.0
            shapes.append(Line(x, frame.axis, x, frame.axis + 3.5, "text", 1.0))
            shapes.append(Text(at, baseline, text, frame.look.label, "muted", anchor="middle"))
    return shapes


def _is_free(frame: Frame, left: float, right: float) -> bool:
    """Tells whether the storage, the stem of the net or a side text is not in the way."""
    taken = _storage_span(frame)
    crossed = taken[0] - BETWEEN < right and left < taken[1] + BETWEEN
    return not crossed and right <= frame.scale.x(frame.scale.high) + BESIDE - BETWEEN


def _storage_span(frame: Frame) -> tuple[float, float]:
    ends = sorted((frame.scale.x(frame.balance.net), frame.scale.x(frame.balance.gross)))
    return ends[0], ends[1]


def _storage(frame: Frame) -> list[Shape]:
    left, right = _storage_span(frame)
    if not right > left:
        return []
    top, height = frame.storage_top, frame.look.storage
    return [Rect(left, top, right - left, height, STORAGE_FILL, texture=STORAGE_TEXTURE)]


def _net(frame: Frame) -> list[Shape]:
    x, y, half = frame.scale.x(frame.balance.net), frame.net_row, frame.look.diamond
    diamond = Polygon(
        ((x, y - half), (x + half, y), (x, y + half), (x - half, y)), "text", "background", 2.0
    )
    if not frame.look.texts:
        return [diamond]
    return [Line(x, frame.axis, x, y, "text", 1.5), *_whisker(frame), diamond]


def _whisker(frame: Frame) -> list[Shape]:
    low, high = frame.balance.low, frame.balance.high
    if low is None or high is None:
        return []
    left, right, y = frame.scale.x(low), frame.scale.x(high), frame.net_row
    caps = [Line(x, y - 4.0, x, y + 4.0, "text", 1.25) for x in (left, right)]
    return [Line(left, y, right, y, "text", 1.25), *caps]


def _side_texts(frame: Frame) -> list[Shape]:
    lines = side_lines(frame.balance, frame.words, frame.decimals)
    look, scale, balance = frame.look, frame.scale, frame.balance
    beside_bar = scale.x(balance.gross) + BESIDE
    beside_all = scale.x(scale.high) + BESIDE
    middle = frame.bar_top + look.bar / 2
    return [
        *_two_lines(beside_bar, middle - 2.5, lines["gross"], look),
        *_two_lines(beside_all, frame.storage_top + look.label, lines["storage"], look),
    ]


def _two_lines(x: float, y: float, lines: tuple[str, str], look: Look) -> list[Shape]:
    return [
        Text(x, y, lines[0], look.label),
        Text(x, y + look.value + 2.5, lines[1], look.value, weight=SEMIBOLD),
    ]


def _net_texts(frame: Frame) -> list[Shape]:
    look, words = frame.look, frame.words
    net = words.say("Net {value}", value=fixed(words, frame.balance.net, frame.decimals))
    span = sentences.between(words, frame.balance, frame.decimals)
    net_width = frame.measure(net, look.value, SEMIBOLD)
    if _is_crowded(frame):
        half = net_width / 2
        middle = min(max(frame.scale.x(frame.balance.net), half), frame.width - half)
        under = frame.net_row + look.diamond + look.value
        return [Text(middle, under, net, look.value, weight=SEMIBOLD, anchor="middle")]
    span_width = frame.measure(span, look.label, REGULAR) + BESIDE if span else 0.0
    start, with_span = _net_start(frame, net_width, span_width)
    y = frame.net_row + look.value * 0.34
    shapes: list[Shape] = [Text(start, y, net, look.value, weight=SEMIBOLD)]
    if with_span:
        shapes.append(Text(start + net_width + BESIDE, y, span, look.label, "muted"))
    return shapes


def _is_crowded(frame: Frame) -> bool:
    """Tells whether the range leaves no room for the net beside it: it is then written below."""
    if not frame.look.texts:
        return False
    net = frame.words.say(
        "Net {value}", value=fixed(frame.words, frame.balance.net, frame.decimals)
    )
    width = frame.measure(net, frame.look.value, SEMIBOLD)
    left, right = _beside_net(frame)
    return left < width and frame.scale.x(frame.scale.high) - right < width


def _beside_net(frame: Frame) -> tuple[float, float]:
    """Gives where a text ends left of the net and its range, and where one begins at the right."""
    ends = [e for e in (frame.balance.low, frame.balance.high, frame.balance.net) if e is not None]
    away = frame.look.diamond + BESIDE
    return frame.scale.x(min(ends)) - away, frame.scale.x(max(ends)) + away


def _net_start(frame: Frame, net: float, span: float) -> tuple[float, bool]:
    """Chooses where the words of the net stand: left of the range, else right of it."""
    left, right = _beside_net(frame)
    room = frame.scale.x(frame.scale.high) - right
    if left >= net + span:
        return left - net - span, bool(span)
    if room >= net + span or room > left:
        return right, bool(span) and room >= net + span
    return max(0.0, left - net), False


def _marks(frame: Frame) -> tuple[Mark, ...]:
    balance, words, look = frame.balance, frame.words, frame.look
    posts = [_post_mark(segment, frame) for segment in frame.segments]
    left, right = _storage_span(frame)
    x, y, half = frame.scale.x(balance.net), frame.net_row, look.diamond
    storage = Mark(
        "storage",
        sentences.storage_name(words, balance.storage),
        balance.storage,
        Bounds(left, frame.storage_top, right - left, look.storage),
        sentences.storage_sentence(words, balance),
    )
    net = Mark(
        "net",
        words.say("Net"),
        balance.net,
        Bounds(x - half, y - half, 2 * half, 2 * half),
        sentences.net_sentence(words, balance),
    )
    return (*posts, storage, net)


def _post_mark(segment: Segment, frame: Frame) -> Mark:
    portion = segment.portion
    return Mark(
        portion.post.key,
        frame.words.say(portion.post.name),
        portion.value,
        Bounds(segment.left, frame.bar_top, segment.right - segment.left, frame.look.bar),
        sentences.post_sentence(frame.words, portion, segment.share, frame.balance.unit),
    )
