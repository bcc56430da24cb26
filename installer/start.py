"""Where the packed program begins: the command line; the window when it is started without words or from its icon."""

import sys
from pathlib import Path

from commission_app.__main__ import main, window

if __name__ == "__main__":
    from_icon = Path(sys.executable).stem.endswith("-window")
    sys.exit(window() if from_icon else main())
