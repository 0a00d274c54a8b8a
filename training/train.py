"""Train the reader on PolNeAR's train part, choosing nothing but the number of steps; report on dev each epoch.

usage: python training/train.py --corpora ../shared/corpora --silver DIR --out RUN.pt [--seed 0] [--epochs 5]
"""

import argparse
import json
import math
import random
import sys
import time
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from data import IGNORE, Files, Inventory, Row, load
from net import Reader, sizes_of
from tokenizers import Tokenizer

from reportedly.reader import model
from reportedly.reader.decode import LinkWindow, Parameters, attributions, distance_bucket, fragments, viterbi

WINDOW = 318  # pieces, without the two special ones
WEIGHTS = (10.0, 5.0, 0.2)  # of outer attributions, inner ones and syntax in the loss


def windows(row: Row, size: int, phase: int) -> list[tuple[int, int]]:
    """Word ranges of at most `size` pieces each; the first one holds `phase` pieces fewer."""
    n, out, first = len(row.words), [], 0
    ends = np.append(row.words.first_piece[1:], len(row.words.pieces))
    room = size - phase
    while first < n:
        last = int(np.searchsorted(ends, row.words.first_piece[first] + room, "right"))
        last = max(last, first + 1)
        out.append((first, last))
        first, room = last, size
    return out


def batch(items: list[tuple[Row, int, int]]) -> dict[str, torch.Tensor]:
    """Pad windows into tensors; word-level targets are relative to the window."""
    longest = WINDOW + 2
    pieces, feats, firsts, rest = (
        [],
        [[], [], []],
        [],
        {k: [] for k in ("tags", "inner_tags", "pos", "dep", "ent", "sent", "head", "breaks")},
    )
    for row, a, b in items:
        w = row.words
        p0 = w.first_piece[a]
        p1 = w.first_piece[b] if b < len(w) else len(w.pieces)
        pieces.append(np.concatenate([[model.CLS], w.pieces[p0:p1], [model.SEP]])[:longest])
        of = w.word_of[p0:p1]
        for f, values in zip(feats, (w.shape, w.quote, w.gap), strict=True):
            f.append(np.concatenate([[0], values[of], [0]])[:longest])
        firsts.append(np.minimum(w.first_piece[a:b] - p0 + 1, longest - 1))
        head = row.head[a:b] - a
        head[(head < 0) | (head >= b - a)] = IGNORE
        for k, v in (
            ("tags", row.tags),
            ("inner_tags", row.inner_tags),
            ("pos", row.pos),
            ("dep", row.dep),
            ("ent", row.ent),
            ("sent", row.sent),
        ):
            rest[k].append(v[a:b])
        rest["head"].append(head)
        rest["breaks"].append((w.gap[a:b] >= 2).astype(np.int64))
    t, n = max(map(len, pieces)), max(map(len, firsts))

    def pad(rows: list, size: int, value: int) -> torch.Tensor:
        return torch.tensor(np.stack([np.pad(r, (0, size - len(r)), constant_values=value) for r in rows]))

    out = {
        "pieces": pad(pieces, t, 0),
        "shape": pad(feats[0], t, 0),
        "quote": pad(feats[1], t, 0),
        "gap": pad(feats[2], t, 0),
    }
    out["mask"] = torch.arange(t)[None, None, None] < torch.tensor([len(p) for p in pieces])[:, None, None, None]
    out["firsts"] = pad(firsts, n, 0)
    out["lengths"] = torch.tensor([len(f) for f in firsts])
    for k, v in rest.items():
        out[k] = pad(v, n, 0 if k in ("tags", "inner_tags", "breaks") else IGNORE)
    return out


def by_word(outputs: dict[str, torch.Tensor], firsts: torch.Tensor) -> dict[str, torch.Tensor]:
    return {k: v.gather(1, firsts[..., None].expand(-1, -1, v.shape[-1])) for k, v in outputs.items()}


def link_loss(net: Reader, o: dict, items: list, links: str) -> torch.Tensor:
    """Cross-entropy of each content's cue and each cue's source (or none) among the window's fragments.

    `links` is the attribute of a row that holds them: "links" (gold, outermost) or "inner_links" (silver).
    """
    losses = []
    for i, (row, a, b) in enumerate(items):
        content_cue, cue_source = getattr(row, links)
        cues = [c - a for c, _ in cue_source if a <= c < b]
        if not cues:
            continue
        place = {c: k for k, c in enumerate(cues)}
        pairs = [(x - a, place[c - a]) for x, c in content_cue if a <= x < b and a <= c < b]
        cue = torch.tensor(cues)
        if pairs:
            x = torch.tensor([p[0] for p in pairs])
            s = o["content_query"][i, x] @ o["cue_key"][i, cue].T / math.sqrt(o["cue_key"].shape[-1])
            s = s + net.content_distance[torch.tensor(distance_bucket((cue[None] - x[:, None]).numpy()))]
            losses.append(F.cross_entropy(s, torch.tensor([p[1] for p in pairs]), reduction="sum"))
        sources = sorted({s - a for _, s in cue_source if a <= s < b})
        src = torch.tensor(sources, dtype=torch.long)
        s = o["cue_query"][i, cue] @ o["source_key"][i, src].T / math.sqrt(o["cue_key"].shape[-1])
        s = s + net.source_distance[torch.tensor(distance_bucket((src[None] - cue[:, None]).numpy()))]
        s = torch.cat([s, o["no_source"][i, cue]], 1)
        index = {x: k for k, x in enumerate(sources)}
        target = torch.tensor(
            [len(sources) if x < 0 else index.get(x - a, IGNORE) for c, x in cue_source if a <= c < b]
        )
        if (target != IGNORE).any():
            losses.append(F.cross_entropy(s, target, ignore_index=IGNORE, reduction="sum"))
    return torch.stack(losses).sum() if losses else torch.zeros(())


def syntax_loss(net: Reader, o: dict, t: dict) -> torch.Tensor:
    """Mean cross-entropy of silver part of speech, relation, name, sentence start and head."""
    loss = torch.zeros(())
    for k in ("pos", "dep", "ent"):
        loss = loss + F.cross_entropy(o[k].flatten(0, 1), t[k].flatten(), ignore_index=IGNORE)
    inside = t["sent"] != IGNORE
    loss = loss + F.binary_cross_entropy_with_logits(o["sent"].squeeze(-1)[inside], t["sent"][inside].float())
    n = inside.shape[1]
    distance = torch.tensor(distance_bucket(np.arange(n)[None] - np.arange(n)[:, None]))
    arcs = (
        o["arc_query"] @ o["arc_key"].transpose(1, 2) / math.sqrt(o["arc_key"].shape[-1]) + net.arc_distance[distance]
    )
    arcs = arcs.masked_fill(~inside[:, None], -1e4)
    return loss + F.cross_entropy(arcs.flatten(0, 1), t["head"].flatten(), ignore_index=IGNORE)


def evaluate(net: Reader, rows: list[Row], gold: list[dict], scoring: Path) -> dict[str, float]:
    """F1 on dev of the stretches of words (exact fragments) and of links, and agreement with the silver syntax."""
    sys.path.insert(0, str(scoring))
    import attribution

    net.eval()
    params = parameters(net)
    total: dict[str, list[int]] = {}
    agree = {k: [0, 0] for k in ("pos", "dep", "ent")}
    with torch.no_grad():
        for row, g in zip(rows, gold, strict=True):
            heads, links = read(net, row)
            found = statements(row, heads, links, params)
            for name, v in attribution.counts(g["statements"], found, row.words.text).items():
                total[name] = [x + y for x, y in zip(total.get(name, [0, 0, 0]), v, strict=True)]
            for k, counted in agree.items():
                counted[0] += int((heads[k].argmax(-1) == getattr(row, k)).sum())
                counted[1] += len(row.words)
    net.train()
    result = {k: attribution.rates(*v)["f1"] for k, v in total.items()}
    return result | {k: round(100 * a / b, 2) for k, (a, b) in agree.items()}


def read(net: Reader, row: Row) -> tuple[dict[str, np.ndarray], list[LinkWindow]]:
    """Word-level outputs of an article, window by window as at run time (reportedly.reader.model)."""
    out: dict[str, list] = {}
    links = []
    for start, end, first, last in model.windows(row.words, WINDOW):
        t = batch([(row, start, end)])
        o = by_word(net(*(t[k] for k in ("pieces", "shape", "quote", "gap", "mask"))), t["firsts"])
        heads = {k: v[0].numpy() for k, v in o.items()}
        links.append(LinkWindow(start, first, last, *(heads[k] for k in model.LINK_HEADS)))
        for k, v in heads.items():
            out.setdefault(k, []).append(v[first - start : last - start])
    return {k: np.concatenate(v) for k, v in out.items()}, links


def parameters(net: Reader) -> Parameters:
    return Parameters(*(p.detach().numpy() for p in (net.crf.transitions, net.content_distance, net.source_distance)))


def statements(row: Row, heads: dict[str, np.ndarray], links: list[LinkWindow], params: Parameters) -> list[dict]:
    w = row.words
    found = fragments(viterbi(heads["tags"], params.transitions, w.gap >= 2), heads["tags"])

    def span(r: tuple[int, int]) -> list[int]:
        return [int(w.starts[r[0]]), int(w.ends[r[1] - 1])]

    return [
        {
            "parent": None,
            "source": {"spans": [span(a.source)]} if a.source else None,
            "cue": [span(a.cue)],
            "content": [span(c) for c in a.contents],
        }
        for a in attributions(found, links, params)
    ]


def main() -> None:
    p = argparse.ArgumentParser()
    p.add_argument("--corpora", type=Path, required=True)
    p.add_argument("--scoring", type=Path, default=Path("../shared/scoring"))
    p.add_argument("--silver", type=Path, required=True)
    p.add_argument("--minilm", type=Path, required=True, help="folder with model.safetensors and tokenizer.json")
    p.add_argument("--inner", type=Path, help="silver statements inside statements (inner.py); none without it")
    p.add_argument("--start", type=Path, help="a run to go on from, instead of MiniLM")
    p.add_argument("--out", type=Path, required=True)
    p.add_argument("--seed", type=int, default=0)
    p.add_argument("--epochs", type=int, default=5)
    p.add_argument("--rate", type=float, default=2e-4)
    p.add_argument("--size", type=int, default=8, help="windows in a batch")
    args = p.parse_args()
    random.seed(args.seed), np.random.seed(args.seed), torch.manual_seed(args.seed)
    torch.set_num_threads(2)
    tokenizer = Tokenizer.from_file(str(args.minilm / "tokenizer.json"))
    tokenizer.no_truncation(), tokenizer.no_padding()
    gold, silver = args.corpora / "polnear", args.silver
    files = Files(gold / "train.gold.jsonl", silver / "train.silver.jsonl", args.inner)
    rows, inventory, _ = load(files, tokenizer)
    dev, _, held = load(Files(gold / "dev.gold.jsonl", silver / "dev.silver.jsonl"), tokenizer, inventory)
    torch.manual_seed(0)  # all runs start from the same heads, so that their weights can be averaged
    net = Reader(sizes_of(inventory.names))
    net.encoder.load_minilm(args.minilm / "model.safetensors")
    if args.start:
        net.load_state_dict(torch.load(args.start, weights_only=False)["average"])
    torch.manual_seed(args.seed)
    train(net, rows, (dev, held), args, inventory)


def train(net: Reader, rows: list[Row], held: tuple, args: argparse.Namespace, inventory: Inventory) -> None:
    per_epoch = math.ceil(sum(len(windows(r, WINDOW, WINDOW // 2)) for r in rows) / args.size)
    steps = per_epoch * args.epochs
    encoder = [
        p
        for n, p in net.named_parameters()
        if n.startswith("encoder.") and not n.startswith(("encoder.shape", "encoder.quote", "encoder.gap"))
    ]
    known = {id(p) for p in encoder}
    other = [p for p in net.parameters() if id(p) not in known]
    optimizer = torch.optim.AdamW(
        [{"params": encoder, "lr": args.rate}, {"params": other, "lr": 5 * args.rate}], weight_decay=0.01, fused=True
    )
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda s: min((s + 1) / (0.08 * steps), max(0.0, 1 - s / steps) + 0.01)
    )
    average = torch.optim.swa_utils.AveragedModel(net, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(0.995))
    step, started = 0, time.time()
    net.train()
    for epoch in range(args.epochs):
        items = [(r, a, b) for r in rows for a, b in windows(r, WINDOW, random.randrange(WINDOW - 32))]
        random.shuffle(items)
        seen = np.zeros(3)
        for i in range(0, len(items), args.size):
            chunk = items[i : i + args.size]
            t = batch(chunk)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                raw = net(*(t[k] for k in ("pieces", "shape", "quote", "gap", "mask")))
            o = by_word(raw, t["firsts"])
            words = int(t["lengths"].sum())
            parts = [
                (net.crf(o["tags"], t["tags"], t["lengths"], t["breaks"]) + 0.5 * link_loss(net, o, chunk, "links"))
                / words,
                (
                    net.crf(o["inner_tags"], t["inner_tags"], t["lengths"], t["breaks"])
                    + 0.5 * link_loss(net, o, chunk, "inner_links")
                )
                / words,
                syntax_loss(net, o, t),
            ]
            loss = sum(w * x for w, x in zip(WEIGHTS, parts, strict=True))
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            average.update_parameters(net)
            seen += [float(x.detach()) for x in parts]
            step += 1
            if step % 50 == 0:
                print(f"step {step}/{steps} {time.time() - started:.0f}s loss {seen / (i / args.size + 1)}", flush=True)
        for name, network in (("plain", net), ("averaged", average.module)):
            if name == "averaged" and (epoch % 2 == 1 or epoch == args.epochs - 1):
                print(f"epoch {epoch + 1} {name}", json.dumps(evaluate(network, *held, args.scoring)), flush=True)
        torch.save(
            {
                "net": net.state_dict(),
                "average": average.module.state_dict(),
                "names": inventory.names,
                "args": vars(args),
            },
            args.out,
        )


if __name__ == "__main__":
    main()
