"""The commands; nothing here knows Qt."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse

    Commands = argparse._SubParsersAction[argparse.ArgumentParser]


def add_command(commands: "Commands", name: str, words: str) -> "argparse.ArgumentParser":
    """Add a command that says the same of itself in the list of all and on its own page."""
    return commands.add_parser(name, help=words, description=f"{words[:1].upper()}{words[1:]}.")
