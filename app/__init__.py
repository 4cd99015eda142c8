"""Onrecord: who said what in a news article, and exactly where in its text."""

__version__ = "0.1.0"
