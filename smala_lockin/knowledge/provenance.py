"""Where a row of the catalogue comes from, how sure it is, and as of when."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import Protocol

from smala_lockin.knowledge import rows


class Confidence(StrEnum):
    """How sure a row is; what of it is covered, each table says."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """Where a row comes from; `as_of` is the day up to which it is believed to hold."""

    confidence: Confidence
    source: str
    as_of: date


class Sourced(Protocol):
    """A row of any of the smaller tables."""

    @property
    def provenance(self) -> Provenance: ...


def provenance(row: rows.Row) -> Provenance:
    """Return what the columns `confidence`, `source` and `as_of` of a row say."""
    confidence = row.choice("confidence", _CONFIDENCE)
    return _shared(confidence, row.needed("source"), row.day("as_of"))


_CONFIDENCE = rows.words(Confidence)


@lru_cache(maxsize=256)
def _shared(confidence: Confidence, source: str, as_of: date) -> Provenance:
    """Return one value for the many rows that say the same."""
    return Provenance(confidence=confidence, source=source, as_of=as_of)
