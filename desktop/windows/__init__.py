"""The window and its pages: they arrange widgets, and talk to the open dossier only."""
