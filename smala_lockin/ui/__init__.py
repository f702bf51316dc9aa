"""All that is seen and touched."""
