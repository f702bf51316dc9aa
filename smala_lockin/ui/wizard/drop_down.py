"""Drop-downs inside a table: drawn as such in every row, made when one is opened."""

from collections.abc import Callable

from PySide6.QtCore import QAbstractItemModel, QSize, Qt, QTimer
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionComboBox,
    QStyleOptionViewItem,
    QWidget,
)

from smala_lockin.ui.wizard.rows import Index

ROW_HEIGHT = 34


class DropDown(QStyledItemDelegate):
    """Shows a choice as a combo box; the model gives and takes the data of an item."""

    def __init__(
        self, choices: Callable[[Index], list[tuple[str, object]]], parent: QWidget
    ) -> None:
        """`choices` are the texts of a row's drop-down, each with its data."""
        super().__init__(parent)
        self._choices = choices

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, self._bare(option), index)
        box = QStyleOptionComboBox()
        box.rect = option.rect.adjusted(3, 3, -3, -3)
        box.palette = option.palette
        box.state = option.state & ~QStyle.StateFlag.State_Selected
        box.state |= QStyle.StateFlag.State_Enabled
        box.fontMetrics = option.fontMetrics
        box.currentText = str(index.data(Qt.ItemDataRole.DisplayRole))
        style = QApplication.style()
        style.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, box, painter)
        style.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, box, painter)

    def createEditor(  # noqa: N802
        self, parent: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> QWidget:
        box = QComboBox(parent)
        # A list to scroll, no tall menu, in lines as high as the style has them.
        box.setStyleSheet("QComboBox { combobox-popup: 0; }")
        box.setItemDelegate(QStyledItemDelegate(box))
        box.setMaxVisibleItems(14)
        for text, data in self._choices(index):
            box.addItem(text, data)
        box.activated.connect(lambda _row: self._finish(box))
        QTimer.singleShot(0, box, box.showPopup)
        return box

    def setEditorData(self, editor: QWidget, index: Index) -> None:  # noqa: N802
        assert isinstance(editor, QComboBox)
        editor.setCurrentText(str(index.data(Qt.ItemDataRole.DisplayRole)))

    def setModelData(  # noqa: N802
        self, editor: QWidget, model: QAbstractItemModel, index: Index
    ) -> None:
        assert isinstance(editor, QComboBox)
        model.setData(index, editor.currentText(), Qt.ItemDataRole.EditRole)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        return QSize(super().sizeHint(option, index).width() + 40, ROW_HEIGHT)

    def _finish(self, box: QComboBox) -> None:
        self.commitData.emit(box)
        self.closeEditor.emit(box)

    def _bare(self, option: QStyleOptionViewItem) -> QStyleOptionViewItem:
        bare = QStyleOptionViewItem(option)
        bare.text = ""
        return bare

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: N802
        super().initStyleOption(option, index)
        option.text = ""  # the box says it
