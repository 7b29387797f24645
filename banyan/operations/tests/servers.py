"""Small servers that tests measure: quick, slow, broken, redirecting, with a certificate, a Prometheus."""

import json
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from pathlib import Path
from typing import Any, ClassVar
from urllib.parse import parse_qs

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID


class Endpoint(BaseHTTPRequestHandler):
    """Answers as its path says: /ok, /error, /missing, /door, /slow, /elsewhere."""

    STATUS: ClassVar = {
        "/ok": 200,
        "/error": 500,
        "/missing": 404,
        "/door": 401,
        "/slow": 200,
        "/elsewhere": 302,
    }
    seen: ClassVar[list[str]] = []

    def do_GET(self) -> None:
        self.seen.append(self.path)
        if self.path == "/slow":
            time.sleep(0.3)
        self.send_response(self.STATUS[self.path])
        if self.path == "/elsewhere":
            self.send_header("Location", "/followed")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *args: Any) -> None:
        """Say nothing."""


class Prometheus(BaseHTTPRequestHandler):
    """Answers ``query_range`` from ``series``: a query's name, its labels, and a function of the moment."""

    series: ClassVar[dict[str, list[tuple[dict[str, str], Any]]]] = {}
    asked: ClassVar[list[dict[str, str]]] = []

    def do_POST(self) -> None:
        sent = self.rfile.read(int(self.headers["Content-Length"])).decode()
        asked = {name: values[0] for name, values in parse_qs(sent).items()}
        self.asked.append({"path": self.path, **asked})
        start, end, step = (float(asked[name]) for name in ("start", "end", "step"))
        moments = [start + n * step for n in range(int((end - start) / step) + 1)]
        if len(moments) > 11_000:
            self._answer(
                400, {"status": "error", "errorType": "bad_data", "error": "exceeded maximum resolution"}
            )
            return
        result = [
            {"metric": labels, "values": [[at, value(at)] for at in moments]}
            for labels, value in self.series.get(asked["query"], [])
        ]
        self._answer(200, {"status": "success", "data": {"resultType": "matrix", "result": result}})

    def _answer(self, status: int, body: dict[str, Any]) -> None:
        sent = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(sent)))
        self.end_headers()
        self.wfile.write(sent)

    def log_message(self, *args: Any) -> None:
        """Say nothing."""


class Patient(ThreadingHTTPServer):
    """Lets many wait at its door."""

    daemon_threads = True
    request_queue_size = 256


@contextmanager
def serving(handler: type[BaseHTTPRequestHandler], tls: ssl.SSLContext | None = None) -> Iterator[str]:
    """The address of a server that runs as long as this lasts."""
    server = Patient(("127.0.0.1", 0), handler)
    if tls:
        server.socket = tls.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield f"{'https' if tls else 'http'}://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def certificate(folder: Path) -> tuple[ssl.SSLContext, Path]:
    """A server's TLS with a certificate for 127.0.0.1 that signs itself, and the file to believe it by."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )
    file = folder / "authority.pem"
    file.write_bytes(made.public_bytes(serialization.Encoding.PEM))
    secret = folder / "server.pem"
    secret.write_bytes(
        file.read_bytes()
        + key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(secret)
    return context, file
