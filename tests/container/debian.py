"""What the proof takes from Debian: its tools, and the folder a base image is made of."""

import platform
import shutil
from pathlib import Path

from tests.container.commands import run


def install_tools() -> None:
    """Sees to buildah and debootstrap: from Debian's packages where they are missing."""
    if not all(map(shutil.which, ("buildah", "debootstrap"))):
        run("apt-get", "update", "--quiet")
        run("apt-get", "install", "--quiet", "--yes", "--no-install-recommends",
            "buildah", "debootstrap")  # fmt: skip


def release() -> str:
    """The name of this machine's Debian."""
    return platform.freedesktop_os_release()["VERSION_CODENAME"]


def package_source() -> str:
    """The address where this machine gets the packages of its Debian."""
    told = run("apt-get", "indextargets", "--format=$(REPO_URI) $(RELEASE)", "Created-By: Packages")
    sources = (line.split() for line in told.splitlines())
    return next(address for address, found in sources if found == release())


def unpack_python(root: Path) -> None:
    """Makes this folder the root of a Debian with Python and nothing of where it came from."""
    wanted = "--include=python3,python3-venv,ca-certificates"
    run("debootstrap", "--variant=minbase", wanted, release(), str(root), package_source())
    for left_over in ("var/cache/apt/archives/*.deb", "var/lib/apt/lists/*_*", "var/log/*.log"):
        for path in root.glob(left_over):
            path.unlink()
    (root / "etc/apt/sources.list").write_text("")
