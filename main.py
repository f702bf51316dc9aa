"""`python3 main.py`: the program from a checkout, on a machine that need only have Python."""

import multiprocessing
import sys

from smala_lockin import start

if __name__ == "__main__":  # child processes import this file again
    multiprocessing.freeze_support()
    start.prepare()
    from smala_lockin.__main__ import main

    sys.exit(main(sys.argv[1:]))
