"""What may be chosen for an act's inputs, which of the values given are none of that, and which may not be seen."""

from collections.abc import Iterable, Mapping
from typing import Any

from banyan.acts import registry
from banyan.acts.asks import Input, Shape, no_record, one_of
from banyan.kit.sentence import Sentence


def offered(one: Input, on: Any, actor: Any) -> Any:
    """What this actor may choose from for this object: what the question says, else the records that the actor sees."""
    if one.ask.choices:
        return one.ask.choices(on, actor)
    return registry.registers[one.of._meta.label_lower].visible(actor)


def unlisted(shape: Shape, values: Mapping[str, Any], on: Any, actor: Any) -> dict[str, Sentence]:
    """One sentence for each input whose value is none of those that this actor may choose for this object."""
    faults: dict[str, Sentence] = {}
    for one in shape.inputs:
        value = values.get(one.name)
        if (one.ask.choices or one.kind == "record") and value not in (None, "", []):
            fault = _unlisted(one, value if one.many else [value], offered(one, on, actor))
            faults |= {one.name: fault} if fault else {}
    return faults


def hidden(shape: Shape, values: Mapping[str, Any], unlisted: Iterable[str], actor: Any) -> bool:
    """Whether one of these inputs, none of those to choose from, names a record that the actor may not even see."""
    for name in unlisted:
        one, value = shape.by_name[name], values[name]
        register = registry.registers.get(one.of._meta.label_lower) if one.kind == "record" else None
        if register is None:
            continue
        keys = {each.pk for each in (value if one.many else [value])}
        if keys.difference(register.visible(actor).filter(pk__in=keys).values_list("pk", flat=True)):
            return True
    return False


def _unlisted(one: Input, values: list[Any], offered: Any) -> Sentence | None:
    if one.kind != "record":
        listed = [key for key, _word in offered]
        return None if set(values) <= set(listed) else one_of(listed)
    keys = {value.pk for value in values}
    missing = keys.difference(offered.filter(pk__in=keys).values_list("pk", flat=True))
    return no_record(sorted(missing)) if missing else None
