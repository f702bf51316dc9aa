"""The map as people see it: a scene of cards, arrows and diamonds."""
