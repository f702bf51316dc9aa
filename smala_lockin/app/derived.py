"""What a landscape works out when it is first asked, asked where nobody waits. Imports no Qt."""

from smala_lockin.domain.landscape import Landscape


def work_out(landscape: Landscape) -> None:
    """Work out all that a window looks up at once."""
    for known in (landscape.needs, landscape.needed_by, landscape.members):
        assert known is not None
