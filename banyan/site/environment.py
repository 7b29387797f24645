"""Every environment variable that Banyan reads, declared once."""

import json
import os
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from banyan.kit.files import write_once
from banyan.kit.numbers import whole
from banyan.kit.sqlite import PRAGMAS

MOST = 10**9 - 1
"""So large a number in the environment may be."""


@dataclass(frozen=True)
class Variable:
    """One environment variable (环境变量): its name, its value when unset, and what it does."""

    name: str
    default: str
    help: str

    def text(self) -> str:
        return os.environ.get(self.name, self.default)

    def number(self) -> int:
        number = whole(self.text(), most=MOST)
        if number is None:
            raise EnvironmentFault(f"{self.name} must be a whole number, not {self.text()!r}.")
        return number

    def port(self) -> int:
        value = self.number()
        if not 0 < value < 65536:
            raise EnvironmentFault(f"{self.name} must be a port from 1 to 65535, not {value}.")
        return value

    def flag(self) -> bool:
        return self.text().lower() in {"1", "true", "yes", "on"}


class EnvironmentFault(ValueError):
    """An environment variable that Banyan cannot use; the message says which and why."""


CHECKOUT = Path(__file__).resolve().parents[2]

HOME = Variable(
    "BANYAN_HOME",
    str(CHECKOUT / "var" if (CHECKOUT / "pyproject.toml").exists() else Path.home() / ".local/share/banyan"),
    "Folder for the embedded database, keys and loads; `var` in a checkout when unset.",
)
PORT = Variable("PORT", "8000", "Port of the desk, the law page and the API.")
HOST = Variable("BANYAN_HOST", "127.0.0.1", "Address that the processes listen on.")
GATEWAY_PORT = Variable("BANYAN_GATEWAY_PORT", "", "Port of the gateway; PORT + 1 when unset.")
DATABASE_URL = Variable(
    "BANYAN_DATABASE_URL",
    "",
    "postgresql://user:password@host:port/name, or empty for SQLite in BANYAN_HOME.",
)
SECRET_KEY = Variable(
    "BANYAN_SECRET_KEY", "", "Signing secret of sessions; made once in BANYAN_HOME when unset."
)
PUBLIC_URL = Variable("BANYAN_PUBLIC_URL", "", "Address that users type; http://127.0.0.1:PORT when unset.")
GATEWAY_URL = Variable(
    "BANYAN_GATEWAY_URL", "", "Address of the gateway for consumers; next to PUBLIC_URL when unset."
)
LAW_PACK = Variable(
    "BANYAN_LAW_PACK",
    "",
    "The law pack in force, a name or a folder; what `banyan law use` chose, or fujian-draft, when unset.",
)
DEBUG = Variable("BANYAN_DEBUG", "", "Developer mode: tracebacks in the browser. Never in service.")
DEMO = Variable("BANYAN_DEMO", "", "The demo province: public acts' log, demo accounts shown.")
WORKERS = Variable("BANYAN_WORKERS", "1", "Worker processes of the desk and of the gateway, each.")
PROBE_NETWORKS = Variable(
    "BANYAN_PROBE_NETWORKS",
    "",
    "Inner ranges that `banyan probe` may call, such as 10.20.0.0/16,10.30.4.7; without it only public addresses.",
)
PROBE_AUTHORITIES = Variable(
    "BANYAN_PROBE_AUTHORITIES",
    "",
    "A PEM file of certificate authorities that the probe believes besides the system's.",
)
PROBE_EVERY = Variable(
    "BANYAN_PROBE_EVERY",
    "",
    "So many seconds from round to round of the probe, which the clerk then runs; it calls nobody when unset.",
)

ALL = (
    HOME,
    PORT,
    HOST,
    GATEWAY_PORT,
    DATABASE_URL,
    SECRET_KEY,
    PUBLIC_URL,
    GATEWAY_URL,
    LAW_PACK,
    DEBUG,
    DEMO,
    WORKERS,
    PROBE_NETWORKS,
    PROBE_AUTHORITIES,
    PROBE_EVERY,
)


def home() -> Path:
    """BANYAN_HOME as an absolute path; it may not exist yet."""
    return Path(HOME.text()).expanduser().absolute()


def make_home() -> Path:
    """BANYAN_HOME, made where it is missing; what this process writes from now on only its user may read."""
    os.umask(0o077)
    home().mkdir(parents=True, exist_ok=True)
    return home()


def database_file() -> Path:
    """Where the embedded database stands."""
    return home() / "banyan.sqlite3"


def close_database_to_others() -> None:
    """Take the rights of other users on the embedded database away, should it have been made with any."""
    file = database_file()
    if file.exists() and file.stat().st_mode & 0o077:
        file.chmod(0o600)


def law_file() -> Path:
    """Where ``banyan law use`` keeps its choice: every process of the installation reads it."""
    return home() / "law-pack"


def law_pack() -> str:
    """The law pack of this installation: the variable, otherwise the choice kept, otherwise the draft of Fujian."""
    kept = law_file().read_text("utf-8").strip() if law_file().is_file() else ""
    return LAW_PACK.text() or kept or "fujian-draft"


def gateway_port() -> int:
    return GATEWAY_PORT.port() if GATEWAY_PORT.text() else PORT.port() + 1


def probe_every() -> int:
    """The seconds from round to round of the probe; 0 where the clerk calls nobody."""
    return PROBE_EVERY.number() if PROBE_EVERY.text() else 0


def serving() -> Path:
    """Where an installation that is being served keeps its addresses, for commands without PORT."""
    return home() / "serving.json"


def public_url() -> str:
    return PUBLIC_URL.text().rstrip("/") or _served("desk") or f"http://{HOST.text()}:{PORT.port()}"


def gateway_url() -> str:
    return GATEWAY_URL.text().rstrip("/") or _served("gateway") or f"http://{HOST.text()}:{gateway_port()}"


def _served(name: str) -> str:
    """The address at which this BANYAN_HOME was last served; empty when PORT says where."""
    return "" if PORT.name in os.environ else served_at(name)


def served_at(name: str = "desk") -> str:
    """The address that ``serving.json`` tells of this process; empty when it tells none."""
    try:
        return str(json.loads(serving().read_text(encoding="utf-8")).get(name, ""))
    except (OSError, ValueError, AttributeError):
        return ""


def database() -> dict[str, object]:
    """Django's description of the database: SQLite in BANYAN_HOME, or PostgreSQL by URL."""
    url = DATABASE_URL.text()
    if not url:
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": database_file(),
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": 20,
                "init_command": "; ".join(f"PRAGMA {pragma}" for pragma in PRAGMAS),
            },
        }
    try:
        parts = urlsplit(url)
        port = parts.port or 5432
    except ValueError as error:
        raise EnvironmentFault(f"{DATABASE_URL.name} is no address of a database: {error}.") from None
    if parts.scheme not in {"postgres", "postgresql"}:
        raise EnvironmentFault(f"{DATABASE_URL.name} must start with postgresql://.")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.lstrip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": port,
        "CONN_MAX_AGE": 600,
    }


def secret_key() -> str:
    """BANYAN_SECRET_KEY, or a random one kept in BANYAN_HOME with owner-only rights."""
    if SECRET_KEY.text():
        return SECRET_KEY.text()
    path = home() / "secret.key"
    if not path.exists():
        make_home()
        write_once(path, os.urandom(32).hex().encode())
    if key := path.read_text(encoding="utf-8").strip():
        return key
    raise EnvironmentFault(f"{path} is empty. Put it back from its backup, or delete it to get a new one.")
