from pathlib import Path

import pytest

from smala_lockin import paths
from smala_lockin.app import preferences
from smala_lockin.app.preferences import MAX_RECENT, Preferences


def test_what_was_saved_is_loaded() -> None:
    wanted = Preferences(language="fr", width=1280, height=700, recent=("a.smala",))
    preferences.save(wanted)
    assert preferences.load() == wanted


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"{", id="cut short"),
        pytest.param(b"[]", id="a list"),
        pytest.param(b"\xff\xfe", id="no text"),
        pytest.param(b"[" * 100_000, id="nested without end"),
        pytest.param(
            b'{"language": "xx", "width": "wide", "height": -3, "is_maximised": 1,'
            b' "findings_width": true, "recent": 4, "other": 1}',
            id="wrong values",
        ),
    ],
)
def test_a_broken_file_means_the_defaults(content: bytes) -> None:
    preferences.save(Preferences())
    (paths.user_folder() / "preferences.json").write_bytes(content)
    assert preferences.load() == Preferences()


def test_a_good_value_survives_a_bad_one_beside_it() -> None:
    preferences.save(Preferences())
    (paths.user_folder() / "preferences.json").write_text('{"language": "fr", "width": null}')
    assert preferences.load() == Preferences(language="fr")


def test_a_folder_that_cannot_be_made_is_no_reason_to_stop(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("SMALA_LOCKIN_HOME", str(tmp_path / "file" / "home"))
    preferences.save(Preferences())
    assert preferences.load() == Preferences()


def test_a_map_opened_again_comes_first_and_once(tmp_path: Path) -> None:
    before = Preferences(recent=tuple(f"{number}.smala" for number in range(MAX_RECENT)))
    again = before.after_opening(tmp_path / "a.smala").after_opening(tmp_path / "a.smala")
    assert again.recent == (str((tmp_path / "a.smala").resolve()), *before.recent[:-1])
