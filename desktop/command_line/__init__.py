"""The command line: one module a command, none imported before its command is asked for."""
