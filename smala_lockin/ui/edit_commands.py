"""The commands of the Edit menu for one window."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QMimeData, QObject, QPoint, QPointF, QRect, QTimer
from PySide6.QtGui import QAction, QCursor, QGuiApplication
from PySide6.QtWidgets import QMenu

from smala_lockin.app import copies, drawing, keeping, links_form
from smala_lockin.app.document import Document
from smala_lockin.app.selection import Selection
from smala_lockin.app.tidying import Tidying
from smala_lockin.domain import edits
from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.dependencies import DependencyId
from smala_lockin.domain.errors import LockinError
from smala_lockin.domain.landscape import Landscape, Position
from smala_lockin.formats import project
from smala_lockin.i18n import _, ngettext
from smala_lockin.ui import errors
from smala_lockin.ui.actions import all_actions, fill
from smala_lockin.ui.canvas.board import Board
from smala_lockin.ui.edit_actions import CARD_MENU, CARDS_MENU, EMPTY_MENU, LINK_MENU
from smala_lockin.words import nouns

MIME = "application/x-smala-lockin"
"""A part of a map on the clipboard, as the bytes of a map file."""

Slot = Callable[..., object]


class EditCommands(QObject):
    """Changes the map of a window at the user's command, each time as one step."""

    def __init__(self, document: Document, selection: Selection, board: Board) -> None:
        super().__init__(board)
        self._document, self._selection, self._board = document, selection, board
        self.tidying = Tidying(document, self)
        self.tidying.ready.connect(self._show_tidy)
        board.find_box.found.connect(self._show_found)
        board.view.rename_wanted.connect(self.rename)
        document.changed.connect(lambda _change: self._enable())
        selection.changed.connect(self._enable)
        board.view.menu_wanted.connect(self.open_menu)
        self._actions: Mapping[str, QAction] = {}
        self._menu_point: QPointF | None = None

    def slots(self) -> dict[str, Slot]:
        """Return what each action of the Edit menu does, by its id."""
        return {
            "undo": self._document.history.undo,
            "redo": self._document.history.redo,
            "add": self.add,
            "needs": self.needs,
            "command": self._board.command_box.open,
            "rename": self.rename,
            "delete": self.delete,
            "duplicate": self.duplicate,
            "cut": self.cut,
            "copy": self.copy,
            "paste": self.paste,
            "select_all": self.select_all,
            "group": self.group,
            "ungroup": self.ungroup,
            "keep": self.keep,
            "find": self._board.find_box.open,
            "tidy": self.tidying.run,
            "control_lines": self._board.scene.show_control,
        }

    def follow(self, actions: Mapping[str, QAction]) -> None:
        """Enable these actions where they make sense, and let undo and redo name their step."""
        self._actions = actions
        self._board.command_box.offer(
            lambda: [one for id, one in actions.items() if one.isEnabled() and id != "command"]
        )
        history = self._document.history
        history.undoTextChanged.connect(self._name_undo)
        history.redoTextChanged.connect(self._name_redo)
        history.canUndoChanged.connect(actions["undo"].setEnabled)
        history.canRedoChanged.connect(actions["redo"].setEnabled)
        self.tidying.working.connect(actions["tidy"].setDisabled)
        for facts in all_actions():
            if facts.is_of_map:
                self._board.view.addAction(actions[facts.id])
        actions["undo"].setEnabled(history.canUndo())
        actions["redo"].setEnabled(history.canRedo())
        self._name_undo(history.undoText())
        self._name_redo(history.redoText())
        self._enable()

    def open_menu(self, place: QPoint, point: QPointF) -> None:
        """Open the menu of what is selected; it stands for a point of the scene."""
        chosen = self._selection
        if self._assets() and chosen.finding is None:
            ids: tuple[str | None, ...] = CARDS_MENU if len(self._assets()) > 1 else CARD_MENU
        elif chosen.group is not None or chosen.dependencies:
            ids = LINK_MENU
        else:
            ids = EMPTY_MENU
        menu = QMenu(self._board)
        fill(menu, ids, self._actions)
        self._menu_point = point
        # What is chosen in a menu is done after the menu hides.
        menu.aboutToHide.connect(lambda: QTimer.singleShot(0, self, self._forget_menu))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    def close(self) -> None:
        """Drop what is under way."""
        self.tidying.close()

    def add(self) -> None:
        """Ask what to add, at the pointer or else in the middle of the view."""
        self._board.adding.add_at(self._pointer())

    def needs(self) -> None:
        """Ask what the selected asset needs."""
        for asset in self._assets()[:1]:
            self._board.view.bring([asset])
            self._board.adding.add_below(asset)

    def rename(self) -> None:
        """Change the name of the selected asset in place."""
        landscape, view = self._document.landscape, self._board.view
        chosen = self._selection.assets & landscape.assets.keys()
        if len(chosen) != 1:
            return
        (asset,) = chosen
        view.bring([asset])
        card = self._board.scene.cards[asset]
        place: QRect = view.mapFromScene(card.place).boundingRect()
        self._board.name_field.open(
            place, landscape.assets[asset].name, lambda name: self._call(asset, name)
        )

    def delete(self) -> None:
        """Take away the selected assets or dependencies; of a group, the group alone."""
        landscape, chosen = self._document.landscape, self._selection
        assets, links = self._assets(), self._links()
        if chosen.group in landscape.groups:
            self.ungroup()
        elif assets:
            label = _("Delete %(names)s") % {"names": nouns.names(landscape, assets)}
            self._document.edit(label, lambda it: edits.remove_assets(it, assets))
            chosen.clear()
        elif links:
            label = self._deletion_of(landscape, links)
            self._document.edit(label, lambda it: edits.remove_dependencies(it, links))
            chosen.clear()

    def duplicate(self) -> None:
        """Add a second one of each selected asset, beside it."""
        assets, places = self._assets(), self._board.scene.places
        if not assets:
            return
        label = _("Duplicate %(names)s")
        self._add_copies(
            label % {"names": nouns.names(self._document.landscape, assets)},
            lambda it: copies.duplicate(it, assets, places, _copy_of),
        )

    def cut(self) -> None:
        """Copy the selected assets, then take them away."""
        if self._assets():
            self.copy()
            self.delete()

    def copy(self) -> None:
        """Put the selected assets on the clipboard: for another map, and their names as text."""
        assets = self._assets()
        if not assets:
            return
        landscape = self._document.landscape
        part = copies.part(landscape, set(assets), self._board.scene.places)
        content = QMimeData()
        content.setData(MIME, project.encode(part))
        content.setText("\n".join(landscape.assets[key].name for key in assets))
        QGuiApplication.clipboard().setMimeData(content)

    def paste(self) -> None:
        """Add what was copied, at the pointer or else in the middle of the view."""
        content = QGuiApplication.clipboard().mimeData()
        if content is None or not content.hasFormat(MIME):
            return
        try:
            part = project.decode(bytes(content.data(MIME).data()))
        except LockinError as error:
            errors.told(error, self._board.window())
            return
        point = self._pointer()
        at = (point.x(), point.y())
        count = len(part.assets)
        label = ngettext("Paste %(n)d card", "Paste %(n)d cards", count) % {"n": count}
        self._add_copies(label, lambda it: copies.paste(it, part, at))

    def select_all(self) -> None:
        """Select every asset."""
        self._selection.choose_assets(self._document.landscape.assets)

    def group(self) -> None:
        """Let the selected dependencies, or those on the selected assets, be alternatives."""
        links = self._alternatives()
        if links:
            landscape = self._document.landscape
            names = nouns.names(landscape, (landscape.dependencies[key].target for key in links))
            label = _("Let %(names)s stand in for each other") % {"names": names}
            self._document.edit(label, lambda it: edits.group(it, links))
            group = drawing.group_of(self._document.landscape, links)
            if group is not None:
                self._selection.choose_group(group)

    def ungroup(self) -> None:
        """Let the members of the selected group, or those selected, be needed each for itself."""
        landscape, group = self._document.landscape, self._selection.group
        links = self._grouped()
        if not links:
            return
        names = nouns.names(landscape, (landscape.dependencies[key].target for key in links))
        label = _("Need %(names)s each for itself") % {"names": names}
        if group in landscape.groups and group is not None:
            self._document.edit(label, lambda it: edits.ungroup(it, group))
        else:
            self._document.edit(label, lambda it: drawing.freed(it, links))
        self._selection.choose_dependencies(links)

    def keep(self) -> None:
        """Keep the selected cards in place, or no longer where all of them are."""
        landscape, shown, assets = (
            self._document.landscape,
            self._board.scene.places,
            self._assets(),
        )
        is_kept = not keeping.kept(landscape).issuperset(assets)
        names = {"names": nouns.names(landscape, assets)}
        label = _("Keep %(names)s in place") if is_kept else _("Let %(names)s move")
        self._document.edit(
            label % names,
            lambda it: keeping.keep(drawing.pinned(it, shown), assets, is_kept=is_kept),
        )

    def _assets(self) -> list[AssetId]:
        chosen = self._selection.assets
        return [key for key in self._document.landscape.assets if key in chosen] if chosen else []

    def _links(self) -> list[DependencyId]:
        known = self._document.landscape.dependencies
        return [key for key in self._selection.dependencies if key in known]

    def _alternatives(self) -> tuple[DependencyId, ...]:
        chosen = self._selection
        if chosen.finding is not None:
            return ()
        return drawing.alternatives(self._document.landscape, self._assets(), self._links())

    def _grouped(self) -> list[DependencyId]:
        landscape, group = self._document.landscape, self._selection.group
        if group is not None and group in landscape.groups:
            return [link.id for link in landscape.members[group]]
        return [key for key in self._links() if landscape.dependencies[key].group is not None]

    def _forget_menu(self) -> None:
        self._menu_point = None

    def _pointer(self) -> QPointF:
        view = self._board.view
        if self._menu_point is not None:
            return self._menu_point
        here = view.viewport().mapFromGlobal(QCursor.pos())
        return view.mapToScene(here) if view.viewport().underMouse() else view.middle

    def _call(self, asset: AssetId, name: str) -> None:
        landscape = self._document.landscape
        if asset in landscape.assets and name != landscape.assets[asset].name:
            label = _("Rename %(name)s") % {"name": nouns.name(landscape, asset)}
            self._document.edit(label, lambda it: edits.put_fact(it, [asset], "name", name))

    def _add_copies(self, label: str, copied: Callable[[Landscape], copies.Pasted]) -> None:
        shown, made = self._board.scene.places, list[AssetId]()

        def edit(landscape: Landscape) -> Landscape:
            pasted = copied(drawing.pinned(landscape, shown))
            made.extend(pasted.assets)
            return pasted.landscape

        self._document.edit(label, edit)
        self._selection.choose_assets(made)
        self._board.view.bring(made)

    def _show_tidy(self, places: Mapping[AssetId, Position]) -> None:
        self._board.scene.glide_next()
        shown = self._board.scene.places
        self._document.edit(
            _("Tidy the map"), lambda it: drawing.moved(it, keeping.tidied(it, places, shown))
        )
        self._board.view.fit()

    def _show_found(self, asset: str) -> None:
        self._selection.choose_assets([AssetId(asset)])
        self._board.view.reveal([AssetId(asset)])

    def _deletion_of(self, landscape: Landscape, links: list[DependencyId]) -> str:
        if len(links) == 1:
            ends = links_form.between(landscape, landscape.dependencies[links[0]])
            return _("Delete the dependency of %(source)s on %(target)s") % ends
        words = ngettext("Delete %(n)d dependency", "Delete %(n)d dependencies", len(links))
        return words % {"n": len(links)}

    def _enable(self) -> None:
        if not self._actions:
            return
        assets, group = self._assets(), self._selection.group
        is_grouped = group is not None and group in self._document.landscape.groups
        able = {
            "needs": len(assets) == 1,
            "rename": len(assets) == 1,
            "delete": bool(assets or self._links() or is_grouped),
            "group": bool(self._alternatives()),
            "ungroup": bool(self._grouped()),
            **dict.fromkeys(("duplicate", "cut", "copy", "keep"), bool(assets)),
        }
        kept = keeping.kept(self._document.landscape)
        self._actions["keep"].setChecked(bool(assets) and kept.issuperset(assets))
        for id, is_able in able.items():
            self._actions[id].setEnabled(is_able)

    def _name_undo(self, step: str) -> None:
        self._actions["undo"].setText(_named(_("&Undo"), _("&Undo %(step)s"), step))

    def _name_redo(self, step: str) -> None:
        self._actions["redo"].setText(_named(_("&Redo"), _("&Redo %(step)s"), step))


def _copy_of(name: str) -> str:
    return _("%(name)s (copy)") % {"name": name}


def _named(plain: str, named: str, step: str) -> str:
    words = step[:1].lower() + step[1:]
    return named % {"step": words.replace("&", "&&")} if step else plain
