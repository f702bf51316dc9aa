"""Ways out: what could take the place of a vendor's product, and how hard the move would be."""

from smala_lockin.knowledge import in_force
from smala_lockin.knowledge.alternative_rows import Alternative
from smala_lockin.knowledge.vendors import VendorId


def alternatives_of(vendor_id: str) -> tuple[Alternative, ...]:
    """Return the known ways out of a catalogue entry, the easiest first, each vendor once.

    Empty for an id that is unknown, and for the many entries that nobody has looked into: no row
    does not mean that there is no way out.
    """
    return in_force.alternatives().get(VendorId(vendor_id), ())
