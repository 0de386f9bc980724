"""Settings: read from the environment, then from `.env`; `.env.example` documents each."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, BeforeValidator, Field, SecretStr, ValidationError, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError


class SettingsError(Exception):
    """A setting is wrong; the message is one sentence that names it and never shows its value."""


def _url(value: str) -> str:
    if value and not re.fullmatch(r"https?://[^\s/]+\S*", value):
        raise ValueError("this is not an http(s) address")
    return value


def _without_slash(value: str) -> str:
    return value.rstrip("/")


def _database(value: str) -> str:
    if not value.startswith(("sqlite+aiosqlite://", "postgresql+asyncpg://")):
        raise ValueError("this must start with sqlite+aiosqlite:// or postgresql+asyncpg://")
    try:
        make_url(value)
    except (ArgumentError, ValueError):  # whose message quotes a part of it, perhaps of the password
        raise ValueError("this is no address of a database; in a password, @ / : are %40 %2F %3A") from None
    return value


def _token(value: SecretStr) -> SecretStr:
    if not re.fullmatch(r"(\d+:[\w/-]+)?", value.get_secret_value(), re.ASCII):
        raise ValueError("this does not look like a token from @BotFather")
    return value


def _webhook_secret(value: SecretStr) -> SecretStr:
    if not re.fullmatch(r"([\w-]{16,256})?", value.get_secret_value(), re.ASCII):
        raise ValueError("this needs 16 to 256 letters, digits, _ or -")
    return value


def _ids(value: str) -> str:
    if not re.fullmatch(r"(\d{1,15}( *, *\d{1,15})*)?", value.strip(), re.ASCII):
        raise ValueError("this needs Telegram ids of people, numbers with commas between them")
    return value


def _upper(value: object) -> object:
    return value.upper() if isinstance(value, str) else value


Url = Annotated[str, AfterValidator(_url)]
LogLevel = Literal["DEBUG", "INFO", "WARNING", "ERROR"]


class Settings(BaseSettings):
    """Every setting, by its variable's name in lower case; "" and None mean unset."""

    model_config = SettingsConfigDict(
        frozen=True,
        extra="ignore",
        env_ignore_empty=True,
        env_file_encoding="utf-8-sig",  # an editor's byte order mark would hide the first variable
        hide_input_in_errors=True,
    )

    telegram_bot_token: Annotated[SecretStr, AfterValidator(_token)] = SecretStr("")
    telegram_api_url: Annotated[Url, AfterValidator(_without_slash)] = "https://api.telegram.org"
    poll_timeout: int = Field(30, ge=0, le=50)  # seconds; Telegram caps a long poll at 50
    http_timeout: float = Field(10, gt=0, le=300)  # seconds

    database_url: Annotated[str, AfterValidator(_database)] = Field(
        "sqlite+aiosqlite:///data/dosebook.db",
        repr=False,  # it may hold a password
    )
    key_file: Path = Path("keys/dosebook.key")
    encryption_keys: SecretStr = SecretStr("")

    access: Literal["invite", "open"] = "invite"
    operator_ids: Annotated[str, AfterValidator(_ids)] = ""
    messages_per_second: float = Field(25, ge=0, le=1000)  # Telegram allows about 30 in all; 0: no limit

    webhook_url: Url = ""
    webhook_secret: Annotated[SecretStr, AfterValidator(_webhook_secret)] = SecretStr("")
    http_host: str = "127.0.0.1"
    http_port: int | None = Field(None, ge=1, le=65535)
    heartbeat_url: Url = Field("", repr=False)  # whoever knows it can feign a heartbeat

    log_level: Annotated[LogLevel, BeforeValidator(_upper)] = "INFO"
    log_format: Literal["console", "json"] = "console"

    @property
    def operators(self) -> frozenset[int]:
        """The Telegram ids of those who may see the counts with /operator, and let people in."""
        return frozenset(map(int, re.findall(r"\d+", self.operator_ids)))

    @model_validator(mode="after")
    def _webhook_is_whole(self) -> Self:
        if self.webhook_url and not (self.webhook_secret.get_secret_value() and self.http_port):
            raise ValueError("WEBHOOK_URL needs WEBHOOK_SECRET and HTTP_PORT beside it")
        return self


def load_settings(env_file: Path | None = Path(".env")) -> Settings:
    """The settings of this process. Raises SettingsError."""
    try:
        return Settings(_env_file=env_file)
    except ValidationError as error:
        raise SettingsError(f"Please check the settings: {'; '.join(_complaints(error))}.") from None


def _complaints(error: ValidationError) -> list[str]:
    """One "NAME: what it should be" per problem, without the value."""
    found = error.errors(include_url=False, include_context=False, include_input=False)
    return [
        ": ".join([*map(str.upper, map(str, problem["loc"])), problem["msg"].removeprefix("Value error, ")])
        for problem in found
    ]
