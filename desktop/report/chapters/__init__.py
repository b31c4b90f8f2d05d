"""The pages of the report, one module each."""
