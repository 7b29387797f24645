"""Choosing the law pack of an installation, before its first act."""

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from banyan.acts.queries import packs_recorded
from banyan.kit.errors import SentenceError
from banyan.kit.sentence import say
from banyan.law.folder import find_folder, shipped
from banyan.law.inforce import pack
from banyan.law.pack import Pack, load_pack
from banyan.law.shelf import names, on_shelf
from banyan.site import environment


@dataclass(frozen=True)
class Shelved:
    """One pack on the shelf (规则包): what it is, how it stands, whether it is in force here."""

    id: str
    title_zh: str
    title_en: str
    status: str
    commencement: str
    norms: int
    unsettled: int
    version: str
    in_force: bool

    def plain(self) -> dict[str, Any]:
        """The line as JSON carries it."""
        return asdict(self)


def shelf() -> list[Shelved]:
    """The packs that come with the software and the one in force."""
    return [_shelved(on_shelf(name)) for name in names()]


def _shelved(one: Pack) -> Shelved:
    return Shelved(
        id=one.id,
        title_zh=one.title_zh,
        title_en=one.title_en,
        status=one.status.value,
        commencement=one.commencement.isoformat(),
        norms=len(one.provisions),
        unsettled=sum(not each.certainty.settled for each in one.provisions.values()),
        version=one.version,
        in_force=one.id == pack().id,
    )


def choose_pack(name: str) -> Pack:
    """Keep ``name`` as the pack of this BANYAN_HOME; `SentenceError` when it may not be, and nothing is changed."""
    chosen = load_pack(name)
    environment.make_home()
    others = [one for one in packs_recorded() if one != chosen.id]
    if others:
        raise SentenceError(
            say(
                "Acts were already recorded under «{others}»; a ledger keeps the law it began with."
                " Choose «{pack}» in a fresh BANYAN_HOME or database.",
                others=", ".join(others),
                pack=chosen.id,
            )
        )
    environment.law_file().write_text(f"{_lasting(name, chosen)}\n", encoding="utf-8")
    return chosen


def _lasting(name: str, chosen: Pack) -> str | Path:
    """How the choice is written so that it is found from any working folder."""
    return chosen.id if chosen.id in shipped() and name == chosen.id else find_folder(name)
