"""The event branch: copies of the reader's upper layers over its lower ones, with heads of their own.

The reader's own upper layers stay as they are, so that what is read of statements does not change by a bit.
"""

import copy

import torch
from event_labels import KINDS, STATUSES, TYPES
from net import LAYERS, WIDTH, Reader
from torch import Tensor, nn

ROLE = 96
TRUNK = 2
"""Layers that both branches share."""


class Events(nn.Module):
    """Vectors of the shared layers [batch, pieces, WIDTH] to one row of scores a piece, split by `widths`.

    `asked` marks pieces of a source (1) and a target (2) when the question is what the one does to the other; it is 0
    everywhere when a text is just read. `answer`, a mean over words by `answer_weight`, is the type between the two.
    """

    def __init__(self, reader: Reader, trunk: int = TRUNK):
        super().__init__()
        self.layers = nn.ModuleList(copy.deepcopy(reader.encoder.layers[i]) for i in range(trunk, LAYERS))
        self.widths = {
            "trigger": 1,
            "kind": len(KINDS),
            "status": len(STATUSES),
            "factuality": 1,
            **dict.fromkeys(("actor_query", "actor_key", "recipient_query", "recipient_key"), ROLE),
            "answer_weight": 1,
            "answer": len(TYPES),
        }
        self.asked = nn.Embedding(3, WIDTH)
        nn.init.normal_(self.asked.weight, std=0.05)
        with torch.no_grad():
            self.asked.weight[0] = 0
        self.heads = nn.Linear(WIDTH, sum(self.widths.values()))
        self.bias = nn.Parameter(torch.tensor([-3.0, -3.0]))

    def forward(self, x: Tensor, asked: Tensor, mask: Tensor | None) -> dict[str, Tensor]:
        x = x + self.asked(asked)
        for layer in self.layers:
            x = layer(x, mask)
        return dict(zip(self.widths, self.heads(x).float().split(list(self.widths.values()), -1), strict=True))


def lower(reader: Reader, t: dict[str, Tensor], trunk: int = TRUNK) -> Tensor:
    """The shared layers' vectors."""
    e = reader.encoder
    x = e.piece(t["pieces"]) + e.position.weight[: t["pieces"].shape[1]]
    x = e.norm(x + e.shape(t["shape"]) + e.quote(t["quote"]) + e.gap(t["gap"]))
    for layer in e.layers[:trunk]:
        x = layer(x, t["mask"])
    return x
