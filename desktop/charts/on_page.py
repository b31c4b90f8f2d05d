"""Draws a chart on the page of the report, as vectors, from the same scene as on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from desktop.charts import textures
from desktop.charts.scene import Anchor, Line, Polygon, Rect, Ribbon, Scene, Shape, Text

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas
    from reportlab.pdfgen.pathobject import PDFPathObject

TEXTURE_COLOUR = "background"
HATCH_THICKNESS, OUTLINE_THICKNESS = 1.6, 1.2


class Sheet(Protocol):
    """The page to draw on: it knows its colours and letters, and where its top is."""

    @property
    def canvas(self) -> Canvas:
        """Gives the reportlab canvas."""

    def up(self, y: float) -> float:
        """Turns a distance from the top into reportlab's distance from the bottom."""

    def colour(self, name: str) -> tuple[float, float, float]:
        """Gives a colour of the theme as red, green and blue between 0 and 1."""

    def write(
        self,
        at: tuple[float, float],
        string: str,
        size: float,
        *,
        weight: int = 400,
        colour: str = "text",
        anchor: Anchor = "start",
    ) -> None:
        """Writes one line of text on its baseline."""


def paint(scene: Scene, sheet: Sheet, left: float, top: float) -> None:
    """Draws each shape of the scene, its top left corner at the given place of the page."""
    for shape in scene.shapes:
        paint_shape(shape, sheet, left, top)


def paint_shape(shape: Shape, sheet: Sheet, left: float, top: float) -> None:
    """Draws one shape, moved to the given place of the page."""
    if isinstance(shape, Rect):
        _paint_rect(shape, sheet, left, top)
    elif isinstance(shape, Line):
        _paint_line(shape, sheet, left, top)
    elif isinstance(shape, Text):
        _write(shape, sheet, left, top)
    elif isinstance(shape, Polygon):
        _paint_polygon(shape, sheet, left, top)
    else:
        _paint_ribbon(shape, sheet, left, top)


def _write(text: Text, sheet: Sheet, left: float, top: float) -> None:
    sheet.write(
        (left + text.x, top + text.y),
        text.string,
        text.size,
        weight=text.weight,
        colour=text.colour,
        anchor=text.anchor,
    )


def _box(rect: Rect, sheet: Sheet, left: float, top: float) -> PDFPathObject:
    path = sheet.canvas.beginPath()
    x, bottom = left + rect.x, sheet.up(top + rect.y + rect.height)
    radius = min(rect.radius, rect.width / 2, rect.height / 2)
    if radius > 0 and rect.corners != "none":
        path.roundRect(x, bottom, rect.width, rect.height, radius)
        _square_off(path, rect, x, bottom)
    else:
        path.rect(x, bottom, rect.width, rect.height)
    return path


def _square_off(path: PDFPathObject, rect: Rect, x: float, bottom: float) -> None:
    """Fills the corners that the scene wants square, over the rounded box."""
    half = rect.width / 2
    if rect.corners == "left":
        path.rect(x + half, bottom, half, rect.height)
    elif rect.corners == "right":
        path.rect(x, bottom, half, rect.height)


def _paint_rect(rect: Rect, sheet: Sheet, left: float, top: float) -> None:
    canvas, box = sheet.canvas, _box(rect, sheet, left, top)
    canvas.saveState()
    canvas.setFillAlpha(rect.opacity)
    canvas.setFillColorRGB(*sheet.colour(TEXTURE_COLOUR if rect.hatch else rect.fill))
    canvas.drawPath(box, stroke=0, fill=1)
    canvas.clipPath(box, stroke=0, fill=0)
    if rect.hatch:
        _strokes(textures.hatch_of(rect), rect.fill, HATCH_THICKNESS, sheet, (left, top))
        canvas.setLineWidth(2 * OUTLINE_THICKNESS)
        canvas.drawPath(box, stroke=1, fill=0)
    else:
        strokes = textures.strokes_of(rect, rect.texture)
        _strokes(strokes, TEXTURE_COLOUR, textures.THICKNESS, sheet, (left, top))
        _dots(rect, sheet, left, top)
    canvas.restoreState()


def _strokes(
    strokes: list[textures.Stroke],
    colour: str,
    thickness: float,
    sheet: Sheet,
    corner: tuple[float, float],
) -> None:
    canvas, (left, top) = sheet.canvas, corner
    canvas.setStrokeColorRGB(*sheet.colour(colour))
    canvas.setLineWidth(thickness)
    for first, *others in strokes:
        path = canvas.beginPath()
        path.moveTo(left + first[0], sheet.up(top + first[1]))
        for x, y in others:
            path.lineTo(left + x, sheet.up(top + y))
        canvas.drawPath(path, stroke=1, fill=0)


def _dots(rect: Rect, sheet: Sheet, left: float, top: float) -> None:
    sheet.canvas.setFillColorRGB(*sheet.colour(TEXTURE_COLOUR))
    for x, y in textures.dots_of(rect, rect.texture):
        sheet.canvas.circle(left + x, sheet.up(top + y), textures.DOT, stroke=0, fill=1)


def _paint_line(line: Line, sheet: Sheet, left: float, top: float) -> None:
    canvas = sheet.canvas
    canvas.saveState()
    canvas.setStrokeColorRGB(*sheet.colour(line.stroke))
    canvas.setLineWidth(line.thickness)
    if line.dash:
        canvas.setDash(list(line.dash))
    canvas.line(left + line.x1, sheet.up(top + line.y1), left + line.x2, sheet.up(top + line.y2))
    canvas.restoreState()


def _paint_polygon(polygon: Polygon, sheet: Sheet, left: float, top: float) -> None:
    canvas, path = sheet.canvas, sheet.canvas.beginPath()
    first, *others = polygon.points
    path.moveTo(left + first[0], sheet.up(top + first[1]))
    for x, y in others:
        path.lineTo(left + x, sheet.up(top + y))
    path.close()
    canvas.saveState()
    if polygon.stroke:
        # The outline first, twice as thick: it stays outside and the shape keeps its size.
        canvas.setStrokeColorRGB(*sheet.colour(polygon.stroke))
        canvas.setLineWidth(2 * polygon.thickness)
        canvas.drawPath(path, stroke=1, fill=0)
    canvas.setFillColorRGB(*sheet.colour(polygon.fill))
    canvas.setFillAlpha(polygon.opacity)
    canvas.drawPath(path, stroke=0, fill=1)
    canvas.restoreState()


def _paint_ribbon(ribbon: Ribbon, sheet: Sheet, left: float, top: float) -> None:
    canvas, path = sheet.canvas, sheet.canvas.beginPath()
    x1, x2, middle = left + ribbon.x1, left + ribbon.x2, left + (ribbon.x1 + ribbon.x2) / 2
    upper1, upper2 = sheet.up(top + ribbon.top1), sheet.up(top + ribbon.top2)
    lower1, lower2 = upper1 - ribbon.thickness1, upper2 - ribbon.thickness2
    path.moveTo(x1, upper1)
    path.curveTo(middle, upper1, middle, upper2, x2, upper2)
    path.lineTo(x2, lower2)
    path.curveTo(middle, lower2, middle, lower1, x1, lower1)
    path.close()
    canvas.saveState()
    canvas.setFillColorRGB(*sheet.colour(ribbon.fill))
    canvas.setFillAlpha(ribbon.opacity)
    canvas.drawPath(path, stroke=0, fill=1)
    canvas.restoreState()
