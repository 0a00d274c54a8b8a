"""The steps that a page tells of, and those that the code takes."""

from __future__ import annotations

import ast
import re
from collections.abc import Collection, Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "reportedly"


def calls(node: ast.AST) -> Iterator[str]:
    """Names called below a node, in the order of evaluation: what stands inside a call comes first."""
    children = list(ast.iter_child_nodes(node))
    if isinstance(node, ast.GeneratorExp | ast.ListComp):
        children = [*node.generators, node.elt]
    for child in children:
        yield from calls(child)
    if isinstance(node, ast.Call):
        yield node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")


def stages(module: str, start: str, *, within: str = "", more: Collection[str] = ()) -> list[str]:
    """What a function of a module of the package calls of other modules, in order; the module's own functions and
    methods stand for what they call. `within`: only what comes from modules whose names begin so; `more`: names to
    take besides."""
    tree = ast.parse((PACKAGE / module).read_text(encoding="utf-8"))
    imports = [n for n in ast.walk(tree) if isinstance(n, ast.ImportFrom) and (n.module or "").startswith(within)]
    names = {a.name for n in imports for a in n.names if a.name.islower()} | set(more)
    functions = {n.name: n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef)}

    def spread(name: str, above: tuple[str, ...]) -> Iterator[str]:
        for called in calls(functions[name]):
            if called not in functions:
                yield called
            elif called not in above:
                yield from spread(called, (*above, called))

    return list(dict.fromkeys(c for c in spread(start, (start,)) if c in names))


def numbered(text: str) -> list[str]:
    """The functions that head the numbered steps of a page or section. ValueError: the numbers do not run through."""
    found = re.findall(r"^(\d+)\. \*\*`(\w+)\(\)`\*\*", text, re.M)
    if [int(n) for n, _ in found] != list(range(1, len(re.findall(r"^\d+\. ", text, re.M)) + 1)):
        raise ValueError(f"the steps are not numbered through: {found}")
    return [name for _, name in found]


def defined() -> set[str]:
    """Every function and method of the package."""
    trees = (ast.parse(path.read_text(encoding="utf-8")) for path in PACKAGE.rglob("*.py"))
    return {n.name for tree in trees for n in ast.walk(tree) if isinstance(n, ast.FunctionDef)}


def named(text: str) -> set[str]:
    """Every function that a page names."""
    return set(re.findall(r"`(?:\w+\.)?(\w+)\(\)`", text))
