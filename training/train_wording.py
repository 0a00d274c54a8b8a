"""Fit the linear model over the wording of a sentence to the pairs: `pairs.npz`, the other half of the answer.

usage: python training/train_wording.py --corpora ../shared/corpora --fold 0 [--out FILE.npz]

Multinomial logistic regression (L-BFGS, L2) over reportedly/reader/grams.py, on the pairs outside a fold and, with a
small weight, on the pairs of our own lines. Prints accuracy and macro F1 on the fold that was held out.
"""

import argparse
from pathlib import Path

import numpy as np
import torch
from event_data import Item, fold_of, own_pairs, pairs
from event_labels import TYPES, kinds_of

from reportedly.reader.grams import BITS, PARTS, places, weighed

STRENGTH = 30.0
"""Weight of the likelihood beside the penalty."""
OWN = 0.03
"""Weight of a pair of our own lines beside one of the corpus."""
SEEN = 2
"""Sentences in which a place must be taken."""
KNOWN = [t for t in TYPES if t != "RETREAT"]
GROUPS = [frozenset(kinds_of(t)) for t in TYPES]
Row = tuple[np.ndarray, np.ndarray]


def type_of(item: Item) -> int:
    """The number of a pair's type among KNOWN; CONCEDE stands for RETREAT too."""
    name = next(t for t, kinds in zip(TYPES, GROUPS, strict=True) if kinds & set(item.pair[2]))
    return KNOWN.index("CONCEDE" if name == "RETREAT" else name)


def row_of(item: Item) -> Row:
    source, target = ([s] if s else [] for s in item.pair[:2])
    return places(item.text, source, target)


def idf_of(rows: list[Row]) -> np.ndarray:
    seen = np.bincount(np.concatenate([at for at, _ in rows]), minlength=PARTS << BITS)
    return np.where(seen >= SEEN, np.log((1 + len(rows)) / (1 + seen)) + 1, 0).astype(np.float32)


def matrix(rows: list[Row], idf: np.ndarray) -> torch.Tensor:
    ends = np.cumsum([0, *(len(at) for at, _ in rows)])
    values = np.concatenate([weighed(at, often, idf) for at, often in rows])
    at = np.concatenate([at for at, _ in rows])
    return torch.sparse_csr_tensor(*map(torch.tensor, (ends, at, values)), (len(rows), PARTS << BITS))


class Product(torch.autograd.Function):
    """Rows times weights; the other way round by the transposed rows."""

    @staticmethod
    def forward(ctx, weights, rows, columns):
        ctx.columns = columns
        return rows @ weights

    @staticmethod
    def backward(ctx, grad):
        return ctx.columns @ grad, None, None


def fit(rows: torch.Tensor, gold: torch.Tensor, counts: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    weights = torch.zeros(rows.shape[1], len(KNOWN), requires_grad=True)
    bias = torch.zeros(len(KNOWN), requires_grad=True)
    columns = rows.to_sparse_coo().t().to_sparse_csr()
    optimizer = torch.optim.LBFGS([weights, bias], max_iter=60, history_size=8, line_search_fn="strong_wolfe")

    def loss() -> torch.Tensor:
        optimizer.zero_grad()
        scores = Product.apply(weights, rows, columns) + bias
        surprise = torch.nn.functional.cross_entropy(scores, gold, reduction="none")
        value = STRENGTH * (counts * surprise).sum() + 0.5 * (weights * weights).sum()
        value.backward()
        return value

    optimizer.step(loss)
    return weights.detach(), bias.detach()


def main() -> None:
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--corpora", type=Path, required=True)
    p.add_argument("--own", type=Path, default=Path(__file__).parent / "events")
    p.add_argument("--fold", type=int, default=0, help="the fifth of the pairs to hold out; 0 are the dev rows")
    p.add_argument("--out", type=Path, help="write the model there, 8 bits a weight")
    args = p.parse_args()
    folder = args.corpora / "plover-pairs"
    kept, held = (pairs(folder, lambda t, yes=yes: (fold_of(t) == args.fold) is yes) for yes in (False, True))
    own = own_pairs(args.own)
    learned = [row_of(i) for i in (*kept, *own)]
    idf = idf_of(learned)
    gold = torch.tensor([type_of(i) for i in (*kept, *own)])
    counts = torch.tensor([1.0] * len(kept) + [OWN] * len(own))
    weights, bias = fit(matrix(learned, idf), gold, counts)
    scale = weights.abs().max(0).values / 127
    whole = torch.round(weights / scale).to(torch.int8)
    scores = matrix([row_of(i) for i in held], idf) @ (whole.float() * scale) + bias
    true, said = np.array([type_of(i) for i in held]), scores.argmax(1).numpy()
    f1 = [2 * ((said == t) & (true == t)).sum() / ((said == t).sum() + (true == t).sum()) for t in set(true.tolist())]
    print(f"fold {args.fold}: accuracy {100 * (said == true).mean():.2f} macro {100 * np.mean(f1):.2f} n {len(true)}")
    if args.out:
        model = {"weights": whole.numpy(), "scale": scale.numpy(), "bias": bias.numpy()}
        np.savez_compressed(args.out, types=np.array(KNOWN), idf=idf.astype(np.float16), **model)


if __name__ == "__main__":
    main()
