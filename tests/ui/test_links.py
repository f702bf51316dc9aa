"""The forms of dependencies and groups, and the ways that lead to them."""

from datetime import date

from PySide6.QtWidgets import QPushButton, QToolButton

from smala_lockin.domain.dependencies import DependencyId
from smala_lockin.domain.kinds import Need, Role
from smala_lockin.ui.fields.choice import Choice
from smala_lockin.ui.fields.line import Line
from smala_lockin.ui.panels.links import Links
from tests.builders import landscape_of
from tests.ui.conftest import MakeWindow
from tests.ui.forms import ACME, FIRST, MAP, PAIR, Form, pick


def test_what_it_needs_leads_there(form: Form) -> None:
    click_link(form.panel.asset_form.links["needs"], "Acme")
    assert form.window.selection.assets == {ACME}


def test_who_controls_a_supplier_is_listed_apart(window_on: MakeWindow) -> None:
    form = Form(window_on(MAP), ACME)
    links = form.panel.asset_form.links
    assert not links["controlled_by"].isHidden()
    assert links["needs"].isHidden()


def test_the_pencil_opens_the_dependency(form: Form) -> None:
    pencil = form.panel.asset_form.links["needed_by"].findChild(QToolButton, "edit")
    assert isinstance(pencil, QToolButton)
    pencil.click()
    assert form.window.selection.dependencies == {FIRST}
    fields = form.panel.dependency_form.fields
    buffer, need = fields["buffer_hours"].editor, fields["need"].editor
    assert isinstance(buffer, Line)
    assert isinstance(need, Choice)
    buffer.setText("3 j")
    buffer.finish()
    pick(need, "works badly without")
    one = form.landscape.dependencies[FIRST]
    assert (one.buffer_hours, one.need) == (72, Need.DEGRADING)


def test_a_role_that_does_not_fit_is_not_offered(window_on: MakeWindow) -> None:
    form = Form(window_on(MAP))
    form.window.selection.choose_dependencies([FIRST])
    role = form.panel.dependency_form.fields["role"].editor
    assert isinstance(role, Choice)
    assert role.findText("is provided by") < 0
    pick(role, "runs on")
    assert form.landscape.dependencies[FIRST].role is Role.RUNS_ON


def test_control_has_no_need_and_no_buffer(window_on: MakeWindow) -> None:
    form = Form(window_on(MAP))
    form.window.selection.choose_dependencies([DependencyId("d3")])
    fields = form.panel.dependency_form.fields
    assert [name for name, one in fields.items() if not one.isHidden()] == ["role", "control"]


def test_a_dependency_removed_leaves_an_empty_form(window_on: MakeWindow) -> None:
    form = Form(window_on(MAP))
    form.window.selection.choose_dependencies([FIRST])
    form.panel.dependency_form.remove.click()
    assert FIRST not in form.landscape.dependencies
    assert form.panel.dependency_form.isHidden()


def test_a_group_is_changed_and_dissolved(window_on: MakeWindow) -> None:
    form = Form(window_on(landscape_of("shop -> dns1 | dns2")))
    form.window.selection.choose_group(PAIR)
    group = form.panel.group_form
    needed, tested = group.fields["needed"].editor, group.fields["tested_on"].editor
    assert isinstance(needed, Choice)
    assert isinstance(tested, Line)
    pick(needed, "2")
    tested.setText("12/3/2026")
    tested.finish()
    one = form.landscape.groups[PAIR]
    assert (one.needed, one.tested_on) == (2, date(2026, 3, 12))
    group.dissolve.click()
    assert form.landscape.groups == {}
    assert group.isHidden()


def test_several_dependencies_selected_are_listed(window_on: MakeWindow) -> None:
    form = Form(window_on(MAP))
    form.window.selection.choose_dependencies([FIRST, DependencyId("d2")])
    click_link(form.panel.several, "Erp → Acme")
    assert form.window.selection.assets == {ACME}


def click_link(links: Links, name: str) -> None:
    """Click the other end's name."""
    buttons = links.findChildren(QPushButton, "link")
    next(one for one in buttons if one.accessibleName() == name).click()
