"""Reads one journey a line from standard input, and answers with the nanoseconds that it took.

A line has three fields between tabs: the folder of the scripts, the database's URL, and "upgrade" or "offline".
"""
import io
import sys
import time

from alembic import command
from alembic.config import Config

for line in sys.stdin:
    folder, url, what = line.rstrip("\n").split("\t")
    begin = time.perf_counter_ns()
    config = Config(output_buffer=io.StringIO())
    config.set_main_option("script_location", folder)
    config.set_main_option("sqlalchemy.url", url)
    command.upgrade(config, "head", sql=what == "offline")
    print(time.perf_counter_ns() - begin, flush=True)
