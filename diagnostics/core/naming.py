"""What a row is called among people: heifers of the dairy herd, not DAIRY/F1."""

from diagnostics.core.entities import Entity
from diagnostics.core.errors import Message, sentence
from diagnostics.core.run import Run

EntityType = type[Entity]
ONE_OF = sentence("{label}, {title}")


def row_words(run: Run, entity: EntityType, place: int) -> Message | None:
    """The words for a row; None where the farm has no other of its kind."""
    if run.rows(entity) == 1:
        return None
    label = _label(run, entity, place)
    if label is None:
        return None
    above = entity.parent
    if above is None or not _has_twin(run, entity, place):
        return Message(label)
    title = _label(run, above, int(run.owners(entity, above)[place]))
    return Message(label) if title is None else Message(ONE_OF, {"label": label, "title": title})


def _label(run: Run, entity: EntityType, place: int) -> str | None:
    """The answer that names a row; None for the farm itself, and where it is open."""
    if not entity.named_by:
        return None
    choice = run.model.choices[entity.named_by]
    code = int(run.codes(choice)[place])
    return choice.options[code].label if code >= 0 else None


def _has_twin(run: Run, entity: EntityType, place: int) -> bool:
    """Whether another row has the same name, such as the heifers of another herd."""
    codes = run.codes(run.model.choices[entity.named_by])
    return int((codes == codes[place]).sum()) > 1
