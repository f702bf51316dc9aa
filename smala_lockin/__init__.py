"""Smala Lock-in: what a company depends on, what would stop it, who decides over it."""
