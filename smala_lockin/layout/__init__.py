"""A landscape to positions."""
