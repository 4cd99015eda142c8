"""The command line: each command parses, calls down, prints; the only place that commits.

Exit codes: 0 done, 1 a check found a fault, 2 bad usage or input.
"""

import argparse
import os
import sys
from collections.abc import Callable, Sequence

from app import __version__
from app.cli import annotating, copying, correcting, reannotating, seeding, serving, storing
from app.cli.parsing import Add, complain
from app.errors import OnrecordError


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and gives its exit code."""
    chosen = make_parser().parse_args(arguments)
    command: Callable[[argparse.Namespace], int] = chosen.command
    try:
        return command(chosen)
    except OnrecordError as error:
        return complain(error)
    except BrokenPipeError:  # whoever read our output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130  # as shells say it


def make_parser() -> argparse.ArgumentParser:
    """Every command with its flags; the first line of a command's docstring is its help."""
    parser = argparse.ArgumentParser(prog="onrecord", description=__doc__)
    parser.add_argument("--version", action="version", version=f"onrecord {__version__}")
    add = Add(parser.add_subparsers(required=True, metavar="COMMAND"))
    for family in (serving, seeding, annotating, reannotating, storing, copying, correcting):
        family.add_commands(add)
    return parser
