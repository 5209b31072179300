"""Does one journey, and prints what it took as its last line: "footprint", nanoseconds, nanoseconds of CPU time, 0.

Arguments: the folder of the scripts, the database's URL, "upgrade" or "downgrade", and the revision.
"""
import sys
import time

from alembic import command
from alembic.config import Config

folder, url, direction, revision = sys.argv[1:]
config = Config()
config.set_main_option("script_location", folder)
config.set_main_option("sqlalchemy.url", url)
cpu = time.process_time_ns()
begin = time.perf_counter_ns()
getattr(command, direction)(config, revision)
print("footprint", time.perf_counter_ns() - begin, time.process_time_ns() - cpu, 0)
