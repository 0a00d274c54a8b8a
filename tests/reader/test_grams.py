"""Words and letters of a sentence with a source and a target, and the model over them."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings

from reportedly.errors import RunError
from reportedly.reader.grams import BITS, PARTS, Wording, marked, places, weighed
from reportedly.reader.model import WEIGHTS
from reportedly.reading import Reader
from tests.handmade import span
from tests.strategies import any_text, news_like

TEXT = "Norland accused Kestria of shelling a village."
SOURCE, TARGET = (span(TEXT, "Norland"),), (span(TEXT, "Kestria"),)


def test_the_two_are_marked() -> None:
    assert marked(TEXT, SOURCE, TARGET) == " SRC  accused  TGT  of shelling a village."
    assert marked(TEXT, (), ()) == TEXT


def test_who_does_it_to_whom_matters() -> None:
    one, other = (set(places(TEXT, *pair)[0].tolist()) for pair in ((SOURCE, TARGET), (TARGET, SOURCE)))
    assert one != other
    assert places(TEXT, SOURCE, TARGET)[0].tolist() == places(TEXT, SOURCE, TARGET)[0].tolist()


def test_their_names_do_not() -> None:
    renamed = TEXT.replace("Norland", "Ostmark")
    assert places(renamed, SOURCE, TARGET)[0].tolist() == places(TEXT, SOURCE, TARGET)[0].tolist()


@given(any_text | news_like)
@settings(max_examples=50)
def test_every_part_has_unit_length_or_none(text: str) -> None:
    at, often = places(text, (), ())
    values = weighed(at, often, np.ones(PARTS << BITS, np.float32))
    lengths = np.bincount(at >> BITS, weights=values * values, minlength=PARTS)
    assert all(length == 0 or abs(length - 1) < 1e-3 for length in lengths)
    assert (np.diff(at) > 0).all() and (at < PARTS << BITS).all()


def test_shares_sum_to_one(reader: Reader) -> None:
    wording = Wording(WEIGHTS / "pairs.npz", reader.tools.model.pairs["wording"])
    for text in (TEXT, ""):
        assert abs(np.exp(wording.log_shares(text, (), ())).sum() - 1) < 1e-6


def test_weights_that_are_not_those_named(tmp_path: Path, reader: Reader) -> None:
    file = Path(shutil.copy(WEIGHTS / "pairs.npz", tmp_path))
    file.write_bytes(file.read_bytes()[:-1])
    with pytest.raises(RunError, match=r"is not the file that reader\.json names"):
        Wording(file, reader.tools.model.pairs["wording"])
    with pytest.raises(RunError, match="missing or broken"):
        Wording(tmp_path / "nothing", "")
