"""Bytes to values and back, one file per format."""
