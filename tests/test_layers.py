"""The house stands: what DESIGN.md says of floors, rooms, libraries and sizes, read from the code.

Nothing is imported here; a rule is a function from one module to its faults.
"""

import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

APP = Path(__file__).parent.parent / "app"

# Each module or package directly in app/, and its floor.
FLOORS = {
    **dict.fromkeys(("__init__", "settings", "errors", "processes"), 0),
    **dict.fromkeys(("standoff", "identity"), 1),
    **dict.fromkeys(("text", "comparing"), 2),
    **dict.fromkeys(("store", "annotator", "formats", "pages"), 3),
    **dict.fromkeys(("seeding", "reannotating"), 4),
    "api": 5,
    **dict.fromkeys(("main", "cli", "serving", "protocol", "__main__"), 6),
}
GROUND, DOORS = 0, 6  # whoever lives on these two floors may see the others there
HEART = {"standoff": set[str](), "identity": {"standoff"}}  # and which rooms each may see
DOOR_ROOMS = {room for room, floor in FLOORS.items() if floor == DOORS}
HOMES = {
    "fastapi": {"api"} | DOOR_ROOMS,
    "sqlmodel": {"store"},
    "sqlalchemy": {"store"},
    "jinja2": {"pages"},
    "alembic": {"store"},
    "httpx": {"text"},
    "lxml": {"text"},
    "trafilatura": {"text"},
}
NO_NAMES = {"utils", "helpers", "common", "core", "base", "manager", "service"}
FUNCTION_LINES, FILE_LINES = 50, 300


@dataclass(frozen=True)
class Module:
    """One Python file of app/: its path there, the room it is in, and its code."""

    path: Path
    code: str

    @property
    def room(self) -> str:
        return self.path.with_suffix("").parts[0]

    def imports(self) -> Iterator[str]:
        """Everything imported, by its whole dotted name, wherever in the file it stands."""
        for node in ast.walk(ast.parse(self.code)):
            if isinstance(node, ast.Import):
                yield from (alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                origin = self._origin(node)
                yield from (f"{origin}.{alias.name}" for alias in node.names)

    def _origin(self, node: ast.ImportFrom) -> str:
        package = ("app", *self.path.parts[:-1])
        above = package[: len(package) - node.level + 1] if node.level else ()
        return ".".join((*above, *([node.module] if node.module else [])))

    def rooms_seen(self) -> Iterator[str]:
        """The rooms that are imported; `app` itself and what it defines is `__init__`."""
        for name in self.imports():
            first, _, rest = name.partition(".")
            if first == "app":
                room = rest.partition(".")[0]
                yield room if room in FLOORS else "__init__"


def faults(app: Path) -> list[str]:
    """Every fault of every module below this folder, each beginning with the module's path."""
    modules = [
        Module(path.relative_to(app), path.read_text("utf-8")) for path in sorted(app.rglob("*.py"))
    ]
    return [f"{m.path}: {fault}" for m in modules for rule in RULES for fault in rule(m)]


def has_a_floor(module: Module) -> Iterator[str]:
    if module.room not in FLOORS:
        yield f"the design knows no {module.room}"


def imports_only_go_down(module: Module) -> Iterator[str]:
    floor = FLOORS.get(module.room, DOORS)
    for room in module.rooms_seen():
        neighbours = FLOORS[room] == floor and floor in (GROUND, DOORS)
        at_home = room == module.room or room in HEART.get(module.room, ())
        if FLOORS[room] >= floor and not neighbours and not at_home:
            yield f"sees {room}"


def heart_knows_the_standard_library_only(module: Module) -> Iterator[str]:
    if module.room not in HEART:
        return
    seen = {name.partition(".")[0] for name in module.imports()} - {"app"}
    yield from (f"imports {name}" for name in sorted(seen - sys.stdlib_module_names))
    yield from (f"knows of {room}" for room in module.rooms_seen() if FLOORS[room] == GROUND)


def libraries_stay_at_home(module: Module) -> Iterator[str]:
    for name in module.imports():
        library = name.partition(".")[0]
        if library in HOMES and module.room not in HOMES[library]:
            yield f"imports {name}"


def names_say_something(module: Module) -> Iterator[str]:
    empty = NO_NAMES & set(module.path.with_suffix("").parts)
    yield from (f"{name} is no name" for name in sorted(empty))


def functions_need_no_scrolling(module: Module) -> Iterator[str]:
    for node in ast.walk(ast.parse(module.code)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            if lines > FUNCTION_LINES:
                yield f"{node.name} has {lines} lines"


def files_are_short(module: Module) -> Iterator[str]:
    lines = len(module.code.splitlines())
    if lines > FILE_LINES:
        yield f"has {lines} lines"


RULES = (
    has_a_floor,
    imports_only_go_down,
    heart_knows_the_standard_library_only,
    libraries_stay_at_home,
    names_say_something,
    functions_need_no_scrolling,
    files_are_short,
)


def test_the_house_stands() -> None:
    assert faults(APP) == []


def test_the_house_is_looked_at() -> None:
    assert {"standoff", "identity", "text", "annotator"} <= {
        path.relative_to(APP).with_suffix("").parts[0] for path in APP.rglob("*.py")
    }


@pytest.mark.parametrize(
    ("path", "code", "fault"),
    [
        pytest.param("kitchen.py", "", "the design knows no kitchen", id="a room unheard of"),
        pytest.param("text/a.py", "import app.store.rows", "sees store", id="upwards"),
        pytest.param("text/a.py", "from app.store import rows", "sees store", id="upwards, from"),
        pytest.param("text/a.py", "from app import cli", "sees cli", id="upwards, from the top"),
        pytest.param("text/a.py", "from ..api import deps", "sees api", id="upwards, relative"),
        pytest.param("text/a.py", "from .. import api", "sees api", id="upwards, relative, bare"),
        pytest.param("text/a/__init__.py", "from ... import api", "sees api", id="from a package"),
        pytest.param("text/a.py", "def f():\n    import app.cli", "sees cli", id="in a function"),
        pytest.param("errors.py", "import app.text", "sees text", id="from the ground"),
        pytest.param("api/a.py", "import app.main", "sees main", id="the web and its door"),
        pytest.param("store/a.py", "import app.annotator", "sees annotator", id="a neighbour"),
        pytest.param("pages/a.py", "import app.formats.a", "sees formats", id="another"),
        pytest.param("standoff.py", "import app.identity", "sees identity", id="heart and ids"),
        pytest.param("standoff.py", "import app.errors", "knows of errors", id="heart and ground"),
        pytest.param("identity.py", "import app.errors", "knows of errors", id="ids and ground"),
        pytest.param("identity.py", "import pydantic", "imports pydantic", id="a library for ids"),
        pytest.param("store/a.py", "import fastapi", "imports fastapi", id="fastapi below"),
        pytest.param(
            "seeding.py", "from fastapi.x import y", "imports fastapi.x.y", id="fastapi, from"
        ),
        pytest.param(
            "api/a.py", "from sqlmodel import select", "imports sqlmodel.select", id="SQL above"
        ),
        pytest.param("cli.py", "import sqlalchemy.orm", "imports sqlalchemy.orm", id="SQL, whole"),
        pytest.param("api/a.py", "import jinja2", "imports jinja2", id="jinja2"),
        pytest.param("cli.py", "import alembic.command", "imports alembic.command", id="alembic"),
        pytest.param("text/utils.py", "", "utils is no name", id="an empty name"),
        pytest.param("api/core/a.py", "", "core is no name", id="an empty name for a package"),
        pytest.param("cli.py", "def f():" + "\n    1" * 50, "f has 51 lines", id="a long function"),
        pytest.param(
            "cli.py",
            "class A:\n  async def f():" + "\n    1" * 50,
            "f has 51 lines",
            id="a long method",
        ),
        pytest.param("cli.py", "1\n" * 301, "has 301 lines", id="a long file"),
    ],
)
def test_a_fault_is_found(tmp_path: Path, path: str, code: str, fault: str) -> None:
    write(tmp_path / path, code)
    assert faults(tmp_path) == [f"{path}: {fault}"]


@pytest.mark.parametrize(
    ("path", "code"),
    [
        pytest.param("text/a.py", "from app import __version__, errors", id="the ground"),
        pytest.param("settings.py", "import app.errors", id="along the ground"),
        pytest.param("identity.py", "from app.standoff import Span\nimport re", id="ids and heart"),
        pytest.param("store/a.py", "from app.store import b\nfrom . import c", id="one room"),
        pytest.param("store/a.py", "import alembic, sqlalchemy, sqlmodel", id="SQL at home"),
        pytest.param("seeding.py", "import app.annotator, app.store", id="the story"),
        pytest.param("api/a.py", "import fastapi, app.formats, app.pages", id="the web"),
        pytest.param("pages/a.py", "import jinja2, app.standoff", id="the pages"),
        pytest.param("__main__.py", "import fastapi\nfrom app.cli import main", id="the doors"),
        pytest.param("cli.py", "def f():" + "\n    1" * 49, id="a function just short enough"),
        pytest.param("cli.py", "1\n" * 300, id="a file just short enough"),
    ],
)
def test_what_is_allowed(tmp_path: Path, path: str, code: str) -> None:
    write(tmp_path / path, code)
    assert faults(tmp_path) == []


def write(path: Path, code: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(code, "utf-8")
