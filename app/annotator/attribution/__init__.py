"""Attribution: who said what. Every rule gives one quote, and its name leads to the function."""

from app.annotator.attribution.finding import find_quotes

__all__ = ["find_quotes"]
