"""What is worked out about a map as it stands: lock-in, reach, concentration, exits."""
