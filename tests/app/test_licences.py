"""The licences of all parts are there."""

import tomllib

import pytest

from smala_lockin import start
from smala_lockin.app.licences import Licence, licences


@pytest.mark.parametrize("licence", licences(), ids=lambda licence: licence.file)
def test_a_licence_has_a_text(licence: Licence) -> None:
    assert len(licence.text()) > 500


def test_ours_is_the_one_of_the_project() -> None:
    assert licences()[0].text() == (start.ROOT / "LICENSE").read_text(encoding="utf-8")


def test_every_dependency_is_named() -> None:
    project = tomllib.loads((start.ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    named = " ".join(licence.part for licence in licences()).lower()
    for requirement in project["project"]["dependencies"]:
        name = requirement.split(">")[0].removesuffix("-Essentials").strip()
        assert name.lower() in named
