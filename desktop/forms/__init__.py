"""Asking: the fields that take a number or a choice, forgiving what is typed."""
