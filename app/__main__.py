"""`python -m app` is `onrecord`, the way in for both."""

import signal
import sys


def main() -> None:
    """Runs a command, which SIGTERM ends in good order at any moment, be it process 1."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))  # as shells say it
    from app.cli import main as run_command  # noqa: PLC0415  # a second, in which it may be told

    sys.exit(run_command())


if __name__ == "__main__":
    main()
