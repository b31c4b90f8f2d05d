"""Everything the menu and the keys of the window can do, named in the reader's language."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from desktop.settings import Settings
from desktop.widgets.look import Look
from desktop.widgets.scroll import menu_of
from desktop.words import mark, mark_in

LANGUAGES = (("fr", "Français"), ("en", "English"))
THEMES = (
    ("system", mark("As the computer")),
    ("light", mark("Light")),
    ("dark", mark("Dark")),
    ("contrast", mark("High contrast")),
)
STYLES = (
    ("", mark("As the language")),
    ("fr", "12 345,6"),
    ("en", "12,345.6"),
    ("es", "12.345,6 (ES)"),
    ("it", "12.345,6 (IT)"),
)
KEYS = (
    ("Tab, Enter", mark_in("key", "take an answer and go to the next question")),
    ("F1", mark_in("key", "explain the number or the question")),
    ("F4", mark_in("key", "take the reference value")),
    ("Ctrl+N", mark_in("key", "begin the diagnosis of another farm")),
    ("Ctrl+O", mark_in("key", "open a farm that you received as a file")),
    ("Ctrl+Shift+S", mark_in("key", "save the open farm as a file, to send it")),
    ("Ctrl+D", mark_in("key", "in the list of farms: make a copy")),
    ("Ctrl+Z", mark_in("key", "undo the last change, even after a restart")),
    ("Ctrl+Y", mark_in("key", "redo")),
    ("Ctrl+H", mark_in("key", "show what was changed, and go back to a point")),
    ("Ctrl+,", mark_in("key", "settings")),
    ("Ctrl+Enter", mark_in("key", "go on to the next page")),
    ("Alt+1 … Alt+9, Alt+0", mark_in("key", "go to a step")),
    ("F8", mark_in("key", "go to the next answer to look at")),
    ("Ctrl+P", mark_in("key", "go to the report")),
    ("Alt+←", mark_in("key", "go back to the farms")),
    ("Ctrl++, Ctrl+−, Ctrl+0", mark_in("key", "text size")),
    ("F11", mark_in("key", "full screen")),
    ("Esc", mark_in("key", "close the explanation, or go back to the former text")),
)


class Actions(QObject):
    """The actions of one look; another language makes them anew."""

    preferred = Signal(str, str)
    """The user wants another language, theme or number style: which of them, and its code."""

    text_size_wished = Signal(int)
    """The user wants larger (1), smaller (-1) or usual (0) text."""

    def __init__(self, look: Look, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._look = look
        self._window = window
        say = look.words.say
        self.home = self._action(say("My farms"), "Alt+Left")
        self.new = self._action(say("New farm"), QKeySequence.StandardKey.New)
        self.examples = self._action(say("Example farms"), "")
        self.open_file = self._action(say("Open a received file…"), QKeySequence.StandardKey.Open)
        self.give = self._action(say("Save the farm as a file…"), "Ctrl+Shift+S")
        self.undo = self._action(say("Undo"), QKeySequence.StandardKey.Undo)
        self.redo = self._action(say("Redo"), QKeySequence.StandardKey.Redo)
        self.redo.setShortcuts([QKeySequence("Ctrl+Y"), QKeySequence("Ctrl+Shift+Z")])
        self.history = self._action(say("History"), "Ctrl+H")
        self.settings = self._action(say("Settings"), "Ctrl+,")
        self.backups = self._action(say("Backups"), "")
        self.program = self._action(say("About Bocage"), "")
        self.forward = self._action(say("Continue"), "Ctrl+Return")
        self.steps = [self._action("", f"Alt+{place}") for place in (*range(1, 10), 0)]
        self.next_point = self._action(say("Next answer to look at"), "F8")
        self.last_point = self._action(say("Former answer to look at"), "Shift+F8")
        self.report = self._action(say("Report"), "Ctrl+P")
        self.larger = self._action(say("Larger text"), "Ctrl++")
        self.larger.setShortcuts([QKeySequence("Ctrl++"), QKeySequence("Ctrl+=")])
        self.smaller = self._action(say("Smaller text"), "Ctrl+-")
        self.usual = self._action(say("Usual text size"), "Ctrl+0")
        self.full_screen = self._action(say("Full screen"), "F11")
        self.about = self._action(say("Help and keys"), "")
        self.quit = self._action(say("Quit"), "Ctrl+Q")
        self.at_work = (self.forward, self.report, self.give)
        for action in (self.larger, self.smaller, self.usual):
            action.triggered.connect(self._on_text_size)
        self.menu = menu_of(look, window)
        self._fill(settings)

    def show_history(self, undo: str, redo: str) -> None:
        """Name what would be undone and redone."""
        say = self._look.words.say
        self.undo.setText(say("Undo: {what}", what=undo) if undo else say("Nothing to undo"))
        self.redo.setText(say("Redo: {what}", what=redo) if redo else say("Nothing to redo"))
        self.undo.setEnabled(bool(undo))
        self.redo.setEnabled(bool(redo))

    def show_open(self, is_open: bool) -> None:
        """Offer what concerns a dossier only while one is open."""
        points = (self.next_point, self.last_point)
        history = (self.undo, self.redo, self.history)
        for action in (*self.steps, self.home, *history, *points, *self.at_work):
            action.setVisible(is_open)
            action.setEnabled(is_open)

    def take_away(self) -> None:
        """Let go of the keys, for the actions of another language."""
        for action in self._window.actions():
            self._window.removeAction(action)
        self.menu.deleteLater()
        self.deleteLater()

    def _action(self, text: str, keys: str | QKeySequence.StandardKey) -> QAction:
        action = QAction(text.replace("&", "&&"), self)
        if keys:
            action.setShortcut(QKeySequence(keys))
        self._window.addAction(action)
        return action

    def _fill(self, settings: Settings) -> None:
        say, menu = self._look.words.say, self.menu
        menu.addAction(self.home)
        menu.addAction(self.new)
        menu.addAction(self.examples)
        menu.addAction(self.open_file)
        menu.addAction(self.give)
        menu.addSeparator()
        menu.addAction(self.undo)
        menu.addAction(self.redo)
        menu.addAction(self.history)
        menu.addAction(self.next_point)
        menu.addAction(self.report)
        menu.addSeparator()
        self._choices(menu, say("Language"), LANGUAGES, self._look.words.language, "language")
        named = [(code, say(text)) for code, text in THEMES]
        self._choices(menu, say("Theme"), named, settings.theme, "theme")
        styles = [(code, say(text) if not code else text) for code, text in STYLES]
        self._choices(menu, say("Numbers"), styles, settings.number_style, "number_style")
        menu.addSeparator()
        for action in (self.larger, self.smaller, self.usual, self.full_screen):
            menu.addAction(action)
        menu.addSeparator()
        for action in (self.settings, self.backups, self.about, self.program, self.quit):
            menu.addAction(action)

    def _choices(
        self, menu: QMenu, title: str, choices: Sequence[tuple[str, str]], now: str, what: str
    ) -> None:
        inside = menu_of(self._look, menu)
        inside.setTitle(title.replace("&", "&&"))
        group = QActionGroup(inside)
        for code, text in choices:
            action = inside.addAction(text.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(code == now)
            action.setData((what, code))
            group.addAction(action)
        group.triggered.connect(self._on_chosen)
        menu.addMenu(inside)

    @Slot(QAction)
    def _on_chosen(self, action: QAction) -> None:
        what, code = action.data()
        self.preferred.emit(what, code)

    @Slot()
    def _on_text_size(self) -> None:
        steps = {self.larger: 1, self.smaller: -1, self.usual: 0}
        sender = self.sender()
        if isinstance(sender, QAction):
            self.text_size_wished.emit(steps[sender])
