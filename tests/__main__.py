"""`python3 -m tests`: every check, then every test; arguments go to pytest."""

from __future__ import annotations

import subprocess
import sys
import sysconfig
from pathlib import Path

from smala_lockin import start

AT_ONCE = ("-n", "auto", "--dist", "worksteal", "--benchmark-disable")
"""On every core; benchmarks run once each, as in any run in which they share the machine."""

CHECKS = (
    ("ruff", "format", "--check", "."),
    ("ruff", "check", "."),
    ("mypy",),
    ("lint-imports", "--no-logo"),
)


def run_checks(pytest_arguments: list[str]) -> int:
    """Run all, also after a failure, and return the exit code; pytest's summary comes last."""
    failed = [" ".join(check) for check in CHECKS if not passes(*check)]
    print("\nFAILED: " + ", ".join(failed) if failed else "\nAll checks pass; now the tests.")
    tested = passes("pytest", *AT_ONCE, *pytest_arguments)
    return 0 if tested and not failed else 1


def passes(tool: str, *arguments: str) -> bool:
    """Run a tool of this environment by its own script and tell whether it is content."""
    print("\n$ " + " ".join((tool, *arguments)), flush=True)
    script = str(Path(sysconfig.get_path("scripts"), tool))
    return subprocess.run([script, *arguments], cwd=start.ROOT, check=False).returncode == 0


if __name__ == "__main__":
    start.prepare("dev")
    try:
        sys.exit(run_checks(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
