"""The encoder at run time: broken installations, and the shape of what it gives."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest

from reportedly.errors import RunError
from reportedly.reader.model import WEIGHTS, ReaderModel
from reportedly.reading import Reader


@pytest.fixture
def weights(tmp_path: Path) -> Path:
    return Path(shutil.copytree(WEIGHTS, tmp_path / "weights"))


@pytest.mark.parametrize("name", ["reader.json", "reader.onnx", "tokenizer.json"])
def test_a_missing_file(weights: Path, name: str) -> None:
    (weights / name).unlink()
    with pytest.raises(RunError, match="install the package again"):
        ReaderModel(weights)


def test_no_folder(tmp_path: Path) -> None:
    with pytest.raises(RunError, match="missing"):
        ReaderModel(tmp_path / "nothing")


@pytest.mark.parametrize("keep", [0, 1000, -1])
def test_weights_that_are_cut_off(weights: Path, keep: int) -> None:
    file = weights / "reader.onnx"
    file.write_bytes(file.read_bytes()[:keep])
    with pytest.raises(RunError, match=r"is not the file that reader\.json names"):
        ReaderModel(weights)


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"sha256": "abc"}', "\udcff"])
def test_settings_that_are_broken(weights: Path, text: str) -> None:
    (weights / "reader.json").write_bytes(text.encode("utf-8", "surrogateescape"))
    with pytest.raises(RunError, match="install the package again"):
        ReaderModel(weights)


@pytest.mark.parametrize("text", ["", "{}"])
def test_a_tokenizer_that_is_broken(weights: Path, text: str) -> None:
    (weights / "tokenizer.json").write_text(text)
    with pytest.raises(RunError, match="install the package again"):
        ReaderModel(weights)


def test_the_weights_that_ship_are_small() -> None:
    assert max(p.stat().st_size for p in WEIGHTS.iterdir()) < 30_000_000
    assert sum(p.stat().st_size for p in WEIGHTS.iterdir()) < 42_000_000


def test_one_row_a_word_in_every_head(reader: Reader) -> None:
    model = reader.tools.model
    for text in ("", "Yes.", "The port will close, the union said. " * 60):
        out = model.run(text)
        assert {len(rows) for rows in out.heads.values()} == {len(out.words)}
        assert all(np.isfinite(rows).all() for rows in out.heads.values())
        assert [w.last for w in out.links[:-1]] == [w.first for w in out.links[1:]]


def test_the_same_text_gives_the_same_scores(reader: Reader) -> None:
    model = reader.tools.model
    first, second = (model.run("“No,” said Ana Lu.").heads["tags"] for _ in range(2))
    assert (first == second).all()
