"""Charts: figures of a report as matplotlib draws them, without pyplot."""
