"""How many hedges: the drawing most like one's own landscape, or the metres per hectare."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.forms.landscape_card import LandscapeCard, LandscapeOption
from desktop.forms.number_field import SILENCE
from desktop.forms.number_model import NumberFieldModel
from desktop.forms.pictured_number import PicturedNumber
from desktop.forms.radio import RadioGroup
from desktop.widgets.look import Look

SAME = 1e-6
"""Two densities closer than this part of each other are the same."""


class CardsBeside(QWidget):
    """Cards of the same width side by side, one under the other where it is narrow."""

    def __init__(self, look: Look, cards: Sequence[LandscapeCard]) -> None:
        super().__init__()
        self.look = look
        self.cards = tuple(cards)
        for card in self.cards:
            card.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """Ask for all cards beside each other."""
        width = sum(card.sizeHint().width() for card in self.cards) + self._between
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Never cut a card; one under the other is narrow enough."""
        return QSize(self._narrowest, self.cards[0].sizeHint().height())

    def heightForWidth(self, width: int) -> int:
        """Give the height of one line of cards, or of all of them."""
        lines = 1 if self._fits(width) else len(self.cards)
        return lines * self._one_height(width) + (lines - 1) * self._gap

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the cards in their places."""
        super().resizeEvent(event)
        self.arrange()

    def arrange(self) -> None:
        """Put the cards in their places, as after a line of words came or went."""
        one, beside = self._one_width(self.width()), self._fits(self.width())
        high = self._one_height(self.width())
        for place, card in enumerate(self.cards):
            across, down = (place, 0) if beside else (0, place)
            card.setGeometry(
                QRect(across * (one + self._gap), down * (high + self._gap), one, high)
            )

    def _one_height(self, width: int) -> int:
        for card in self.cards:
            card.lie(not self._fits(width))
        return max(card.heightForWidth(self._one_width(width)) for card in self.cards)

    def _fits(self, width: int) -> bool:
        return len(self.cards) * self._narrowest + self._between <= width

    def _one_width(self, width: int) -> int:
        return (width - self._between) // len(self.cards) if self._fits(width) else width

    @property
    def _narrowest(self) -> int:
        return max(card.narrowest for card in self.cards)

    @property
    def _gap(self) -> int:
        return self.look.theme.px(8)

    @property
    def _between(self) -> int:
        return self._gap * (len(self.cards) - 1)


class LandscapeCards(PicturedNumber):
    """Choosing a landscape commits its density; a number typed shows which one is nearest."""

    def __init__(
        self,
        model: NumberFieldModel,
        options: Sequence[LandscapeOption],
        look: Look,
        silence: int = SILENCE,
    ) -> None:
        self.cards = tuple(LandscapeCard(look, option) for option in options)
        self._beside = CardsBeside(look, self.cards)
        super().__init__(model, look, self._beside, silence)
        self._beside.setAccessibleName(model.label)
        self._group = RadioGroup(self.cards, self)
        self._group.picked.connect(self._on_picked)
        self._group.wished.connect(self._on_card_wish)
        self._group.left.connect(self.left)
        self._follow()

    def show_echoes(self, echoes: Sequence[str]) -> None:
        """Show what each landscape makes on this farm, such as "4,050 m on 81 ha"."""
        for card, echo in zip(self.cards, echoes, strict=True):
            card.show_echo(echo)
        self._beside.updateGeometry()
        self._beside.arrange()

    def show_number(self, value: float | None, *, is_reference: bool) -> None:
        """Show the landscape of a number, or the nearest one softly."""
        own = self._card_of(value)
        key = own.key if own is not None else ""
        nothing = is_reference or own is None
        self._group.show_chosen("" if nothing else key, key if is_reference else "")
        nearest = None if own is not None or value is None else self._nearest(value)
        for card in self.cards:
            card.show_near(card is nearest)
        self.setFocusProxy(self._group.stop)
        self.show_caption(self._sentence(value))

    def _card_of(self, value: float | None) -> LandscapeCard | None:
        """Give the card that stands for exactly this number."""
        if value is None:
            return None
        same = (card for card in self.cards if _are_same(card.option.density, value))
        return next(same, None)

    def _nearest(self, value: float) -> LandscapeCard:
        return min(self.cards, key=lambda card: abs(card.option.density - value))

    def _sentence(self, value: float | None) -> str:
        """Say where the number lies among the landscapes."""
        say = self.look.words.say
        if value is None or self._card_of(value) is not None:
            return say("Choose the drawing most like your land, or type the metres per hectare.")
        options = sorted((card.option for card in self.cards), key=lambda one: one.density)
        below = [one for one in options if one.density < value]
        above = [one for one in options if one.density > value]
        if not below:
            return say('Fewer hedges than "{landscape}".', landscape=above[0].label)
        if not above:
            return say('More hedges than "{landscape}".', landscape=below[-1].label)
        first, second = below[-1].label, above[0].label
        return say('Between "{first}" and "{second}".', first=first, second=second)

    @Slot(str)
    def _on_picked(self, key: str) -> None:
        card = next(card for card in self.cards if card.key == key)
        if self._contents.text == "" or not _are_same(self.counted, card.option.density):
            self.answer_with(card.option.density)

    @Slot(str)
    def _on_card_wish(self, wish: str) -> None:
        self.wish(wish, self._group.focused or self)


def _are_same(one: float | None, other: float) -> bool:
    return one is not None and abs(one - other) <= SAME * max(abs(one), abs(other))
