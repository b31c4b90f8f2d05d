"""The library of farms on the disk: what was typed, its history, and nothing computed.

The package itself imports nothing, so that the first paint pays for no database layer:
`cards`, `facts`, `lock` and `troubles` need the standard library only; `library` is the door
and brings SQLAlchemy with it.
"""
