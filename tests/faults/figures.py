"""What a fault run measured, beside what was wanted."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """One row: what was measured, what was wanted of it, what came out, and whether that holds."""

    what: str
    wanted: str
    measured: str
    holds: bool


def exactly(what: str, wanted: int, measured: int) -> Figure:
    return Figure(what, f"{wanted:,}", f"{measured:,}", measured == wanted)


def none(what: str, found: list[str]) -> Figure:
    """Nothing of the kind was found; else the first few are told."""
    told = "; ".join(found[:3])
    return Figure(what, "0", f"{len(found):,}" + (f": {told}" if told else ""), not found)


def at_least(what: str, wanted: float, measured: float, unit: str = "") -> Figure:
    return Figure(what, f"≥ {wanted:,}{unit}", f"{measured:,.6g}{unit}", measured >= wanted)


def at_most(what: str, wanted: float, measured: float, unit: str = "") -> Figure:
    return Figure(what, f"≤ {wanted:,}{unit}", f"{measured:,.3g}{unit}", measured <= wanted)


def told(what: str, measured: str) -> Figure:
    """What nothing is wanted of; it stands beside for comparison."""
    return Figure(what, "", measured, holds=True)
