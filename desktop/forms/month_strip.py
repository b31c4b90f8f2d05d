"""Days at grass as twelve months to paint, or as a number to type; the number is what is kept."""

from __future__ import annotations

from PySide6.QtCore import Slot

from desktop.forms import grazing_months
from desktop.forms.grazing_months import NONE, Months
from desktop.forms.month_row import MonthRow
from desktop.forms.number_field import SILENCE
from desktop.forms.number_model import NumberFieldModel
from desktop.forms.pictured_number import PicturedNumber
from desktop.widgets.look import Look


class MonthStrip(PicturedNumber):
    """Painting commits the number of days; a number typed is shown as months."""

    def __init__(self, model: NumberFieldModel, look: Look, silence: int = SILENCE) -> None:
        self.months = MonthRow(look)
        self._painted: Months = NONE
        super().__init__(model, look, self.months, silence)
        say = look.words.say
        self.months.setAccessibleName(say("{label}, by month", label=model.label))
        self.months.setObjectName(f"{model.key}.months")
        self.months.allow_painting(not model.read_only)
        self.months.painted.connect(self._on_painted)
        self.months.wished.connect(self._on_month_wish)
        self.months.left.connect(self.left)
        self.show_caption(
            say("Paint months or type days: the quick diagnosis counts only the days.")
        )
        self.setFocusProxy(self.months)
        self._follow()

    def show_number(self, value: float | None, *, is_reference: bool) -> None:
        """Show the days as months: as they were painted, else around midsummer."""
        painted = NONE if is_reference else self._painted
        months = grazing_months.shown_as(value or 0.0, painted)
        self.months.show_months(months, is_reference=is_reference)

    @Slot(object)
    def _on_painted(self, months: Months) -> None:
        self._painted = months
        days = grazing_months.days_of(months)
        self.answer_with(days)
        words = self.look.words
        said = words.count("{n} day in the year", "{n} days in the year", days)
        self.look.announcer.speak_later(self.months, said)

    @Slot(str)
    def _on_month_wish(self, wish: str) -> None:
        self.wish(wish, self.months)
