"""What lies in one hand, as people are told it; what is not known is never told as nought."""

from smala_lockin.analysis.figures.concentration import Bucket, Spread
from smala_lockin.domain.landscape import Landscape


def telling(spread: Spread) -> list[Bucket]:
    """Return the buckets of which there is something to say: a cost, a service or what stops."""
    return [
        one
        for one in spread.buckets
        if one.spend or one.services or (one.key is not None and one.blast_radius)
    ]


def is_known(spread: Spread) -> bool:
    """Whether there is something to say of a spread, and not of its unknown bucket alone."""
    return any(one.key is not None for one in telling(spread))


def is_dark(spread: Spread) -> bool:
    """Whether there is nothing to say but that all of it is unknown."""
    found = telling(spread)
    return bool(found) and not is_known(spread)


def spent(landscape: Landscape, bucket: Bucket) -> float | None:
    """Return what is known to be spent there in a year; None where nought only is not known."""
    costs = [landscape.assets[one].annual_cost for one in bucket.services]
    is_known = bucket.spend or (costs and None not in costs)
    return bucket.spend if is_known else None
