"""Things on a farm that come in rows: each is one flat table, owned by the table above."""

from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from diagnostics.core.choices import Choice
    from diagnostics.core.fields import Number, Stated


class Entity:
    """Base of all entities: ``class Group(Entity, parent=Workshop)`` with its fields as attributes.

    A misspelt field is thus an AttributeError, not a silent nothing. ``named_by`` is the choice
    whose answer names a row to people: the class of a group of animals, the cover of a field.
    """

    name: ClassVar[str] = ""
    parent: ClassVar[type["Entity"] | None] = None
    links: ClassVar[tuple[type["Entity"], ...]] = ()
    named_by: ClassVar[str] = ""

    def __init_subclass__(
        cls,
        parent: type["Entity"] | None = None,
        links: tuple[type["Entity"], ...] = (),
        named_by: str = "",
    ) -> None:
        cls.name = vars(cls).get("name", cls.__name__)
        cls.parent = parent
        cls.links = links
        cls.named_by = named_by


def lineage(entity: type[Entity]) -> list[type[Entity]]:
    """The entity and all above it, from itself to the farm."""
    line = [entity]
    while line[-1].parent is not None:
        line.append(line[-1].parent)
    return line


def is_above(ancestor: type[Entity], entity: type[Entity]) -> bool:
    """Whether rows of ``entity`` have an owner of ``ancestor``."""
    return ancestor is not entity and ancestor in lineage(entity)


def numbers_of(entity: type[Entity]) -> "dict[str, Number]":
    """The number fields declared on an entity, in their order."""
    from diagnostics.core.fields import Number

    return {k: v for k, v in vars(entity).items() if isinstance(v, Number)}


def choices_of(entity: type[Entity]) -> "dict[str, Choice]":
    """The choice fields declared on an entity, in their order."""
    from diagnostics.core.choices import Choice

    return {k: v for k, v in vars(entity).items() if isinstance(v, Choice)}


def stated_of(entity: type[Entity]) -> "dict[str, Stated]":
    """The sums of what was stated declared on an entity."""
    from diagnostics.core.fields import Stated

    return {k: v for k, v in vars(entity).items() if isinstance(v, Stated)}
