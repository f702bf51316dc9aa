"""What fails when something does: events, stop and return times, single points, cut sets."""
