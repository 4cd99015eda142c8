"""What an image holds, read from its unpacked root."""

import re
import sys
from collections.abc import Iterable
from pathlib import Path

from tests.container import debian
from tests.container.commands import run

ADDED = ("venv", "onrecord", "data")  # all that the Dockerfile puts on top of its base
COMPILER = re.compile(
    r"(.+-)?(cc1?|c[89]9|gcc|[cg]\+\+|clang(\+\+)?|tcc|ld|as|make|rustc|cargo|go)(-[\d.]+)?"
)
PROGRAMS = ("bin", "sbin", "usr/bin", "usr/sbin", "usr/local/bin", "usr/local/sbin", "venv/bin")
LEFT_OVERS = (
    *("root/.cache", "home/*", "tmp/*", "var/tmp/*"),
    *("var/cache/apt/archives/*.deb", "var/lib/apt/lists/*_*"),
    *("venv/lib/*/site-packages/pip*", "venv/lib/*/site-packages/setuptools*", "onrecord/build"),
)


def changes(base: Path, root: Path) -> list[str]:
    """Paths that differ from the base's, beside those that the Dockerfile adds."""
    before, after = _files(base), _files(root)
    return sorted(path for path, _ in before.items() ^ after.items())


def _files(root: Path) -> dict[str, tuple[int, ...]]:
    found: dict[str, tuple[int, ...]] = {}
    for path in root.rglob("*"):
        inside, status = path.relative_to(root), path.lstat()
        if inside.parts[0] not in ADDED:
            size = 0 if path.is_dir() else status.st_size
            found[str(inside)] = (status.st_mode, status.st_uid, status.st_gid, size)
    return found


def added_files(root: Path) -> list[Path]:
    """Every file that the Dockerfile puts on top of its base."""
    found = (path for folder in ADDED for path in (root / folder).rglob("*"))
    return [path for path in found if path.is_file() and not path.is_symlink()]


def size(root: Path) -> int:
    """How many bytes the image has above its base."""
    return sum(path.stat().st_size for path in added_files(root))


def compilers(root: Path) -> list[str]:
    """Programs that make programs."""
    found = (path for folder in PROGRAMS for path in root.glob(folder + "/*"))
    return [str(path) for path in found if COMPILER.fullmatch(path.name)]


def left_overs(root: Path) -> list[str]:
    """What installing leaves behind: caches, and in our own environment what installs."""
    return [str(path) for pattern in LEFT_OVERS for path in root.glob(pattern)]


def addresses(root: Path, told: str) -> list[str]:
    """Addresses where packages come from, in what was added or is told about the image."""
    texts = {str(path): path.read_bytes() for path in added_files(root)} | {"told": told.encode()}
    return [
        f"{name}: {address}"
        for address in _registries()
        for name, text in texts.items()
        if address.encode() in text
    ]


def _registries() -> Iterable[str]:
    """The public ones, and those this machine is set to, without who logs in there."""
    settings = run(sys.executable, "-m", "pip", "config", "list") + debian.package_source()
    return {"pypi.org/simple", "files.pythonhosted.org"} | {
        address.rstrip("/") for address in re.findall(r"https?://(?:[^@/\s]+@)?([^\s']+)", settings)
    }
