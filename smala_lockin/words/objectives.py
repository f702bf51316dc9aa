"""The objectives of the EU Cloud Sovereignty Framework (European Commission, 2025)."""

from smala_lockin.i18n import pgettext


def objective(id: str) -> str:
    """Return what an objective is about; an unknown one is its own name."""
    return {
        "SOV-1": pgettext("objective", "strategy"),
        "SOV-2": pgettext("objective", "law"),
        "SOV-3": pgettext("objective", "data and AI"),
        "SOV-4": pgettext("objective", "operation"),
        "SOV-5": pgettext("objective", "supply chain"),
        "SOV-6": pgettext("objective", "technology"),
        "SOV-7": pgettext("objective", "security"),
        "SOV-8": pgettext("objective", "environment"),
    }.get(id, id)
