"""From trained weights to what ships: an int8 ONNX graph and reader.json with everything else that decoding needs.

usage: python training/export.py RUN.pt [MORE.pt …] --minilm DIR --out src/reportedly/reader/weights

Several runs are averaged weight by weight (Wortsman et al. 2022, "model soups"); they must
share their start and labels.
"""

import argparse
import hashlib
import json
import shutil
import tempfile
from pathlib import Path

import numpy as np
import onnx
import torch
from net import Reader, sizes_of
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn


class OneWindow(nn.Module):
    """The graph that ships: one window in (no padding, so no mask), the heads of each word's first piece out."""

    def __init__(self, reader: Reader):
        super().__init__()
        self.encoder, self.heads = reader.encoder, reader.heads

    def forward(self, pieces, shape, quote, gap, firsts):
        x = self.encoder(pieces[None], shape[None], quote[None], gap[None], None)[0]
        return self.heads(x[firsts])


def soup(paths: list[Path], weights: list[float] | None = None) -> tuple[dict, dict]:
    """The weighted mean of several runs; the rows of the inner tags are those of the last run that learned them."""
    runs = [torch.load(p, weights_only=False) for p in paths]
    states = [r["average"] for r in runs]
    names = runs[0]["names"]
    shares = np.array(weights or [1.0] * len(runs)) / sum(weights or [1.0] * len(runs))
    mean = {k: sum(w * s[k].float() for w, s in zip(shares, states, strict=True)) for k in states[0]}
    learned = [s for s, r in zip(states, runs, strict=True) if r["args"].get("inner")]
    first = 0
    for name, width in Reader(sizes_of(names)).widths.items():
        if name == "inner_tags" and learned:
            for key in ("heads.weight", "heads.bias"):
                mean[key][first : first + width] = learned[-1][key][first : first + width].float()
        first += width
    return mean, names


def shift_outside(state: dict, tags: str, by: float) -> None:
    """Move the bias of tag O: below 0 the reader marks more. The operating point is chosen on dev."""
    first = 0
    for name, width in Reader(dict.fromkeys(("pos", "dep", "ent"), 0)).widths.items():
        if name == tags:
            state["heads.bias"][first] += by
        first += width


def write_int8(module: nn.Module, example: tuple, axes: dict[str, dict[int, str]], path: Path) -> None:
    """Export a module with one output, `heads`, to ONNX and quantise its weights. `axes`: the open ones by input."""
    with tempfile.TemporaryDirectory() as folder:
        full = Path(folder) / path.name
        with torch.no_grad():
            torch.onnx.export(
                module,
                example,
                str(full),
                input_names=list(axes),
                output_names=["heads"],
                dynamo=False,
                dynamic_axes={**axes, "heads": {0: "words"}},
                opset_version=17,
            )
        options = {"MatMulConstBOnly": True}
        quantize_dynamic(full, path, weight_type=QuantType.QInt8, per_channel=True, extra_options=options)
    onnx.checker.check_model(onnx.load(path))


def main() -> None:
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("runs", type=Path, nargs="+")
    p.add_argument("--minilm", type=Path, required=True)
    p.add_argument("--out", type=Path, default=Path("src/reportedly/reader/weights"))
    p.add_argument("--window", type=int, default=318)
    p.add_argument("--weights", type=float, nargs="+", help="of the runs in their mean; equal without it")
    p.add_argument("--outside", type=float, nargs=2, default=(0.0, 0.0), help="added to O of outer and inner tags")
    p.add_argument("--mean", type=Path, help="write the averaged weights there, to train on, and export nothing")
    args = p.parse_args()
    state, names = soup(args.runs, args.weights)
    for tags, by in zip(("tags", "inner_tags"), args.outside, strict=True):
        shift_outside(state, tags, by)
    if args.mean:
        torch.save({"average": state, "names": names, "args": {}}, args.mean)
        return
    net = Reader(sizes_of(names), dropout=0.0)
    net.load_state_dict(state)
    net.eval()
    args.out.mkdir(parents=True, exist_ok=True)
    n, w = 40, 25
    example = (torch.randint(1000, 20000, (n,)), *(torch.zeros(n, dtype=torch.long) for _ in range(3)), torch.arange(w))
    inputs = ["pieces", "shape", "quote", "gap", "firsts"]
    axes = {**{k: {0: "pieces"} for k in inputs[:4]}, "firsts": {0: "words"}}
    write_int8(OneWindow(net), example, axes, args.out / "reader.onnx")
    digest = hashlib.sha256((args.out / "reader.onnx").read_bytes()).hexdigest()
    settings = {
        "version": 1,
        "sha256": digest,
        "window": args.window,
        "heads": net.widths,
        "labels": names,
        **{
            k: np.round(v.detach().numpy().astype(float), 4).tolist()
            for k, v in (
                ("transitions", net.crf.transitions),
                ("content_distance", net.content_distance),
                ("source_distance", net.source_distance),
                ("arc_distance", net.arc_distance),
            )
        },
    }
    (args.out / "reader.json").write_text(json.dumps(settings, separators=(",", ":")) + "\n", encoding="utf-8")
    shutil.copy(args.minilm / "tokenizer.json", args.out / "tokenizer.json")


if __name__ == "__main__":
    main()
