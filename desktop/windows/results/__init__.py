"""The pages of the results: the overview, and the same figures as tables."""
