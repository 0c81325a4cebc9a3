"""`make demo`, once everything is installed."""

import os
import sys
import traceback
from pathlib import Path

from rich.console import Console

from asemus.demo.demonstration import Demonstration
from asemus.demo.steps import ROOT
from asemus.faults import Fault, fault_of


def main() -> int:
    console = Console(highlight=False)
    var = Path(os.environ.get("ASEMUS_VAR") or ROOT / "var").resolve()
    try:
        Demonstration(var, os.environ.get("PORT") or "8000", console).run()
    except Fault as fault:
        console.print(str(fault), markup=False, soft_wrap=True)
    except OSError as error:
        console.print(str(fault_of(error)), markup=False, soft_wrap=True)
    except Exception as error:  # a person at a terminal gets a sentence, the file gets the rest
        log = var / "log" / "demo.log"
        log.write_text(traceback.format_exc())
        console.print(
            f"Something unforeseen: {error!r}. {log} has the details.", markup=False, soft_wrap=True
        )
    else:
        return 0
    return 1


if __name__ == "__main__":
    sys.exit(main())
