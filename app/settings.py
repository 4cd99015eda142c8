"""Every setting, read from the environment here and nowhere else."""

from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, HttpUrl, StringConstraints, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from app.errors import SettingError

PREFIX = "ONRECORD_"


class Settings(BaseSettings):
    """What can be chosen when the program starts; `ONRECORD_` and the upper-case name set each."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, frozen=True, extra="forbid")

    store: Annotated[Path, Field(description="The SQLite file.")] = Path("onrecord.db")
    host: Annotated[str, StringConstraints(min_length=1)] = Field(
        "127.0.0.1", description="The address to listen on."
    )
    port: Annotated[int, Field(ge=0, le=65535)] = Field(
        8000, description="The port to listen on; 0 takes a free one."
    )
    workers: Annotated[int, Field(ge=1, le=64)] = Field(
        1, description="How many processes serve, all reading the one store."
    )
    # So many machines serve identical copies: none of them changes its own.
    read_only: bool = Field(
        False, description="Serve the store as it is: create, migrate and seed nothing."
    )
    log: Literal["text", "json"] = Field(
        "text", description="How the log is written; json has a line for each request as well."
    )
    # Links and IRIs must not follow the Host header: whoever sends it would choose them.
    public_url: HttpUrl | None = Field(
        None, description="Where clients find the API, if not at host and port: links begin there."
    )
    # One article is text; what is larger is a mistake, and costs memory in proportion.
    max_source_bytes: Annotated[int, Field(ge=1, le=1_000_000_000)] = Field(
        10_000_000, description="The largest source text that is taken, in bytes."
    )
    # An honest page takes a second or two; a server may drip for ever, and a parser may hang.
    source_seconds: Annotated[float, Field(gt=0, le=3600)] = Field(
        30.0,
        description="The longest that an address or a parser of HTML may take, in seconds.",
    )
    # One process serves some thousand different answers from this; what they show never differs.
    cache_bytes: Annotated[int, Field(ge=0, le=1_000_000_000_000)] = Field(
        64_000_000, description="The memory of each process for finished answers; 0 keeps none."
    )
    # A client on a slow line needs longer; a proxy in front, which waits for it, needs less.
    client_seconds: Annotated[int, Field(ge=1, le=3600)] = Field(
        10, description="Seconds a client has to send a request, or to take 64 KiB of an answer."
    )
    # Each costs an open file and some memory; whoever has many clients and files may raise it.
    max_connections: Annotated[int, Field(ge=1, le=1_000_000)] = Field(
        1000, description="Connections a process holds; then an idle one is closed for a new one."
    )
    # No answer of this API takes so long on a store it is made for: what does keeps others waiting.
    query_seconds: Annotated[int, Field(ge=1, le=3600)] = Field(
        5, description="Seconds that reading the store for one answer may take."
    )

    @property
    def base_url(self) -> str:
        """Where clients find the API, without a slash at its end."""
        if self.public_url is not None:
            return str(self.public_url).rstrip("/")
        return self.address(self.port)

    def address(self, port: int) -> str:
        """Where this machine finds the API on a port; brackets keep an IPv6 host from it."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"http://{host}:{port}"

    @property
    def base_path(self) -> str:
        """The path of `base_url`: what every link begins with; mostly empty."""
        return ((self.public_url and self.public_url.path) or "").rstrip("/")


def load_settings(**chosen: object) -> Settings:
    """The settings of the environment, under those `chosen` that are not None.

    Raises SettingError in one line that names the variable and what it may be.
    """
    try:
        return Settings(**{name: value for name, value in chosen.items() if value is not None})  # type: ignore[arg-type]  # pydantic checks what mypy cannot
    except ValidationError as error:
        faults = (f"{_variable(fault['loc'])}: {fault['msg']}" for fault in error.errors())
        raise SettingError("; ".join(faults)) from None


def _variable(location: tuple[int | str, ...]) -> str:
    return PREFIX + str(location[0]).upper()
