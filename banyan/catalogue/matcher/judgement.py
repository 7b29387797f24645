"""What people have confirmed and rejected (人工判定), looked up by the plain spelling of both names."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from banyan.catalogue.matcher.spelling import spellings
from banyan.catalogue.matcher.values import Taught, TaughtPair


class Judgement:
    """Answers whether people have judged a pair, and which catalogued names they confirmed for a field name."""

    def __init__(self, taught: Taught, names: Sequence[str]) -> None:
        self._confirmed = _by_names(taught.confirmed)
        self._rejected = _by_names(taught.rejected)
        wanted = {item for _, item in self._confirmed}
        places: defaultdict[str, list[int]] = defaultdict(list)
        for number, name in enumerate(names if wanted else ()):
            if (plain := spellings(name)[0]) in wanted:
                places[plain].append(number)
        self._names: defaultdict[str, list[int]] = defaultdict(list)
        for field, item in sorted(self._confirmed):
            self._names[field] += places[item]

    def confirmed_names(self, field: str) -> list[int]:
        """Numbers of the catalogued names that people confirmed for this field name."""
        return self._names.get(spellings(field)[0], [])

    def verdict(self, field: str, item: str, form: str, resource: str) -> bool | None:
        """True if confirmed, False if rejected, None if nobody judged; a rejection weighs more."""
        key = (spellings(field)[0], spellings(item)[0])
        for known, answer in ((self._rejected, False), (self._confirmed, True)):
            for pair in known.get(key, ()):
                if pair.form in ("", form) and pair.resource in ("", resource):
                    return answer
        return None


def _by_names(pairs: Iterable[TaughtPair]) -> dict[tuple[str, str], list[TaughtPair]]:
    found: defaultdict[tuple[str, str], list[TaughtPair]] = defaultdict(list)
    for pair in pairs:
        found[spellings(pair.field)[0], spellings(pair.item)[0]].append(pair)
    return dict(found)
