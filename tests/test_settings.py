"""Settings: defaults that run, errors that name the variable and never the value."""

from __future__ import annotations

from pathlib import Path

import pytest

from settings import Settings, SettingsError, load_settings


@pytest.fixture
def env(tmp_path: Path) -> Path:
    return tmp_path / ".env"


def test_an_empty_environment_is_enough(env: Path) -> None:
    settings = load_settings(env)
    assert settings == Settings()
    assert (settings.access, settings.poll_timeout, settings.http_port) == ("invite", 30, None)
    assert settings.key_file.parent != Path("data")


def test_the_file_is_read_and_the_environment_wins(env: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    env.write_text("\ufeffACCESS=open\nLOG_LEVEL=debug\nHTTP_PORT=\nUNKNOWN=1\n", encoding="utf-8")
    monkeypatch.setenv("LOG_LEVEL", "warning")
    settings = load_settings(env)
    assert (settings.access, settings.log_level, settings.http_port) == ("open", "WARNING", None)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("TELEGRAM_BOT_TOKEN", "not a token"),
        ("TELEGRAM_API_URL", "ftp://secret"),
        ("POLL_TIMEOUT", "51"),
        ("HTTP_TIMEOUT", "-7.5"),
        ("DATABASE_URL", "mysql://ana:secret@host/db"),
        ("DATABASE_URL", "postgresql+asyncpg://ana:secret@host:secret/db"),
        ("ACCESS", "everyone"),
        ("OPERATOR_IDS", "77, bo"),
        ("WEBHOOK_SECRET", "too short"),
        ("HTTP_PORT", "99999"),
        ("MESSAGES_PER_SECOND", "-7"),
        ("LOG_LEVEL", "LOUD"),
        ("LOG_FORMAT", "xml"),
    ],
)
def test_a_wrong_value_is_named_but_not_shown(env: Path, name: str, value: str) -> None:
    env.write_text(f"{name}={value}\n")
    with pytest.raises(SettingsError) as caught:
        load_settings(env)
    assert str(caught.value).startswith(f"Please check the settings: {name}: ")
    assert value not in str(caught.value)
    assert "secret" not in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_webhook_needs_its_secret_and_port(env: Path) -> None:
    env.write_text("WEBHOOK_URL=https://bot.example/hook\n")
    with pytest.raises(SettingsError, match="WEBHOOK_URL needs WEBHOOK_SECRET and HTTP_PORT"):
        load_settings(env)
    env.write_text(f"WEBHOOK_URL=https://bot.example/hook\nWEBHOOK_SECRET={'s' * 16}\nHTTP_PORT=8443\n")
    assert load_settings(env).webhook_url == "https://bot.example/hook"


def test_secrets_stay_out_of_the_repr(env: Path) -> None:
    secrets = {
        "TELEGRAM_BOT_TOKEN": "123:" + "A" * 35,
        "ENCRYPTION_KEYS": "first,second",
        "WEBHOOK_SECRET": "s" * 20,
        "DATABASE_URL": "postgresql+asyncpg://bo:password@host/db",
        "HEARTBEAT_URL": "https://watch.example/unguessable",
    }
    env.write_text("".join(f"{name}={value}\n" for name, value in secrets.items()))
    settings = load_settings(env)
    assert not [value for value in secrets.values() if value in repr(settings)]
    assert settings.telegram_bot_token.get_secret_value() == secrets["TELEGRAM_BOT_TOKEN"]


def test_an_api_server_may_end_in_a_slash() -> None:
    assert Settings(telegram_api_url="http://127.0.0.1:8081/").telegram_api_url == "http://127.0.0.1:8081"


@pytest.mark.parametrize(("value", "ids"), [("", set()), ("77", {77}), (" 77 ,1009, 77 ", {77, 1009})])
def test_operators_are_ids(value: str, ids: set[int]) -> None:
    assert Settings(operator_ids=value).operators == ids
