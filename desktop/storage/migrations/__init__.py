"""The steps from one form of the library to the next, run by Alembic from `upgrade`."""
