"""``python -m flake8_http_status`` is the console command."""

from __future__ import annotations

import sys

if __name__ == "__main__":
    if not sys.flags.safe_path:
        del sys.path[0]  # the current folder, whose modules are to be checked and never imported
    from flake8_http_status.cli import main

    sys.exit(main())
