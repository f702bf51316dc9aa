"""Pure functions of a landscape: what fails with what, and what that means.

Modules that compute with numpy are imported inside functions, at first use: to load it takes longer
than the rest of the program. Nothing else is imported there.
"""
