"""Dependencies made quickly are those of the constructor."""

import pickle
from dataclasses import FrozenInstanceError
from itertools import repeat

import pytest

from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.dependencies import (
    Dependency,
    DependencyId,
    GroupId,
    dependencies_of,
    dependency_of,
)
from smala_lockin.domain.errors import InvalidFact
from smala_lockin.domain.kinds import Control, Need, Role

ID, SHOP, CLOUD = DependencyId("d1"), AssetId("shop"), AssetId("cloud")


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("group", [None, GroupId("g1")])
def test_a_dependency_made_quickly_is_the_usual_one(role: Role, group: GroupId | None) -> None:
    made = dependency_of(ID, SHOP, CLOUD, role, Need.VITAL, 4.0, group, Control.INVESTOR, True)
    usual = Dependency(
        id=ID,
        source=SHOP,
        target=CLOUD,
        role=role,
        need=Need.VITAL,
        buffer_hours=4.0,
        group=group,
        control=Control.INVESTOR,
        carries_data=True,
    )
    assert type(made) is Dependency
    assert made == usual
    assert pickle.loads(pickle.dumps(made)) == usual
    with pytest.raises(FrozenInstanceError):
        made.need = Need.DEGRADING  # type: ignore[misc]


def test_dependencies_made_together_are_those_made_alone() -> None:
    ids, roles = [DependencyId(f"d{place}") for place in range(len(Role))], list(Role)
    made = dependencies_of(
        ids,
        repeat(SHOP),
        repeat(CLOUD),
        roles,
        repeat(Need.VITAL),
        repeat(4.0),
        repeat(Control.INVESTOR),
    )
    assert made == [
        dependency_of(id, SHOP, CLOUD, role, Need.VITAL, 4.0, control=Control.INVESTOR)
        for id, role in zip(ids, roles, strict=True)
    ]
    assert {type(one) for one in made} == {Dependency}
    with pytest.raises(InvalidFact):
        dependencies_of([ID], [SHOP], [CLOUD], [Role.USES], [Need.VITAL], [-1.0], [Control.GROUP])


def test_a_dependency_made_quickly_is_checked() -> None:
    with pytest.raises(InvalidFact):
        dependency_of(ID, SHOP, CLOUD, Role.USES, Need.VITAL, -1.0)
    with pytest.raises(InvalidFact):
        dependency_of(DependencyId(""), SHOP, CLOUD, Role.USES, Need.VITAL, 0.0)
