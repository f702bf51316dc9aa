"""Pure functions of a landscape: what fails with what, and what that means."""
