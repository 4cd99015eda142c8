"""`python -m app` is `onrecord`."""

import sys

from app.cli import main

sys.exit(main())
