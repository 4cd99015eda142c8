"""Proves the image: builds it from the real Dockerfile, looks into it, and runs it as its users do.

    python -m tests.container.prove

As root, on Debian. The base image is kept in the user's cache for the next time.
"""

import json
import os
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from app import __version__
from tests.container import contents, debian, images
from tests.container.containers import Container, Server, free_port, serving
from tests.container.images import Image

BEGAN = time.monotonic()
SECONDS_TO_END = 10  # what `docker stop` grants before it kills
ARTICLE = """Harbour bridge opens after two years

The new bridge over the harbour was opened on Monday.

“Forty thousand cars a day will cross it,” said the mayor, Ana Example.
"""


def main() -> None:
    if os.geteuid() != 0:
        raise SystemExit("the image's proof needs root: it makes file systems and enters them")
    with step("Debian's buildah and debootstrap"):
        debian.install_tools()
    with images.cache():
        with step("a base image: Debian with Python"):
            base = images.provide_base()
        with step("the image, built from the Dockerfile"):
            image = images.build(base, revision="proof")
        check_contents(base, image)
        check_runs(image)
    print(f"container: the image is proven in {time.monotonic() - BEGAN:.0f} s")


@contextmanager
def step(title: str) -> Iterator[None]:
    """Says what is being proven, and once it is, how long that took."""
    print(f"-- {title}", end="", flush=True)
    began = time.monotonic()
    yield
    print(f" ({time.monotonic() - began:.1f} s)", flush=True)


def check_contents(base: Image, image: Image) -> None:
    with step("what is written on it"):
        check_configuration(image)
    with images.unpacked(base) as below, images.unpacked(image) as root:
        with step("nothing but the program is added: no compiler, no cache, no registry's address"):
            for found in (
                contents.changes(below, root),
                contents.compilers(root),
                contents.left_overs(root),
                contents.addresses(root, json.dumps(image.inspected)),
            ):
                assert not found, found
        print(f"   {contents.size(root) / 1e6:.0f} MB above its base")


def check_configuration(image: Image) -> None:
    config = image.config
    user, group = map(int, config["User"].split(":"))
    assert user > 0, config["User"]
    assert group > 0, config["User"]
    assert config["Cmd"] == ["onrecord", "serve"]
    assert config["StopSignal"] == "SIGTERM"
    assert config["Volumes"] == {"/data": {}}
    assert {"ONRECORD_HOST=0.0.0.0", "ONRECORD_STORE=/data/onrecord.db"} <= set(config["Env"])
    labels = {name.rpartition(".")[2]: told for name, told in config["Labels"].items()}
    assert labels["title"] == "Onrecord"
    assert (labels["licenses"], labels["revision"]) == ("Apache-2.0", "proof")
    assert labels["version"] == __version__


def check_runs(image: Image) -> None:
    with TemporaryDirectory(dir=images.CACHE) as name:
        folder = Path(name)
        with container(image, folder) as first:
            check_refusal(first)
            make_volume(first)
            with serving(first) as server:
                check_process(first, server)
                check_answers(server)
                check_health(first, server)
                check_seeding(first, server)
                check_end(server)
            with step("its health check fails where nothing serves"):
                assert not first.is_healthy()
        with container(image, folder) as second, serving(second) as server:
            check_store(second, server)


@contextmanager
def container(image: Image, folder: Path) -> Iterator[Container]:
    """A new container of the image, whose volume is this folder."""
    with images.unpacked(image) as root:
        settings = {"ONRECORD_HOST": "127.0.0.1", "ONRECORD_PORT": free_port()}
        yield Container(root, image.config, folder, settings)


def check_refusal(container: Container) -> None:
    with step("a volume that it cannot write is refused in one line, naming who needs it"):
        container.volume.chmod(0o755)
        code, said = container.run(*container.config["Cmd"])
        reason = "/data/onrecord.db cannot be used: unable to open database file"
        advice = f"(user {container.owner[0]} must be able to write in /data)"
        assert (code, said) == (2, f"onrecord: {reason} {advice}\n"), (code, said)


def make_volume(container: Container) -> None:
    """Gives the folder to whom the image gives its own, as happens to a new volume."""
    owner = (container.root / "data").stat()
    os.chown(container.volume, owner.st_uid, owner.st_gid)


def check_process(container: Container, server: Server) -> None:
    with step("it runs: not as root, without privileges, on a root that is read-only"):
        lines = Path(f"/proc/{server.pid}/status").read_text().splitlines()
        status = {name: told.split() for name, _, told in (line.partition(":") for line in lines)}
        user, group = container.owner
        assert (status["Uid"], status["Gid"]) == ([user] * 4, [group] * 4), status
        assert set(status["Groups"]) <= {group}
        assert int(status["CapEff"][0], 16) == 0
        assert status["NoNewPrivs"] == ["1"]
        assert os.statvfs(f"/proc/{server.pid}/root").f_flag & os.ST_RDONLY


def check_answers(server: Server) -> None:
    with step("an article and its text are fetched"):
        article = json.loads(server.get("/articles"))["items"][0]
        text = server.get(f"/articles/{article['id']}/text")
        assert text.startswith(article["headline"]["exact"])
    with step("a quote is fetched, and stands in the text where it says"):
        quotes = json.loads(server.get(f"/quotes?article={article['id']}"))["items"]
        assert quotes, "the annotator finds none"
        quote = json.loads(server.get(f"/quotes/{quotes[0]['id']}"))
        told = ("id", "article", "version", "content", "cue", "source", "speaker")  # by both
        assert [quote[name] for name in told] == [quotes[0][name] for name in told]
        for span in quote["content"]:
            assert text[span["start"] : span["end"]] == span["exact"]


def check_health(container: Container, server: Server) -> None:
    with step("its health check passes, fails while the server hangs, and passes again"):
        assert container.is_healthy()
        os.kill(server.pid, signal.SIGSTOP)
        assert not container.is_healthy()
        os.kill(server.pid, signal.SIGCONT)
        assert container.is_healthy()


def check_seeding(container: Container, server: Server) -> None:
    with step("an article is seeded while it serves"):
        (container.volume / "bridge.txt").write_text(ARTICLE)
        code, said = container.run("onrecord", "seed", "/data/bridge.txt")
        assert code == 0, said
        assert count_articles(server) == 2


def count_articles(server: Server) -> int:
    total: int = json.loads(server.get("/articles"))["total"]
    return total


def check_end(server: Server) -> None:
    with step(f"SIGTERM ends it within {SECONDS_TO_END} s"):
        code, seconds = server.end()
        assert code == 0, server.said()
        assert seconds < SECONDS_TO_END


def check_store(container: Container, server: Server) -> None:
    with step("the store is kept: a new container finds it, whole and sound"):
        assert "created" not in server.said()
        assert count_articles(server) == 2
        code, said = container.run("onrecord", "check")
        assert code == 0, said


if __name__ == "__main__":
    main()
