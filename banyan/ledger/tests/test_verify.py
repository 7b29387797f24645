"""Every attack on a log meets the stand-alone verifier: what it says, and with which exit code."""

import ast
import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from django.db import connection

from banyan.ledger import verify
from banyan.ledger.export import export
from banyan.ledger.keys import log_key
from banyan.ledger.models import Checkpoint, Leaf, Log, Tile
from banyan.ledger.note import COSIGNATURE, TreeHead, generate_key, with_signatures
from banyan.ledger.queries import latest
from banyan.ledger.sequence import sequence
from banyan.ledger.signing import sign_checkpoint
from banyan.ledger.tests.verifying import VERIFIER, Verdict, run_verifier, verify_log
from banyan.ledger.tiles import encode_bundle
from banyan.ledger.tree import EMPTY_ROOT, fold, leaf_hash
from banyan.ledger.triggers import drop_triggers

Write = Callable[..., list[bytes]]
Verify = Callable[..., Verdict]


@pytest.fixture
def entries(log: Log, write: Write) -> list[bytes]:
    return write(log, 300)


@pytest.fixture
def check(log: Log, tmp_path: Path) -> Verify:
    """Export the log as it now is and verify it, with the state of the last time."""

    def export_and_verify(*arguments: object) -> Verdict:
        shutil.rmtree(tmp_path / "log", ignore_errors=True)
        export(log, tmp_path / "log")
        return verify_log(tmp_path / "log", log.vkey, tmp_path, "--state", tmp_path / "state", *arguments)

    return export_and_verify


def forget(log: Log, size: int) -> None:
    """Take a log back to an earlier size, as whoever restores an old backup does."""
    drop_triggers(connection)
    Checkpoint.objects.filter(log=log, size__gt=size).delete()
    Leaf.objects.filter(log=log, position__gte=size).delete()
    leaves = Leaf.objects.filter(log=log).order_by("position")
    hashes = [leaf_hash(bytes(leaf.data)) for leaf in leaves]
    Tile.objects.filter(log=log).delete()
    Tile.objects.create(log=log, level=0, index=0, width=len(hashes), hashes=b"".join(hashes))


def rewrite(log: Log, data: dict[int, bytes]) -> None:
    """Change entries and sign a new tree over all of them: the operator turns forger, with the key."""
    drop_triggers(connection)
    for position, forged in data.items():
        Leaf.objects.filter(log=log, position=position).update(data=forged)
    Leaf.objects.filter(log=log).update(position=None)
    Tile.objects.filter(log=log).delete()
    Checkpoint.objects.filter(log=log).delete()
    sign_checkpoint(log, 0, EMPTY_ROOT)
    sequence(log, limit=10_000)


def test_a_whole_log_is_called_whole(check: Verify, entries: list[bytes], log: Log, write: Write) -> None:
    first = check()
    assert (first.code, first.findings["size"], first.findings["seen"]) == (0, 300, 0)
    write(log, 500, first=300)
    second = check()
    assert (second.code, second.findings["size"], second.findings["seen"]) == (0, 800, 300)
    assert second.findings["whole"] is True
    assert second.findings["root"] == bytes(latest(log).root).hex()


def test_an_empty_log_is_whole(check: Verify) -> None:
    assert (check().code, check().findings["size"]) == (0, 0)


def test_an_edited_entry_is_named(check: Verify, entries: list[bytes], log: Log) -> None:
    drop_triggers(connection)
    Leaf.objects.filter(log=log, position__in=[0, 270]).update(data=b"{}")
    verdict = check()
    assert (verdict.code, verdict.kinds) == (1, ["edited", "edited"])
    assert [problem["position"] for problem in verdict.findings["problems"]] == [0, 270]
    assert "Entry 270 was edited" in verdict.says


@pytest.mark.parametrize("position", [0, 255, 299])
def test_a_deleted_entry_is_named(position: int, check: Verify, entries: list[bytes], log: Log) -> None:
    drop_triggers(connection)
    Leaf.objects.filter(log=log, position=position).delete()
    verdict = check()
    assert (verdict.code, verdict.kinds) == (1, ["removed"])
    assert f"Entry {position} was removed." in verdict.says


def test_two_entries_changing_places_are_named(check: Verify, entries: list[bytes], log: Log) -> None:
    drop_triggers(connection)
    Leaf.objects.filter(log=log, position=5).update(data=entries[6])
    Leaf.objects.filter(log=log, position=6).update(data=entries[5])
    assert check().says.count("was edited") == 2


def test_a_bundle_withheld_is_named(check: Verify, entries: list[bytes], log: Log) -> None:
    drop_triggers(connection)
    Leaf.objects.filter(log=log, position__lt=256).delete()
    assert check().findings["problems"][0]["path"] == "tile/entries/000"


def test_an_export_over_an_older_one_covers_up_nothing(
    check: Verify, entries: list[bytes], log: Log, tmp_path: Path
) -> None:
    check()
    drop_triggers(connection)
    Leaf.objects.filter(log=log, position__lt=256).delete()
    export(log, tmp_path / "log")
    assert verify_log(tmp_path / "log", log.vkey, tmp_path).kinds == ["missing"]


def test_a_tree_rebuilt_without_the_key_does_not_give_the_signed_root(
    check: Verify, entries: list[bytes], log: Log
) -> None:
    drop_triggers(connection)
    Leaf.objects.filter(log=log, position=270).update(data=b"{}")
    hashes = [*map(leaf_hash, entries[256:270]), leaf_hash(b"{}"), *map(leaf_hash, entries[271:])]
    Tile.objects.filter(log=log, level=0, index=1).update(hashes=b"".join(hashes))
    verdict = check()
    assert (verdict.code, verdict.kinds) == (1, ["root"])


@pytest.mark.parametrize(("level", "path"), [(0, "tile/0/000"), (1, "tile/1/000.p/1")])
def test_a_false_hash_tile_is_named(
    level: int, path: str, check: Verify, entries: list[bytes], log: Log
) -> None:
    tile = Tile.objects.get(log=log, level=level, index=0)
    Tile.objects.filter(pk=tile.pk).update(hashes=bytes(32) + bytes(tile.hashes)[32:])
    verdict = check()
    assert (verdict.code, verdict.kinds) == (1, ["tile"])
    assert path in verdict.says


def test_a_log_cut_short_and_signed_again_is_caught_by_the_state(
    check: Verify, entries: list[bytes], log: Log
) -> None:
    assert check().code == 0
    forget(log, 200)
    Checkpoint.objects.filter(log=log).delete()
    sign_checkpoint(log, 200, fold([leaf_hash(entry) for entry in entries[:200]]))
    verdict = check()
    assert (verdict.code, verdict.kinds) == (1, ["truncated"])
    assert "the log had 300 entries" in verdict.says
    assert "now has 200" in verdict.says


def test_a_log_put_back_from_a_backup_is_caught(check: Verify, log: Log, write: Write) -> None:
    write(log, 100)
    assert check().code == 0
    write(log, 50, first=100)
    assert check().code == 0
    forget(log, 100)
    verdict = check()
    assert (verdict.code, verdict.kinds) == (1, ["rolled_back"])
    assert "is again as it was with 100" in verdict.says


def test_a_backup_that_grew_again_is_caught(check: Verify, log: Log, write: Write) -> None:
    write(log, 100)
    write(log, 50, first=100)
    assert check().code == 0
    forget(log, 100)
    write(log, 80, first=5_000)
    assert check().kinds == ["rewritten"]


def test_a_log_rewritten_with_the_key_is_caught(
    check: Verify, entries: list[bytes], log: Log, write: Write
) -> None:
    assert check().code == 0
    rewrite(log, {7: b"{}"})
    write(log, 10, first=300)
    verdict = check()
    assert (verdict.code, verdict.kinds) == (1, ["rewritten"])
    assert "the first 300 entries are no longer those seen" in verdict.says


def test_a_fork_is_caught_and_the_state_keeps_the_evidence(
    check: Verify, entries: list[bytes], log: Log, tmp_path: Path
) -> None:
    assert check().code == 0
    shown_to_us = latest(log).note
    rewrite(log, {299: b"{}"})
    verdict = check()
    assert (verdict.code, verdict.kinds) == (1, ["forked"])
    kept = json.loads((tmp_path / "state").read_text())["seen"][-1][-1]
    assert kept == shown_to_us != latest(log).note


def test_who_looks_for_the_first_time_needs_witnesses(
    check: Verify, entries: list[bytes], log: Log, tmp_path: Path
) -> None:
    witness = generate_key("witness.example/w", COSIGNATURE, b"w" * 32)
    (tmp_path / "w.vkey").write_text(str(witness.verifier))
    rewrite(log, {7: b"{}"})
    assert check().code == 0, "without state and witnesses a rewritten log cannot be told from a true one"
    alone = check("--witness", tmp_path / "w.vkey")
    assert (alone.code, alone.kinds) == (1, ["witness"])
    assert "Only 0 of the 1 witnesses" in alone.says
    head = latest(log)
    body = head.note.partition("\n\n")[0] + "\n"
    Checkpoint.objects.filter(pk=head.pk).update(note=head.note + witness.cosign(body, 1_790_000_000))
    assert check("--witness", tmp_path / "w.vkey").findings["cosigned"] == 1
    assert check("--witness", tmp_path / "w.vkey", "--quorum", 0).code == 0


def test_a_checkpoint_of_another_key_or_origin_is_refused(
    check: Verify, entries: list[bytes], log: Log, tmp_path: Path
) -> None:
    check()
    head = TreeHead("elsewhere.example/log/acts", 300, bytes(latest(log).root))
    (tmp_path / "log/checkpoint").write_text(
        with_signatures(head.text, [log_key(log.origin).sign(head.text)])
    )
    assert verify_log(tmp_path / "log", log.vkey, tmp_path).kinds == ["signature"]
    stranger = generate_key(log.origin, 1, b"s" * 32)
    head = TreeHead(log.origin, 300, bytes(latest(log).root))
    (tmp_path / "log/checkpoint").write_text(with_signatures(head.text, [stranger.sign(head.text)]))
    verdict = verify_log(tmp_path / "log", log.vkey, tmp_path)
    assert (verdict.code, verdict.kinds) == (1, ["signature"])
    both = latest(log).note + stranger.sign(head.text) + log_key(log.origin).sign("another text\n")
    (tmp_path / "log/checkpoint").write_text(both)
    assert verify_log(tmp_path / "log", log.vkey, tmp_path).kinds == ["signature"]


def test_a_signed_size_that_nothing_stands_behind_is_refused_at_once(
    check: Verify, entries: list[bytes], log: Log, tmp_path: Path
) -> None:
    check()
    head = TreeHead(log.origin, 10**15, bytes(latest(log).root))
    (tmp_path / "log/checkpoint").write_text(
        with_signatures(head.text, [log_key(log.origin).sign(head.text)])
    )
    verdict = verify_log(tmp_path / "log", log.vkey, tmp_path)
    assert (verdict.code, len(verdict.kinds), verdict.kinds[-1]) == (1, 3, "root")


@pytest.mark.parametrize("note", ["", "nonsense", "a\nb\nc\n\n— d e\n", f"a\n{'9' * 5000}\nc\n\n— d e\n"])
def test_a_checkpoint_that_is_none_is_refused(
    note: str, check: Verify, entries: list[bytes], log: Log, tmp_path: Path
) -> None:
    check()
    (tmp_path / "log/checkpoint").write_text(note)
    assert verify_log(tmp_path / "log", log.vkey, tmp_path).kinds == ["checkpoint"]


@pytest.mark.parametrize("more", [b"\x00", b"\x00\x01x", b"\x09\x09"])
def test_entries_slipped_in_behind_the_last_are_caught(
    more: bytes, check: Verify, entries: list[bytes], log: Log, tmp_path: Path
) -> None:
    check()
    with (tmp_path / "log/tile/entries/001.p/44").open("ab") as bundle:
        bundle.write(more)
    verdict = verify_log(tmp_path / "log", log.vkey, tmp_path)
    assert (verdict.code, verdict.findings["problems"][0]["position"]) == (1, 300)


def test_a_state_is_kept_only_when_the_log_is_whole(
    check: Verify, entries: list[bytes], log: Log, tmp_path: Path
) -> None:
    check()
    before = (tmp_path / "state").read_text()
    drop_triggers(connection)
    Leaf.objects.filter(log=log, position=1).update(data=b"{}")
    assert check().kinds == ["edited"], "an edited entry is not mistaken for a rewritten log"
    assert (tmp_path / "state").read_text() == before
    assert not list(tmp_path.glob("*.new"))


def test_prints_entries_and_keeps_the_findings_apart(
    check: Verify, entries: list[bytes], log: Log, tmp_path: Path
) -> None:
    check()
    done = run_verifier(tmp_path / "log", "--vkey", tmp_path / "log/vkey", "--list", "--lang", "en")
    lines = done.stdout.splitlines()
    assert (len(lines), lines[299]) == (300, f"299\t{entries[299].decode()}")
    assert done.stderr.startswith("Whole: ledger.example/log/acts has 300 entries")


def test_who_stops_reading_the_list_sees_no_traceback(
    check: Verify, entries: list[bytes], log: Log, tmp_path: Path
) -> None:
    check()
    place, key = str(tmp_path / "log"), str(tmp_path / "log/vkey")
    command = [sys.executable, "-I", "-S", str(VERIFIER), place, "--vkey", key, "--list"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as run:
        assert run.stdout is not None
        assert run.stderr is not None
        run.stdout.close()
        assert "BrokenPipe" not in run.stderr.read()
    assert run.returncode == 2


def test_speaks_chinese(check: Verify, entries: list[bytes], log: Log, tmp_path: Path) -> None:
    drop_triggers(connection)
    Leaf.objects.filter(log=log, position=1).update(data=b"{}")
    check()
    done = run_verifier(tmp_path / "log", "--vkey", tmp_path / "log/vkey", "--lang", "zh")
    assert done.stdout == "不完整：ledger.example/log/acts\n第 1 条被改动：与记账时的哈希不符。\n"
    assert {len(pair) for pair in verify.SAYS.values()} == {2}


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ((), "usage:"),
        (("{tmp}/log",), "usage:"),
        (("{tmp}/nowhere", "--vkey", "{tmp}/log/vkey"), "neither a folder nor a web address"),
        (("{tmp}/log", "--vkey", "{tmp}/nokey"), "cannot be read"),
        (("{tmp}/log", "--vkey", "{tmp}/log/checkpoint"), "is not the key of a log"),
        (
            ("{tmp}/log", "--vkey", "{tmp}/log/vkey", "--witness", "{tmp}/log/vkey"),
            "is not the key of a witness",
        ),
        (("{tmp}/log", "--vkey", "{tmp}/log/vkey", "--quorum", "1"), "--quorum is from 0 to 0"),
        (("{tmp}/log", "--vkey", "{tmp}/log/vkey", "--state", "{tmp}/log/vkey"), "is not a state file"),
        (("{tmp}/log", "--vkey", "{tmp}/log/vkey", "--state", "{tmp}/other"), "is the state of another log"),
        (("{tmp}/log", "--vkey", "{tmp}/log/vkey", "--state", "{tmp}/no/where"), "cannot be written"),
        (("http://127.0.0.1:9/log/acts", "--vkey", "{tmp}/log/vkey"), "refused"),
        (("http://", "--vkey", "{tmp}/log/vkey"), "NOT CHECKED"),
    ],
)
def test_what_cannot_be_checked_is_said_in_one_sentence(
    arguments: tuple[str, ...], says: str, log: Log, tmp_path: Path
) -> None:
    export(log, tmp_path / "log")
    (tmp_path / "other").write_text('{"log": "elsewhere", "seen": []}')
    done = run_verifier("--lang", "en", *(argument.format(tmp=tmp_path) for argument in arguments))
    assert done.returncode == 2
    assert says in done.stdout + done.stderr
    assert "Traceback" not in done.stderr


@pytest.fixture
def closed(log: Log, tmp_path: Path) -> Iterator[str]:
    """The log behind a server that wants a token."""
    export(log, tmp_path / "log")

    class Closed(SimpleHTTPRequestHandler):
        def do_GET(self) -> None:
            if self.headers.get("Authorization") == "Bearer seven":
                super().do_GET()
            else:
                self.send_error(403)

        def log_message(self, *_: object) -> None:
            """Nobody reads it."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Closed, directory=str(tmp_path / "log")))
    Thread(target=server.serve_forever, args=[0.01]).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def test_a_closed_log_is_verified_with_a_token(
    entries: list[bytes], closed: str, log: Log, tmp_path: Path
) -> None:
    refused = verify_log(closed, log.vkey, tmp_path)
    assert (refused.code, refused.kinds) == (2, ["cannot"])
    assert refused.says.endswith("HTTP Error 403: Forbidden; a closed log wants --token.")
    (tmp_path / "token").write_text("seven\n")
    granted = verify_log(closed, log.vkey, tmp_path, "--token", tmp_path / "token")
    assert (granted.code, granted.findings["size"]) == (0, 300)


def test_needs_nothing_newer_than_python_3_8_and_nothing_of_banyan() -> None:
    tree = ast.parse(VERIFIER.read_text(), feature_version=(3, 8))
    modules = [node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    modules += [name.name for node in ast.walk(tree) if isinstance(node, ast.Import) for name in node.names]
    assert not [module for module in modules if module.split(".")[0] in {"banyan", "django", "cryptography"}]
    assert "from __future__ import annotations" in VERIFIER.read_text()


def test_a_log_of_another_maker_with_large_indices_is_addressed_alike() -> None:
    assert verify.tile_path("entries", 1234067, 5) == "tile/entries/x001/x234/067.p/5"
    assert verify.tile_path(0, 67, 256) == "tile/0/067"
    assert list(verify.split_bundle(encode_bundle([b"a", b"bc"]))) == [b"a", b"bc"]
