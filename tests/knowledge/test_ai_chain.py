"""Whose model stands behind a tool is proposed where it is known, and nowhere else."""

from pathlib import Path

import pytest

from smala_lockin.domain.kinds import AssetKind
from smala_lockin.knowledge import (
    ai_chain,
    ai_model_rows,
    catalogue,
    in_force,
    ownership,
    vendors,
)
from smala_lockin.knowledge.ai_chain import model_supplies_of
from smala_lockin.knowledge.provenance import Confidence
from smala_lockin.knowledge.rows import CatalogueFault

_HEADER = "model_id,supplier_id,family,open_weights,confidence,source,as_of"


@pytest.mark.parametrize(
    ("tool", "families"),
    [
        ("chatgpt", ["GPT"]),
        ("openai", ["GPT"]),
        ("openai-api", ["GPT"]),
        ("azure-openai", ["GPT"]),
        ("microsoft-copilot", ["GPT", "Claude"]),
        ("github-copilot", ["GPT", "Claude"]),
        ("claude", ["Claude"]),
        ("gemini", ["Gemini"]),
        ("le-chat", ["Mistral"]),
        ("dust", ["GPT", "Claude", "Mistral"]),
        ("deepl", ["DeepL"]),
        ("llama", ["Llama"]),
        ("leexi", []),
        ("nuance", []),
        ("google-workspace", []),
        ("microsoft-365", []),
        ("no-such-vendor", []),
    ],
)
def test_the_models_that_a_tool_is_known_to_use(tool: str, families: list[str]) -> None:
    assert [supply.model.family for supply in model_supplies_of(tool)] == families


def test_a_chain_goes_from_the_tool_to_maker_host_and_countries() -> None:
    gpt, claude = model_supplies_of("microsoft-copilot")
    assert (gpt.supplier.id, claude.supplier.id) == ("openai", "anthropic")
    assert [host.id for host in gpt.hosts] == ["azure"]
    assert gpt.countries == ("US",)
    (mistral,) = model_supplies_of("le-chat")
    assert (mistral.supplier.id, mistral.hosts, mistral.countries) == ("mistral", (), ("FR",))


def test_two_tools_of_different_sellers_can_share_one_maker() -> None:
    makers = [
        {supply.supplier.id for supply in model_supplies_of(tool)}
        for tool in ("chatgpt", "azure-openai", "cursor")
    ]
    assert set.intersection(*makers) == {vendors.VendorId("openai")}


def test_no_chain_is_said_to_be_certain() -> None:
    supplies = [one for id in in_force.all_vendors() for one in model_supplies_of(id)]
    assert len(supplies) > 40
    assert {one.confidence for one in supplies} <= {Confidence.MEDIUM, Confidence.LOW}


def test_every_model_has_a_maker_in_the_catalogue() -> None:
    for model in ai_chain.models().values():
        maker = catalogue.vendor(model.supplier)
        assert maker is not None
        assert ownership.seller_of(maker) is maker


@pytest.mark.parametrize(
    ("row", "column"),
    [
        pytest.param("nobody,openai,GPT,no,high,x,2026-01-01", "model_id", id="model"),
        pytest.param("chatgpt,nobody,GPT,no,high,x,2026-01-01", "supplier_id", id="supplier"),
        pytest.param("llama,chatgpt,GPT,no,high,x,2026-01-01", "supplier_id", id="a service"),
        pytest.param("llama,meta,Llama,perhaps,high,x,2026-01-01", "open_weights", id="open"),
        pytest.param("llama,meta,,no,high,x,2026-01-01", "family", id="family"),
    ],
)
def test_a_model_that_makes_no_sense_is_refused(tmp_path: Path, row: str, column: str) -> None:
    table = tmp_path / "ai_models.csv"
    table.write_text(f"{_HEADER}\n{row}\n", encoding="utf-8")
    with pytest.raises(CatalogueFault) as caught:
        ai_model_rows.read(table, in_force.all_vendors())
    assert (caught.value.line, caught.value.column) == (2, column)


def test_a_family_is_proposed_as_a_fact_only_where_there_is_just_one() -> None:
    chatgpt, copilot = catalogue.vendor("chatgpt"), catalogue.vendor("microsoft-copilot")
    assert chatgpt is not None
    assert copilot is not None
    facts = catalogue.facts_of(chatgpt, AssetKind.AI_SERVICE)
    assert (facts["model_family"], facts["open_weights"]) == ("GPT", False)
    assert "model_family" not in catalogue.facts_of(chatgpt, AssetKind.CLOUD_SERVICE)
    assert "model_family" not in catalogue.facts_of(copilot, AssetKind.AI_SERVICE)
