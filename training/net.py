"""The network: MiniLM-L6 with case, quotation and gap features, and linear heads over its last layer."""

from pathlib import Path

import torch
import torch.nn.functional as F
from safetensors.torch import load_file
from torch import Tensor, nn

from reportedly.reader.decode import FORBIDDEN, MAX_BUCKET, N_TAGS, allowed_transitions, break_transitions
from reportedly.reader.words import Gap, Quote, Shape

WIDTH, LAYERS, ATTENTION_HEADS, INNER = 384, 6, 12, 1536
LINK, ARC = 64, 96
LINKS = ("content_query", "cue_key", "cue_query", "source_key")


class Layer(nn.Module):
    def __init__(self, dropout: float):
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up = nn.Linear(WIDTH, INNER)
        self.down = nn.Linear(INNER, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        b, t, d = x.shape
        q, k, v = self.qkv(x).view(b, t, 3, ATTENTION_HEADS, d // ATTENTION_HEADS).permute(2, 0, 3, 1, 4)
        a = F.scaled_dot_product_attention(q, k, v, attn_mask=mask).transpose(1, 2).reshape(b, t, d)
        x = self.norm1(x + self.drop(self.out(a)))
        return self.norm2(x + self.drop(self.down(F.gelu(self.up(x)))))


class Encoder(nn.Module):
    """Pieces and features [batch, pieces] to vectors [batch, pieces, WIDTH]."""

    def __init__(self, dropout: float = 0.1):
        super().__init__()
        self.piece = nn.Embedding(30522, WIDTH)
        self.position = nn.Embedding(512, WIDTH)
        self.shape = nn.Embedding(len(Shape), WIDTH)
        self.quote = nn.Embedding(len(Quote), WIDTH)
        self.gap = nn.Embedding(len(Gap), WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))

    def forward(self, pieces: Tensor, shape: Tensor, quote: Tensor, gap: Tensor, mask: Tensor) -> Tensor:
        x = self.piece(pieces) + self.position.weight[: pieces.shape[1]]
        x = self.drop(self.norm(x + self.shape(shape) + self.quote(quote) + self.gap(gap)))
        for layer in self.layers:
            x = layer(x, mask)
        return x

    def load_minilm(self, path: Path) -> None:
        """Start from the published weights; features start at small random values."""
        old = load_file(path)
        new = self.state_dict()
        new["piece.weight"] = old["embeddings.word_embeddings.weight"]
        new["position.weight"] = (
            old["embeddings.position_embeddings.weight"] + old["embeddings.token_type_embeddings.weight"][0]
        )
        for p in ("weight", "bias"):
            new[f"norm.{p}"] = old[f"embeddings.LayerNorm.{p}"]
            for i in range(LAYERS):
                a, n = f"encoder.layer.{i}.", f"layers.{i}."
                new[f"{n}qkv.{p}"] = torch.cat([old[f"{a}attention.self.{x}.{p}"] for x in ("query", "key", "value")])
                for mine, theirs in (
                    ("out", "attention.output.dense"),
                    ("norm1", "attention.output.LayerNorm"),
                    ("up", "intermediate.dense"),
                    ("down", "output.dense"),
                    ("norm2", "output.LayerNorm"),
                ):
                    new[f"{n}{mine}.{p}"] = old[f"{a}{theirs}.{p}"]
        for name in ("shape", "quote", "gap"):
            new[f"{name}.weight"] = torch.randn_like(new[f"{name}.weight"]) * 0.01
        self.load_state_dict(new)


class Reader(nn.Module):
    """Encoder and heads. `sizes`: how many pos, dep and ent labels there are."""

    def __init__(self, sizes: dict[str, int], dropout: float = 0.1):
        super().__init__()
        self.encoder = Encoder(dropout)
        self.widths = {
            "tags": N_TAGS,
            "inner_tags": N_TAGS,
            "no_source": 1,
            **dict.fromkeys(LINKS, LINK),
            "sent": 1,
            **sizes,
            "arc_query": ARC,
            "arc_key": ARC,
        }
        self.heads = nn.Linear(WIDTH, sum(self.widths.values()))
        self.crf = CRF()
        self.content_distance = nn.Parameter(torch.zeros(2 * MAX_BUCKET + 1))
        self.source_distance = nn.Parameter(torch.zeros(2 * MAX_BUCKET + 1))
        self.arc_distance = nn.Parameter(torch.zeros(2 * MAX_BUCKET + 1))

    def forward(self, pieces: Tensor, shape: Tensor, quote: Tensor, gap: Tensor, mask: Tensor) -> dict[str, Tensor]:
        x = self.heads(self.encoder(pieces, shape, quote, gap, mask)).float()
        return dict(zip(self.widths, x.split(list(self.widths.values()), -1), strict=True))


class CRF(nn.Module):
    """Negative log-likelihood of a tag sequence; two transition tables share their scores (see decode.viterbi)."""

    def __init__(self) -> None:
        super().__init__()
        self.transitions = nn.Parameter(torch.zeros(N_TAGS, N_TAGS))
        self.register_buffer("line", torch.tensor(allowed_transitions()), persistent=False)
        self.register_buffer("across", torch.tensor(break_transitions()), persistent=False)

    def forward(self, emissions: Tensor, tags: Tensor, lengths: Tensor, breaks: Tensor) -> Tensor:
        """Sum over the batch; emissions [b, n, tags], tags [b, n], lengths [b], breaks [b, n] (a line break before)."""
        line = self.transitions.masked_fill(~self.line, FORBIDDEN)
        across = self.transitions.masked_fill(~self.across, FORBIDDEN)
        n = emissions.shape[1]
        inside = torch.arange(n)[None] < lengths[:, None]
        gold = (emissions.gather(2, tags[..., None]).squeeze(2) * inside).sum()
        tables = torch.stack([line, across])[breaks.long()]
        steps = tables[:, 1:].flatten(2).gather(2, (tags[:, :-1] * N_TAGS + tags[:, 1:])[..., None]).squeeze(2)
        gold = gold + (steps * inside[:, 1:]).sum()
        score = emissions[:, 0]
        for i in range(1, n):
            step = torch.logsumexp(score[:, :, None] + tables[:, i], 1) + emissions[:, i]
            score = torch.where(inside[:, i, None], step, score)
        return torch.logsumexp(score, 1).sum() - gold


def sizes_of(names: dict[str, list[str]]) -> dict[str, int]:
    return {k: len(names[k]) for k in ("pos", "dep", "ent")}
