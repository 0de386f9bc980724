"""The container and the service, read rather than run: what they copy exists, and they hold what the docs promise."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from configparser import RawConfigParser
from pathlib import Path

import pytest

from tests.rules.files import PRODUCT, ROOT, read

RUNS = {*PRODUCT, "operating.py", "migrations"}  # what has to be in the container


def steps() -> list[tuple[str, str]]:
    """The Dockerfile's instructions, continued lines joined."""
    text = re.sub(r"\s*\\\n\s*", " ", read(Path("Dockerfile")))
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return [(word, rest) for word, rest in (line.split(" ", 1) for line in lines)]


def service() -> RawConfigParser:
    """The systemd unit."""
    unit = RawConfigParser(strict=True)
    unit.optionxform = str  # type: ignore[assignment,method-assign]
    unit.read_string(read(Path("deploy/dosebook.service")))
    return unit


def test_each_instruction_is_one() -> None:
    known = "FROM COPY RUN WORKDIR USER ENV VOLUME EXPOSE STOPSIGNAL HEALTHCHECK CMD".split()
    assert {word for word, _ in steps()} <= set(known)
    assert all(json.loads(rest) for word, rest in steps() if word in ("CMD", "VOLUME"))


def test_the_container_holds_the_product_and_nothing_that_is_not_there() -> None:
    copied = {name for word, rest in steps() if word == "COPY" and "--from" not in rest for name in rest.split()[:-1]}
    assert copied - {"requirements.txt", "LICENSE"} == RUNS
    assert [name for name in copied if not (ROOT / name).exists()] == []
    let_in = {line[1:] for line in read(Path(".dockerignore")).splitlines() if line.startswith("!")}
    assert let_in == copied


def test_the_container_runs_as_nobody_special_from_hashed_packages() -> None:
    words = [word for word, _ in steps()]
    assert words.index("USER") < words.index("CMD")
    assert ("USER", "dosebook") in steps()
    assert any("--require-hashes" in rest for word, rest in steps() if word == "RUN")
    assert all(re.match(r"python:3\.\d+-slim", rest) for word, rest in steps() if word == "FROM")


def test_the_health_check_is_a_program() -> None:
    check = next(rest for word, rest in steps() if word == "HEALTHCHECK")
    command = json.loads(check[check.index("[") :])
    compile(command[-1], "HEALTHCHECK", "exec")
    assert "/healthz" in command[-1]


def test_compose_keeps_data_keys_and_backups_in_volumes_of_their_own() -> None:
    text = read(Path("compose.yaml"))
    kept = ["data", "keys", "backups"]
    assert re.findall(r"^      - (\w+):/app/(\w+)$", text, re.MULTILINE) == [(name, name) for name in kept]
    assert re.findall(r"^  (\w+):$", text.split("\nvolumes:\n")[1], re.MULTILINE) == kept


def test_compose_is_made_of_keys_and_items() -> None:
    lines = [line for line in read(Path("compose.yaml")).splitlines() if not line.startswith("#")]
    shape = re.compile(r"(  )*([A-Za-z_]+:( \S.*)?|- [^:\s]\S*|- \"\S+\")")
    assert [line for line in lines if not shape.fullmatch(line)] == []


def test_the_service_runs_the_bot_and_may_write_two_folders_only() -> None:
    unit = service()["Service"]
    home = unit["WorkingDirectory"]
    assert unit["ExecStart"] == f"{home}/.venv/bin/python bot.py"
    assert unit["ProtectSystem"] == "strict"
    assert unit["ReadWritePaths"].split() == [f"{home}/data", f"{home}/keys"]
    assert unit["Restart"] == "on-failure"
    assert unit["User"] != "root"


def test_the_service_has_no_rights_beyond_these() -> None:
    unit = service()["Service"]
    on = ("NoNewPrivileges", "PrivateTmp", "PrivateDevices", "ProtectHome", "ProtectKernelModules", "RestrictSUIDSGID")
    assert [name for name in on if unit[name] != "yes"] == []
    assert (unit["CapabilityBoundingSet"], unit["UMask"]) == ("", "0077")
    assert unit["RestrictAddressFamilies"].split() == ["AF_INET", "AF_INET6", "AF_UNIX"]


def test_the_container_writes_to_its_volumes_only_and_is_not_on_the_network() -> None:
    text = read(Path("compose.yaml"))
    assert "\n    read_only: true\n" in text
    assert "\n    cap_drop:\n      - ALL\n    security_opt:\n      - no-new-privileges:true\n" in text
    assert re.findall(r'^      - "(.+):8080"$', text, re.MULTILINE) == ["127.0.0.1:8080"]
    assert "privileged: true" not in text


def test_no_secret_can_get_into_the_image() -> None:
    lines = [line for line in read(Path(".dockerignore")).splitlines() if line and not line.startswith("#")]
    assert lines[0] == "*"
    assert {".env", "keys", "data", "backups"}.isdisjoint(line.lstrip("!") for line in lines if line.startswith("!"))


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="there is no systemd on this machine")
def test_systemd_understands_the_service(tmp_path: Path) -> None:
    here = read(Path("deploy/dosebook.service")).replace("/srv/dosebook/.venv/bin/python", "/bin/true")
    (tmp_path / "dosebook.service").write_text(here)
    command = ["systemd-analyze", "verify", "--man=no", str(tmp_path / "dosebook.service")]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (run.returncode, run.stderr) == (0, "")
