"""From a trained event branch to what ships: events.onnx, and its part of reader.json.

usage: python training/export_events.py EVENTS.pt [MORE.pt …] --out src/reportedly/reader/weights
       python training/export_events.py PAIRS.pt --wording PAIRS.npz --out …: the branch that is asked for the type
       between two actors, as pairs.onnx, with the linear model over the wording

The reader's graph is left as it is, save that it also hands out the vectors of its lower layers, on which the branch
stands. Several runs are averaged weight by weight, as in export.py.
"""

import argparse
import hashlib
import json
import shutil
from pathlib import Path

import onnx
import torch
from event_labels import KINDS, STATUSES
from event_net import Events
from export import write_int8
from net import Reader, sizes_of
from torch import nn


class OneWindow(nn.Module):
    """The vectors of one window in, the heads of each word's first piece out."""

    def __init__(self, net: Events):
        super().__init__()
        self.layers, self.asked, self.heads = net.layers, net.asked, net.heads

    def forward(self, trunk, asked, firsts):
        x = trunk + self.asked(asked)[None]
        for layer in self.layers:
            x = layer(x, None)
        return self.heads(x[0][firsts])


def with_trunk(graph: Path, layers: int) -> None:
    """Add the vectors after so many layers to a reader's outputs."""
    model = onnx.load(graph)
    name = f"/encoder/layers.{layers - 1}/norm2/LayerNormalization_output_0"
    for old in [o for o in model.graph.output if o.name != "heads"]:
        model.graph.output.remove(old)
    model.graph.output.append(onnx.helper.make_tensor_value_info(name, onnx.TensorProto.FLOAT, [1, "inputs", 384]))
    onnx.checker.check_model(model)
    onnx.save(model, graph)


def main() -> None:
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("runs", type=Path, nargs="+")
    p.add_argument("--wording", type=Path, help="the other half of what tells pairs, by train_wording.py")
    p.add_argument("--out", type=Path, default=Path("src/reportedly/reader/weights"))
    args = p.parse_args()
    runs = [torch.load(r, weights_only=False) for r in args.runs]
    mean = {k: sum(r["average"][k].float() for r in runs) / len(runs) for k in runs[0]["average"]}
    settings = json.loads((args.out / "reader.json").read_text(encoding="utf-8"))
    net = Events(Reader(sizes_of(settings["labels"]), dropout=0.0), runs[0]["trunk"])
    net.load_state_dict(mean)
    net.eval()
    name = "pairs" if args.wording else "events"
    example = (torch.randn(1, 40, 384), torch.zeros(40, dtype=torch.long), torch.arange(25))
    axes = {"trunk": {1: "pieces"}, "asked": {0: "pieces"}, "firsts": {0: "words"}}
    write_int8(OneWindow(net), example, axes, args.out / f"{name}.onnx")
    made = {
        "version": 1,
        "sha256": sha256_of(args.out / f"{name}.onnx"),
        "heads": net.widths,
        "role_bias": [round(float(b), 4) for b in net.bias],
    }
    if args.wording:
        shutil.copy(args.wording, args.out / "pairs.npz")
        settings["pairs"] = {**made, "wording": sha256_of(args.out / "pairs.npz")}
    else:
        with_trunk(args.out / "reader.onnx", runs[0]["trunk"])
        settings["sha256"] = sha256_of(args.out / "reader.onnx")
        settings["events"] = {**made, "kinds": list(KINDS), "statuses": list(STATUSES)}
    (args.out / "reader.json").write_text(json.dumps(settings, separators=(",", ":")) + "\n", encoding="utf-8")


def sha256_of(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


if __name__ == "__main__":
    main()
