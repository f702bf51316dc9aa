"""The rows of AI models: which company makes a family of models, and whether it can be had."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from smala_lockin.knowledge import rows
from smala_lockin.knowledge.provenance import Provenance, provenance
from smala_lockin.knowledge.vendors import Vendor, VendorId, VendorKind

COLUMNS = ("supplier_id", "family", "open_weights", "confidence", "source", "as_of")
OPEN_WEIGHTS: Mapping[str, bool | None] = {"yes": True, "no": False, "": None}
"""Whether models can be downloaded, by the cell that says so."""

_NONE: Mapping[str, Mapping[str, str]] = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class AiModel:
    """A family of models and the company that makes it; `id` is its entry in the catalogue.

    `open_weights` tells whether everybody can download the models that services use; None where
    it is unknown, or true of some only.
    """

    id: VendorId
    supplier: VendorId
    family: str
    open_weights: bool | None
    provenance: Provenance


def read(
    path: Path,
    known: Mapping[VendorId, Vendor],
    corrections: Mapping[str, Mapping[str, str]] = _NONE,
) -> dict[VendorId, AiModel]:
    """Return the models of a table by catalogue id, some of them corrected, and further ones.

    Raises `CatalogueFault` on a row that makes no sense, names no vendor, or comes twice.
    """
    found: dict[VendorId, AiModel] = {}
    header, blank = " ".join(("model_id", *COLUMNS)), {"model_id": "", **dict.fromkeys(COLUMNS, "")}
    for row in rows.corrected(rows.rows(path, header), "model_id", corrections, blank=blank):
        one = _model(row, known)
        if found.setdefault(one.id, one) is not one:
            raise row.refuse("model_id")
    return found


def _model(row: rows.Row, known: Mapping[VendorId, Vendor]) -> AiModel:
    model, supplier = VendorId(row.needed("model_id")), VendorId(row.needed("supplier_id"))
    if model not in known:
        raise row.refuse("model_id")
    if supplier not in known or known[supplier].kind is not VendorKind.COMPANY:
        raise row.refuse("supplier_id")
    if row.text("open_weights") not in OPEN_WEIGHTS:
        raise row.refuse("open_weights")
    return AiModel(
        id=model,
        supplier=supplier,
        family=row.needed("family"),
        open_weights=OPEN_WEIGHTS[row.text("open_weights")],
        provenance=provenance(row),
    )
