"""docs/pipeline.md names the functions that pipeline.py calls, in its order; whatever it names exists."""

from __future__ import annotations

from tests.docs.steps import ROOT, defined, named, numbered, stages

PAGE = (ROOT / "docs" / "pipeline.md").read_text(encoding="utf-8")


def test_the_steps_are_those_of_the_pipeline_in_its_order() -> None:
    assert numbered(PAGE) == stages("pipeline.py", "read_article", more=["run"])


def test_every_function_that_the_page_names_exists() -> None:
    assert named(PAGE) and named(PAGE) <= defined()
