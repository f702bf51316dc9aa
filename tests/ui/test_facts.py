"""The facts panel: what is entered there lands in the landscape, or is refused in a sentence."""

from datetime import date

import pytest
from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCalendarWidget, QWidget
from pytestqt.qtbot import QtBot

from smala_lockin import i18n
from smala_lockin.domain import edits
from smala_lockin.domain.facts import Group, facts_of
from smala_lockin.domain.kinds import AssetKind
from smala_lockin.ui.fields.countries import CountryLine
from smala_lockin.ui.fields.day import DayLine
from smala_lockin.ui.fields.levels import Levels
from smala_lockin.ui.fields.line import Paragraph
from smala_lockin.ui.fields.look import Look
from tests.builders import asset, landscape_of
from tests.ui.conftest import MakeWindow
from tests.ui.forms import ACME, ENTER, ERP, MAP, PAIR, SHOP, Form, pick


def test_the_facts_turn_up_with_a_selection_and_leave_with_it(window_on: MakeWindow) -> None:
    window = window_on(MAP)
    window.selection.choose_assets([ERP])
    assert window.side.currentIndex() == 1
    window.selection.clear()
    assert window.side.currentWidget() is window.findings


def test_enter_makes_one_named_step(form: Form) -> None:
    form.type("criticality", "5")
    assert form.erp.criticality == 5
    history = form.window.document.history
    assert (history.count(), history.undoText()) == (1, "Change criticality of Erp")


def test_once_entered_undo_is_for_the_map(form: Form) -> None:
    form.type("criticality", "5")
    assert not form.line("criticality").isUndoAvailable()


def test_leaving_a_field_enters_what_was_typed(form: Form) -> None:
    form.type("recovery_hours", "2 days", Qt.Key.Key_Tab)
    assert form.erp.recovery_hours == 48
    assert form.line("recovery_hours").text() == "48"


def test_leaving_a_field_untouched_is_no_step(form: Form) -> None:
    form.line("criticality").setFocus()
    QTest.keyClick(form.line("criticality"), Qt.Key.Key_Tab)
    assert form.window.document.history.count() == 0


def test_nothing_typed_is_unknown_and_zero_is_zero(form: Form) -> None:
    form.type("criticality", "")
    form.type("annual_cost", "0")
    assert (form.erp.criticality, form.erp.annual_cost) == (None, 0)
    assert form.line("criticality").property("look") == Look.UNKNOWN
    assert form.line("annual_cost").property("look") == Look.PLAIN


def test_what_cannot_be_stays_in_the_field_with_a_sentence(form: Form) -> None:
    form.type("criticality", "9")
    assert form.erp.criticality == 4
    assert form.field("criticality").fault.text() == (
        "A whole number from 1 to 5 is expected here, not 9."
    )
    assert form.line("criticality").text() == "9"
    form.type("criticality", "3")
    assert (form.erp.criticality, form.field("criticality").is_refused) == (3, False)


def test_escape_brings_back_what_was_shown(form: Form) -> None:
    form.type("criticality", "9")
    QTest.keyClick(form.line("criticality"), Qt.Key.Key_Escape)
    assert (form.line("criticality").text(), form.field("criticality").is_refused) == ("4", False)


def test_undo_shows_in_the_field(form: Form) -> None:
    form.type("criticality", "5")
    form.window.document.history.undo()
    assert form.line("criticality").text() == "4"


def test_a_refused_text_outlives_an_edit_elsewhere_and_waits_while_another_card_is_selected(
    form: Form,
) -> None:
    form.type("criticality", "9")
    form.type("owner", "Bob")
    assert form.line("criticality").text() == "9"
    form.window.selection.choose_assets([SHOP])
    assert "“9”" in form.window.statusBar().currentMessage()
    assert not form.field("criticality").is_refused
    form.window.selection.choose_assets([ERP])
    assert (form.line("criticality").text(), form.field("criticality").is_refused) == ("9", True)
    assert form.erp.criticality == 4
    form.type("criticality", "5")
    form.window.selection.choose_assets([SHOP])
    form.window.selection.choose_assets([ERP])
    assert (form.line("criticality").text(), form.field("criticality").is_refused) == ("5", False)


def test_a_fact_says_where_it_came_from_until_somebody_types(form: Form) -> None:
    assert form.field("owner").note.text() == "from it.xlsx, row 12"
    form.type("owner", "Bob")
    assert (form.field("owner").note.text(), form.erp.origin) == ("", {})


def test_the_name_cannot_be_emptied(form: Form) -> None:
    form.type("name", "")
    assert form.erp.name == "Erp"
    assert form.field("name").fault.text() == "This must not be empty."


def test_a_new_kind_keeps_the_facts_and_shows_those_without_use(form: Form) -> None:
    form.type("users", "12")
    pick(form.choice("kind"), "people")
    section, label = form.panel.asset_form.unused
    assert (form.erp.kind.value, form.erp.users) == ("people", 12)
    assert section.heading.text() == "Kept, not used for people"
    assert label.text() == "Users: 12"
    assert form.field("users").isHidden()


def test_a_supplier_of_others_stays_one_and_the_form_says_why(window_on: MakeWindow) -> None:
    form = Form(window_on(MAP), ACME)
    pick(form.choice("kind"), "people")
    assert form.landscape.assets[ACME].kind is AssetKind.SUPPLIER
    assert form.field("kind").fault.text().startswith("Acme provides, controls")
    assert form.choice("kind").currentText() == "supplier"
    pick(form.choice("kind"), "supplier")
    assert not form.field("kind").is_refused


def test_yes_no_and_unknown_are_three_things(form: Form) -> None:
    assert form.choice("dpa_signed").currentText() == ""
    pick(form.choice("dpa_signed"), "no")
    assert (form.erp.dpa_signed,) == (False,)
    pick(form.choice("dpa_signed"), "unknown")
    assert (form.erp.dpa_signed,) == (None,)
    assert form.choice("dpa_signed").currentText() == ""


def test_the_beginning_of_a_country_is_enough(window_on: MakeWindow) -> None:
    form = Form(window_on(MAP), ACME)
    form.type("country", "belg")
    assert form.landscape.assets[ACME].country == "BE"
    assert form.line("country").text() == "Belgium"


def test_no_country_is_made_up(window_on: MakeWindow) -> None:
    form = Form(window_on(MAP), ACME)
    form.type("country", "Atlantis")
    assert form.landscape.assets[ACME].country is None
    assert form.field("country").fault.text() == "No country is called “Atlantis”."


def test_the_arrow_down_offers_every_country(window_on: MakeWindow) -> None:
    form = Form(window_on(MAP), ACME)
    line = form.line("country")
    assert isinstance(line, CountryLine)
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_Down)
    popup = line.completer().popup()
    assert popup is not None
    assert popup.isVisible()
    assert line.completer().completionCount() > 200
    popup.hide()


def test_several_countries_and_regions_fit_one_line(form: Form) -> None:
    form.type("hosting_countries", "UE, France", Qt.Key.Key_Tab)
    assert form.erp.hosting_countries == ("EU", "FR")
    assert form.line("hosting_countries").text() == "European Union, France"


def test_a_day_is_chosen_from_the_calendar(form: Form, qtbot: QtBot) -> None:
    form.type("contract_end", "1/3/2027")
    line = form.line("contract_end")
    assert isinstance(line, DayLine)
    calendar = line.open_calendar().findChild(QCalendarWidget)
    assert isinstance(calendar, QCalendarWidget)
    assert calendar.selectedDate() == QDate(2027, 3, 1)
    calendar.clicked.emit(QDate(2027, 3, 31))
    assert form.erp.contract_end == date(2027, 3, 31)


def test_levels_are_entered_one_by_one(form: Form) -> None:
    levels = form.field("sovereignty").editor
    assert isinstance(levels, Levels)
    pick(levels.choices["SOV-4"], "2")
    pick(levels.choices["SOV-1"], "0")
    assert form.erp.sovereignty == {"SOV-4": 2, "SOV-1": 0}
    pick(levels.choices["SOV-4"], "unknown")
    assert form.erp.sovereignty == {"SOV-1": 0}


def test_factors_of_a_threat_say_what_each_level_means(window_on: MakeWindow) -> None:
    form = Form(window_on(MAP), ACME)
    levels = form.field("ecosystem").editor
    assert isinstance(levels, Levels)
    dependency = levels.choices["dependency"]
    tips = [
        dependency.itemData(dependency.findData(level), Qt.ItemDataRole.ToolTipRole)
        for level in "1234"
    ]
    assert [tip[0] for tip in tips] == [*"1234"]
    pick(dependency, "4")
    assert form.landscape.assets[ACME].ecosystem == {"dependency": 4}


def test_a_description_is_entered_when_left(form: Form) -> None:
    paragraph = form.field("description").editor
    assert isinstance(paragraph, Paragraph)
    paragraph.setFocus()
    QTest.keyClicks(paragraph, "All we sell")
    QTest.keyClick(paragraph, Qt.Key.Key_Tab)
    assert form.erp.description == "All we sell"


def test_what_is_being_typed_can_be_settled(form: Form) -> None:
    line = form.line("owner")
    line.setFocus()
    line.setText("Bob")
    form.window.side.settle()
    assert form.erp.owner == "Bob"


def test_the_key_that_saves_takes_what_is_being_typed(form: Form) -> None:
    form.line("owner").setFocus()
    form.line("owner").setText("Bob")
    form.window.actions_by_id["tidy"].trigger()
    assert form.erp.owner == "Bob"


def test_several_cards_take_one_fact_at_once(window_on: MakeWindow) -> None:
    form = Form(window_on(MAP), ERP, SHOP)
    assert form.line("criticality").placeholderText() == "several values"
    form.type("criticality", "2")
    assert [form.landscape.assets[key].criticality for key in (ERP, SHOP)] == [2, 2]
    assert form.window.document.history.count() == 1
    assert form.field("name").isHidden()


def test_several_values_stay_where_nothing_is_typed(window_on: MakeWindow) -> None:
    form = Form(window_on(MAP), ERP, SHOP)
    form.type("criticality", "")
    assert form.erp.criticality == 4


@pytest.mark.parametrize("kind", AssetKind)
def test_every_fact_of_a_kind_has_a_labelled_field_of_28_pixels(
    window_on: MakeWindow, qtbot: QtBot, kind: AssetKind
) -> None:
    form = Form(window_on(landscape_of(assets=[asset("erp", kind.value)])), ERP)
    qtbot.wait(30)
    shown = {name for name, field in form.panel.asset_form.fields.items() if field.isVisible()}
    assert shown == {"name", "kind", *(rule.name for rule in facts_of(kind))}
    for name in shown:
        field = form.field(name)
        assert field.label.buddy() is field.editor
        assert field.editor.accessibleName()
        assert field.editor.height() >= 28


def test_a_form_speaks_french(window_on: MakeWindow) -> None:
    with i18n.language("fr"):
        form = Form(window_on(MAP), ERP)
        form.line("annual_cost").setText("9.600,5 €")
        form.line("annual_cost").finish()
        assert form.erp.annual_cost == 9600.5
        form.type("hosting_countries", "Etats-Unis")
        assert form.line("hosting_countries").text() == "États-Unis"


def test_findings_about_an_asset_stand_on_top_and_lead_to_the_list(
    window_on: MakeWindow, qtbot: QtBot
) -> None:
    window = window_on(landscape_of("sales -> erp", "hr -> mail"))
    with qtbot.waitSignal(window.analyst.report_ready, timeout=20_000):
        window.begin()
    form = Form(window, ERP)
    about = form.panel.about
    about.setFocus()
    about.setCurrentIndex(about.model().index(0, 0))
    QTest.keyClick(about, ENTER)
    assert window.selection.finding == "spof:erp"
    assert window.side.currentWidget() is window.findings


def test_a_false_redundancy_says_on_what_it_breaks(window_on: MakeWindow, qtbot: QtBot) -> None:
    window = window_on(landscape_of("sales -> a | b", "a -> disk", "b -> disk"))
    with qtbot.waitSignal(window.analyst.report_ready, timeout=20_000):
        window.begin()
    form = Form(window)
    window.selection.choose_group(PAIR)
    texts = [
        str(form.panel.about.model().index(number, 0).data())
        for number in range(form.panel.about.model().rowCount())
    ]
    assert any("Disk" in text for text in texts)


def test_an_asset_that_goes_takes_its_form_along(form: Form) -> None:
    form.window.document.edit("Remove", lambda it: edits.remove_assets(it, [ERP]))
    assert form.panel.asset_form.isHidden()


def test_names_beyond_all_measure_do_no_harm(window_on: MakeWindow) -> None:
    vast = asset("erp", name="ض\n" + "x" * 5000, description="y" * 5000)
    form = Form(window_on(landscape_of("shop -> erp", assets=[vast])), ERP)
    form.window.selection.choose_assets([SHOP])
    content = form.panel.widget()
    assert content is not None
    assert content.width() <= form.panel.width()


def test_the_tabulator_key_walks_down_the_form(form: Form, qtbot: QtBot) -> None:
    qtbot.wait(30)
    content = form.panel.widget()
    assert content is not None
    stops: list[QWidget] = []
    here = form.line("name")
    one = here.nextInFocusChain()
    while one is not None and one is not here:
        takes_tab = bool(one.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if one.isVisible() and takes_tab and content.isAncestorOf(one) and not one.focusProxy():
            stops.append(one)
        one = one.nextInFocusChain()
    places = [stop.mapTo(content, QPoint(0, stop.height() // 2)).y() for stop in stops]
    assert len(stops) > 50
    assert places == sorted(places)


def test_a_closed_part_says_how_much_of_it_is_known(form: Form) -> None:
    heading = form.panel.asset_form.sections[Group.OUTAGE].heading
    assert heading.text() == "Outage  ·  1 of 5 known"
