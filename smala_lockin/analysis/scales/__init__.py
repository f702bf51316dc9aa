"""What is assumed of what is unknown, and the tables that rate it."""
