"""`bocage new`: an empty farm file to fill in, or the form of all farm files."""

import json
from argparse import Namespace

from desktop.command_line.clock import today
from desktop.command_line.files import STREAM, stem
from desktop.command_line.outputs import show, write_new, write_stream
from desktop.command_line.refusal import misused
from desktop.words import Words
from diagnostics.entities import FarmEntity
from diagnostics.farm_schema import farm_schema
from diagnostics.questionnaire.blank_farm import SYSTEMS, blank_farm

LONGEST_NAME = 200


def run(options: Namespace, words: Words) -> None:
    """Prints the schema, or writes the farm file where none is."""
    asked = (options.system, options.level, options.output)
    if options.schema:
        if any(asked):
            raise misused(words.say("Ask for the schema alone: bocage new --schema"))
        write_stream(_json(farm_schema()), words)
        return
    if not all(asked):
        raise misused(words.say("Expected: bocage new --system CODE --level quick|full -o FARM"))
    _check_system(options.system, words)
    text = _json(blank_farm(options.system, options.level, _name(options.output), today().year))
    if options.output == STREAM:
        write_stream(text, words)
        return
    write_new(options.output, text.encode("utf-8"), words)
    show([words.say("{path} is written; every answer is open.", path=options.output)], words)


def _check_system(code: str, words: Words) -> None:
    known = [option.code for option in FarmEntity.system.options]
    if code not in known:
        raise misused(
            words.say(
                "{name}: “{text}” does not fit; expected one of {names}.",
                name="--system",
                text=code,
                names=", ".join(known),
            )
        )
    if code not in SYSTEMS:
        raise misused(words.say("“{name}” comes with a later version.", name=f"--system {code}"))


def _name(path: str) -> str:
    """The farm is called like its file until someone names it."""
    return stem(path)[:LONGEST_NAME].strip() or STREAM


def _json(document: object) -> str:
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"
