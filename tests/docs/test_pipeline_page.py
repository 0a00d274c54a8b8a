"""docs/pipeline.md names the functions that pipeline.py calls, in its order; whatever it names exists."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "reportedly"
PAGE = (ROOT / "docs" / "pipeline.md").read_text(encoding="utf-8")
SOURCE = (PACKAGE / "pipeline.py").read_text(encoding="utf-8")


def calls(node: ast.AST) -> Iterator[str]:
    """Names called below a node, in the order of evaluation: what stands inside a call comes first."""
    children = list(ast.iter_child_nodes(node))
    if isinstance(node, ast.GeneratorExp | ast.ListComp):
        children = [*node.generators, node.elt]
    for child in children:
        yield from calls(child)
    if isinstance(node, ast.Call):
        yield node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")


def stages() -> list[str]:
    """What `read_article` calls of the package's other modules, in order; its own helpers stand in their place."""
    tree = ast.parse(SOURCE)
    imported = {a.name for n in ast.walk(tree) if isinstance(n, ast.ImportFrom) for a in n.names if a.name.islower()}
    functions = {n.name: n for n in tree.body if isinstance(n, ast.FunctionDef)}

    def spread(name: str) -> Iterator[str]:
        for called in calls(functions[name]):
            yield from spread(called) if called in functions else [called]

    return list(dict.fromkeys(c for c in spread("read_article") if c in imported or c == "run"))


def defined() -> set[str]:
    """Every function and method of the package."""
    trees = (ast.parse(path.read_text(encoding="utf-8")) for path in PACKAGE.rglob("*.py"))
    return {n.name for tree in trees for n in ast.walk(tree) if isinstance(n, ast.FunctionDef)}


def test_the_steps_are_those_of_the_pipeline_in_its_order() -> None:
    assert re.findall(r"^\d+\. \*\*`(\w+)\(\)`\*\*", PAGE, re.M) == stages()


def test_the_steps_are_numbered_through() -> None:
    assert re.findall(r"^(\d+)\. ", PAGE, re.M) == [str(i) for i in range(1, len(stages()) + 1)]


def test_every_function_that_the_page_names_exists() -> None:
    named = set(re.findall(r"`(?:\w+\.)?(\w+)\(\)`", PAGE))
    assert named and named <= defined()
