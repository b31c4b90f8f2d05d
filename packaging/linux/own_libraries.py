"""Runs first in the frozen program: other programs are not made to use our libraries.

The program is started with a search path that leads to its own folder. It has been read by then;
what we start later, such as the reader of a PDF, is to find the libraries of the system.
"""

import os

PATH = "LD_LIBRARY_PATH"

former = os.environ.pop(f"{PATH}_ORIG", None)
if former is not None:
    os.environ[PATH] = former
else:
    os.environ.pop(PATH, None)
