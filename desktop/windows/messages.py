"""Messages across the window: one of each kind, each staying until it is read or no longer true."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from desktop.widgets.banner import Banner


class Messages(QVBoxLayout):
    """The banners below the bar at the top, in the order they came."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: dict[str, Banner] = {}

    def show_banner(self, key: str, banner: Banner) -> None:
        """Show a message in the place of the former one of that key, and say it."""
        self.take_away(key)
        self._shown[key] = banner
        self.addWidget(banner)
        banner.speak()

    def take_away(self, key: str) -> None:
        """Take a message away, if it is there."""
        banner = self._shown.pop(key, None)
        if banner is not None:
            banner.deleteLater()
