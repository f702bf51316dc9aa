"""Strongly connected components, what is needed first."""

from collections.abc import Sequence


def components(targets: Sequence[Sequence[int]]) -> list[list[int]]:
    """Return the strongly connected components of a graph given by the targets of each node.

    Each component comes after all that its members point to. The search is depth-first and
    keeps its own stack, so that deep maps are fine (Tarjan 1972).
    """
    count = len(targets)
    number = [0] * count  # 0: not seen; count + 1: its component is known
    done, seen = count + 1, 0
    found: list[list[int]] = []
    open_nodes: list[int] = []
    for root in range(count):
        if number[root]:
            continue
        seen += 1
        number[root] = low = seen
        open_nodes.append(root)
        node, rest = root, iter(targets[root])
        path: list[tuple[int, int, object]] = []
        while True:
            for target in rest:
                at = number[target]
                if not at:
                    path.append((node, low, rest))
                    seen += 1
                    number[target] = low = seen
                    open_nodes.append(target)
                    node, rest = target, iter(targets[target])
                    break
                if at < low:
                    low = at
            else:
                if low == number[node]:
                    found.append(_closed(open_nodes, number, node, done))
                if not path:
                    break
                below = low
                node, low, rest = path.pop()  # type: ignore[assignment]
                low = min(low, below)
    return found


def _closed(open_nodes: list[int], number: list[int], root: int, done: int) -> list[int]:
    members = []
    while True:
        node = open_nodes.pop()
        number[node] = done
        members.append(node)
        if node == root:
            return members
