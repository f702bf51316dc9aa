"""Tables of a stranger to a proposal, and from there to one edit."""
