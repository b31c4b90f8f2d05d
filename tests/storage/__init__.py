"""The library of farms: what is typed comes back, whatever happens to the computer."""
