"""The pieces of the window, painted by ourselves: they know no farm, no method and no file."""
