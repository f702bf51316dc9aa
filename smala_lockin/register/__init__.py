"""Findings joined with what people typed: the risks."""
