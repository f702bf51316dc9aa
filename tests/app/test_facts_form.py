"""What the facts panel shows, without a widget."""

import pytest

from smala_lockin.app import facts_form
from smala_lockin.app.facts_form import MustStaySupplier, Shown
from smala_lockin.domain.assets import AssetId, Origin, Source
from smala_lockin.domain.facts import FACTS, Group
from tests.builders import asset, landscape_of

READ = {"users": Origin(source=Source.IMPORT, file="it.xlsx", row=3, value="12 pers.")}


def test_what_assets_share_is_shown_without_an_origin() -> None:
    pair = [asset("a", users=12, origin=READ), asset("b", users=12)]
    assert facts_form.shown(pair, FACTS["users"]) == Shown(value=12)


def test_what_differs_is_shown_as_several_values() -> None:
    pair = [asset("a", users=12), asset("b")]
    assert facts_form.shown(pair, FACTS["users"]) == Shown(hint="several values")


def test_one_asset_shows_where_a_fact_was_read_and_how() -> None:
    one = facts_form.shown([asset("a", users=12, origin=READ)], FACTS["users"])
    assert (one.note, one.tip) == ("from it.xlsx, row 3", "It was read as “12 pers.”.")


def test_an_unknown_fact_has_no_origin_to_tell() -> None:
    assert facts_form.shown([asset("a", origin=READ)], FACTS["users"]) == Shown()


def test_models_that_a_tool_is_known_to_use_are_suggested_and_not_filled_in() -> None:
    copilot = asset("a", "ai_service", catalogue_id="microsoft-copilot")
    told = facts_form.shown([copilot], FACTS["model_family"])
    assert told == Shown(note="known to use: GPT (OpenAI) and Claude (Anthropic)")
    assert facts_form.shown([copilot], FACTS["retention_days"]) == Shown()
    assert facts_form.shown([asset("a", "ai_service")], FACTS["model_family"]) == Shown()


def test_only_facts_of_all_kinds_selected_are_offered() -> None:
    mixed = [asset("a", "cloud_service"), asset("b", "supplier")]
    names = [rule.name for rule in facts_form.rules_of(mixed, Group.CONTRACT)]
    assert names == ["annual_cost", "end_of_support"]


def test_zero_and_no_count_as_known() -> None:
    one = asset("a", annual_cost=0, dpa_signed=False)
    assert facts_form.known([one], Group.CONTRACT) == (2, 11)


def test_facts_without_use_for_the_kind_are_told() -> None:
    assert facts_form.unused(asset("a", "people", users=12, owner="Ann")) == [("Users", "12")]


@pytest.mark.parametrize(
    ("fact", "expected"),
    [
        ("criticality", "Change criticality of Erp"),
        ("ai_act_role", "Change role under the AI Act of Erp"),
        ("name", "Change name of Erp"),
    ],
)
def test_a_step_names_fact_and_asset(fact: str, expected: str) -> None:
    assert facts_form.step(landscape_of("shop -> erp"), [AssetId("erp")], fact) == expected


def test_a_step_on_several_assets_counts_them() -> None:
    keys = [AssetId("shop"), AssetId("erp")]
    assert facts_form.step(landscape_of("shop -> erp"), keys, "owner") == (
        "Change person in charge of 2 assets"
    )


@pytest.mark.parametrize("arrow", ["erp => acme", "acme ~> corp", "small ~> acme"])
def test_a_supplier_of_others_must_stay_one(arrow: str) -> None:
    with pytest.raises(MustStaySupplier) as caught:
        facts_form.check_still_supplier(landscape_of(arrow), AssetId("acme"))
    assert "Acme" in caught.value.sentence()


def test_a_supplier_that_nobody_needs_may_become_anything() -> None:
    facts_form.check_still_supplier(landscape_of("acme -> erp"), AssetId("acme"))
