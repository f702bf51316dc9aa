"""Who sells a thing, and who owns the seller."""

from smala_lockin.knowledge import in_force
from smala_lockin.knowledge.provenance import Confidence
from smala_lockin.knowledge.vendors import Vendor, VendorKind


def seller_of(vendor: Vendor) -> Vendor | None:
    """Return the company that sells a service, or the company itself; None for a community."""
    if vendor.kind is VendorKind.COMPANY:
        return vendor
    return in_force.all_vendors()[vendor.parent] if vendor.parent else None


def owner_chain(vendor: Vendor) -> tuple[Vendor, ...]:
    """Return the owners of a company, or of the seller of a service, the nearest first.

    Empty unless the seller and every owner are of high or medium confidence: only then may
    ownership be shown as a fact. `owners_to_confirm` has the others.
    """
    chain = _chain(vendor)
    return chain[1:] if _is_sure(chain) else ()


def owners_to_confirm(vendor: Vendor) -> tuple[Vendor, ...]:
    """Return the owners to ask about ("is this still owned by ...?"), the nearest first.

    Empty where the chain is sure, which `owner_chain` then returns.
    """
    chain = _chain(vendor)
    return () if _is_sure(chain) else chain[1:]


def _chain(vendor: Vendor) -> tuple[Vendor, ...]:
    """Return the seller and its owners; the table is checked to hold no circle."""
    known, chain, one = in_force.all_vendors(), [], seller_of(vendor)
    while one is not None:
        chain.append(one)
        one = known[one.parent] if one.parent else None
    return tuple(chain)


def _is_sure(chain: tuple[Vendor, ...]) -> bool:
    return all(one.confidence is not Confidence.LOW for one in chain)
