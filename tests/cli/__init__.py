"""The command line, asked as a shell or a script would ask it."""
