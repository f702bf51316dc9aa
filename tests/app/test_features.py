"""PySide's features are left alone: an import costs no look at the source."""

import sys

import pytest
from PySide6 import QtCore

import smala_lockin.ui
from smala_lockin.app import features


def test_pyside_looks_into_no_module_for_its_features() -> None:
    assert QtCore
    assert smala_lockin.ui
    feature = sys.modules["shibokensupport.feature"]
    looks = vars(feature)["_mod_uses_pyside"]  # a PySide without it is to be looked at again
    assert not looks(features)


def test_without_pyside_there_is_nothing_to_leave_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "shibokensupport.feature", raising=False)
    features.leave_alone()
