"""From the engine and the library to the widgets: what is shown, already in words."""
