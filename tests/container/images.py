"""Images, made by buildah: neither a Docker engine nor a registry of images is needed."""

import fcntl
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.container import debian
from tests.container.commands import run

CHECKOUT = Path(__file__).parents[2]
CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "onrecord-container"
BUILT = "localhost/onrecord:proof"
PATHS = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
# How this machine reaches packages: lent to the build, so that nothing of it enters a layer.
LENT = ("/etc/pip.conf", "/etc/ssl/certs/ca-certificates.crt")


@dataclass(frozen=True)
class Image:
    """An image of the cache: `inspected` is what is written about it, `config` how to run it."""

    name: str
    inspected: dict[str, Any]

    @property
    def config(self) -> dict[str, Any]:
        config: dict[str, Any] = self.inspected["Docker"]["config"]
        return config


def buildah(*arguments: str) -> str:
    """What buildah prints. Its driver copies every layer: slow, and works on any file system."""
    places = (f"--root={CACHE / 'images'}", f"--runroot={CACHE / 'running'}")
    return run("buildah", *places, "--storage-driver=vfs", *arguments)


@contextmanager
def cache() -> Iterator[None]:
    """The cache for one proof alone; only the base image outlives it."""
    CACHE.mkdir(parents=True, exist_ok=True)
    with open(CACHE / "lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        try:
            yield
        finally:
            _tidy()


def _tidy() -> None:
    buildah("rm", "--all")
    if BUILT in _names():
        buildah("rmi", BUILT)
    buildah("rmi", "--prune")


def _names() -> list[str]:
    return buildah("images", "--format={{.Name}}:{{.Tag}}").split()


def _base_name() -> str:
    return f"localhost/python:{debian.release()}"


def provide_base() -> Image:
    """An image of Python and nothing else, made once."""
    name = _base_name()
    if name not in _names():
        with TemporaryDirectory(dir=CACHE) as folder:
            root = Path(folder, "root")
            debian.unpack_python(root)
            container = buildah("from", "scratch").strip()
            buildah("add", "--quiet", container, str(root), "/")
            buildah("config", f"--env=PATH={PATHS}", container)
            buildah("commit", "--quiet", "--rm", container, name)
    return _inspect(name)


def build(base: Image, revision: str) -> Image:
    """The image that the Dockerfile describes, on this base."""
    buildah(
        "bud", "--isolation=chroot", "--format=docker", "--network=host", "--pull-never",
        *(f"--volume={path}:{path}:ro" for path in LENT if Path(path).exists()),
        f"--build-arg=BASE={base.name}", f"--build-arg=REVISION={revision}",
        f"--tag={BUILT}", str(CHECKOUT),
    )  # fmt: skip
    return _inspect(BUILT)


def _inspect(name: str) -> Image:
    return Image(name, json.loads(buildah("inspect", "--type=image", name)))


@contextmanager
def unpacked(image: Image) -> Iterator[Path]:
    """The root of a new container: a copy of the image's, gone at the end."""
    container = buildah("from", "--pull-never", image.name).strip()
    try:
        yield Path(buildah("mount", container).strip())
    finally:
        buildah("rm", container)
