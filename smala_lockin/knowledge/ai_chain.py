"""Whose model stands behind an AI tool, where it runs, and whose law reaches it.

What a tool runs on is an estimate that changes from month to month: everything found here is a
suggestion to a person, never a finding. An empty answer means that nobody knows.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from smala_lockin.knowledge import in_force, ownership, vendors
from smala_lockin.knowledge.ai_model_rows import AiModel
from smala_lockin.knowledge.provenance import Confidence
from smala_lockin.knowledge.vendors import Vendor, VendorId


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelSupply:
    """A tool is known to use a model of `supplier`, on machines of `hosts` (empty if unknown).

    `countries` are those of the maker of the model, of its owners where these are sure, and of
    the hosts. `confidence` is never high, for tools change their models without a word.
    """

    tool: Vendor
    model: AiModel
    supplier: Vendor
    hosts: tuple[Vendor, ...]
    countries: tuple[str, ...]
    confidence: Confidence


def model_supplies_of(vendor_id: str) -> tuple[ModelSupply, ...]:
    """Return whose models a tool of the catalogue is known to use, in the order of its entry.

    More than one where it lets people choose or mixes them: what one company uses of it, a
    person has to say.
    """
    tool = in_force.all_vendors().get(VendorId(vendor_id))
    if tool is None or tool.category not in vendors.AI_CATEGORIES:
        return ()
    hosts = tuple(in_force.all_vendors()[id] for id in tool.runs_on if not _models_behind(id))
    own = in_force.tables().models.get(tool.id)
    known = (own,) if own else (model for id in tool.runs_on for model in _models_behind(id))
    return tuple(_supply(tool, model, hosts) for model in dict.fromkeys(known))


def tools_on(model: VendorId) -> list[str]:
    """Return the names of the tools that are known to use a family of models, by name."""
    users = (
        one.name
        for one in in_force.all_vendors().values()
        if one.category in vendors.AI_CATEGORIES
        and one.id != model
        and model in {supply.model.id for supply in model_supplies_of(one.id)}
    )
    return sorted(users, key=str.casefold)


def facts_of(tool: Vendor) -> dict[str, object]:
    """Return the family of models to propose for a tool, where it is known to use just one."""
    known = {supply.model.id: supply.model for supply in model_supplies_of(tool.id)}
    if len(known) != 1:
        return {}
    (model,) = known.values()
    is_open = {} if model.open_weights is None else {"open_weights": model.open_weights}
    return {"model_family": model.family, **is_open}


def models() -> Mapping[VendorId, AiModel]:
    """Return the known families of models by catalogue id, as corrected by the user; read-only."""
    return in_force.tables().models


def _models_behind(id: VendorId) -> tuple[AiModel, ...]:
    """Return the model that an entry stands for, or all those of the company it is."""
    known = in_force.tables().models
    if id in known:
        return (known[id],)
    return tuple(model for model in known.values() if model.supplier == id)


def _supply(tool: Vendor, model: AiModel, hosts: tuple[Vendor, ...]) -> ModelSupply:
    supplier = in_force.all_vendors()[model.supplier]
    sure = {Confidence.MEDIUM, tool.confidence, model.provenance.confidence}
    return ModelSupply(
        tool=tool,
        model=model,
        supplier=supplier,
        hosts=hosts,
        countries=_countries(supplier, *hosts),
        confidence=Confidence.LOW if Confidence.LOW in sure else Confidence.MEDIUM,
    )


def _countries(*known: Vendor) -> tuple[str, ...]:
    found: set[str] = set()
    for one in known:
        seller = ownership.seller_of(one) or one
        for company in (seller, *ownership.owner_chain(one)):
            found.update(filter(None, (company.country, *company.other_countries)))
    return tuple(sorted(found))
