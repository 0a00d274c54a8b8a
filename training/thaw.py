"""The shipped reader back from its 8-bit graph, so that the branch of events can be trained without training it again.

usage: python training/thaw.py src/reportedly/reader/weights --out READER.pt

Weights come back as their 8-bit values times their scales, which is what runs in production anyway.
"""

import argparse
import json
import re
from pathlib import Path

import numpy as np
import onnx
import torch
from net import Reader, sizes_of
from onnx import numpy_helper


def thawed(graph: Path) -> dict[str, np.ndarray]:
    """Every weight of a quantised graph by the name that it had in the network, matrices as [out, in]."""
    model = onnx.load(graph).graph
    raw = {t.name: numpy_helper.to_array(t) for t in model.initializer}
    found = {n: v for n, v in raw.items() if re.fullmatch(r"[\w.]+\.(weight|bias)", n)}

    def full(name: str) -> np.ndarray:
        zero = raw[f"{name}_zero_point"].astype(np.float32)
        return (raw[f"{name}_quantized"].astype(np.float32) - zero) * raw[f"{name}_scale"]

    for name in raw:
        if m := re.fullmatch(r"([\w.]+\.weight)_quantized", name):  # an embedding
            found[m[1]] = full(m[1])
    for node in model.node:
        if node.op_type == "MatMulInteger" and (name := node.input[1].removesuffix("_quantized")):
            layer = re.match(r"/(.+)/MatMul_output_0_output_quantized", node.output[0])
            where = layer[1].replace("/", ".") if layer else name.removesuffix(".weight_Transposed")
            found[f"{where}.weight"] = full(name).T
    return found


def main() -> None:
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("weights", type=Path)
    p.add_argument("--out", type=Path, required=True)
    args = p.parse_args()
    settings = json.loads((args.weights / "reader.json").read_text(encoding="utf-8"))
    state = thawed(args.weights / "reader.onnx")
    state |= {n: np.array(settings[n]) for n in ("content_distance", "source_distance", "arc_distance")}
    state["crf.transitions"] = np.array(settings["transitions"])
    average = {n: torch.tensor(np.ascontiguousarray(v), dtype=torch.float32) for n, v in state.items()}
    net = Reader(sizes_of(settings["labels"]))
    net.load_state_dict(average)
    torch.save({"average": average, "names": settings["labels"], "args": {}}, args.out)


if __name__ == "__main__":
    main()
