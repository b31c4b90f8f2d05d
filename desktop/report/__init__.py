"""The printed report of one farm: one page that says its number, where it comes from, and why."""
