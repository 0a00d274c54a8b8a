"""Train the event branch over the shipped reader's lower layers.

usage: python training/train_events.py --corpora ../shared/corpora --reader READER.pt --minilm DIR --out EVENTS.pt
       [--folds 5]: cross-validate the pairs instead, and print the accuracy of the type given the pair
"""

import argparse
import math
import random
import sys
import time
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from event_data import Item, Pack, everything, fold_of, is_dev, pack, pairs, span_words
from event_labels import KINDS, TYPES, kinds_of
from event_net import Events, lower
from net import Reader, sizes_of
from tokenizers import Tokenizer

from reportedly.reader import model

CUT = {"of", "in", "from", "at", "on", "who", "with", "for", "to", "by", "which", "that", "near", ",", "(", "against"}
FIRST = {"own": 2, "own pairs": 1, "case21": 1, "india": 1, "uw": 0.7, "meantime": 2, "uds": 0.3, "ecb": 0.3}
"""How often an epoch of the first run goes through each set; the corpus of pairs is left for the second."""
SECOND = {
    "own": 0.5,
    "own pairs": 0.3,
    "pairs": 4,
    "case21": 1,
    "india": 0.3,
    "uw": 0.15,
    "meantime": 0.6,
    "uds": 0.06,
    "ecb": 0.06,
}
"""The same of a run that starts from the first; so each fold of the pairs need not repeat it."""
EXPECTED = 1.5
"""Typed events of a short sentence that cost nothing; longer texts have more."""
KINDS_OF = [kinds_of(t) for t in TYPES]


def features(p: Pack) -> dict[str, torch.Tensor]:
    w = p.words
    out = {"pieces": np.concatenate([[model.CLS], w.pieces, [model.SEP]])}
    for k, v in (("shape", w.shape), ("quote", w.quote), ("gap", w.gap)):
        out[k] = np.concatenate([[0], v[w.word_of], [0]])
    return {k: torch.tensor(v)[None, :318] for k, v in out.items()}


def precompute(reader: Reader, packs: list[Pack], trunk: int) -> list[torch.Tensor]:
    """The shared layers' vectors of every pack, in order (sorted inside by length for speed)."""
    out = [None] * len(packs)
    order = sorted(range(len(packs)), key=lambda i: len(packs[i].words.pieces))
    with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
        for at in range(0, len(order), 32):
            group = order[at : at + 32]
            fs = [features(packs[i]) for i in group]
            n = max(f["pieces"].shape[1] for f in fs)
            t = {k: torch.cat([F.pad(f[k], (0, n - f[k].shape[1])) for f in fs]) for k in fs[0]}
            lengths = [f["pieces"].shape[1] for f in fs]
            t["mask"] = torch.arange(n)[None, None, None] < torch.tensor(lengths)[:, None, None, None]
            x = lower(reader, t, trunk)
            for i, row, length in zip(group, x, lengths, strict=True):
                out[i] = row[:length].to(torch.bfloat16).clone()
    return out


def asked_of(p: Pack, pieces: int) -> torch.Tensor:
    """The marks of the pairs of a pack, one a piece."""
    out = torch.zeros(pieces, dtype=torch.long)
    of = np.concatenate([[-1], p.words.word_of, [-1]])[:pieces]
    for item, a, _ in p.items:
        for mark, span in zip((1, 2), (item.pair or (None, None))[:2], strict=True):
            if span:
                first, last = span_words(p, a, span)
                out[torch.tensor((of >= first) & (of < last))] = mark
    return out


def outputs(
    net: Events, vectors: list[torch.Tensor], packs: list[Pack], ask: list[bool] | None = None
) -> list[dict[str, torch.Tensor]]:
    """Per pack, its heads' scores with one row a word; `ask`: in which packs the pairs are marked."""
    n = max(len(v) for v in vectors)
    x = torch.stack([F.pad(v, (0, 0, 0, n - len(v))) for v in vectors])
    mask = torch.arange(n)[None, None, None] < torch.tensor([len(v) for v in vectors])[:, None, None, None]
    asked = torch.zeros(x.shape[:2], dtype=torch.long)
    for i, yes in enumerate(ask or []):
        if yes:
            asked[i, : len(vectors[i])] = asked_of(packs[i], len(vectors[i]))
    with torch.autocast("cpu", dtype=torch.bfloat16):
        o = net(x, asked, mask)
    found = []
    for i, p in enumerate(packs):
        firsts = torch.tensor(np.minimum(p.words.first_piece + 1, len(vectors[i]) - 1))
        found.append({k: v[i, firsts] for k, v in o.items()})
    return found


def roles_of(net: Events, o: dict, words: torch.Tensor | slice) -> tuple[torch.Tensor, torch.Tensor]:
    """Logits [triggers, words] of actor and recipient."""
    scale = math.sqrt(o["actor_key"].shape[-1])
    return tuple(
        o[f"{r}_query"][words] @ o[f"{r}_key"].T / scale + net.bias[i] for i, r in enumerate(("actor", "recipient"))
    )


def head_word(p: Pack, a: int, b: int) -> int:
    """The last word of a span before its first preposition or comma."""
    w = p.words
    word = lambda i: w.text[w.starts[i] : w.ends[i]].lower()  # noqa: E731
    last = next((i - 1 for i in range(a + 1, b) if word(i) in CUT), b - 1)
    while last > a and word(last) in ("s", "'", "’"):
        last -= 1
    return last


def links(net: Events, o: dict, rows: slice, source, target) -> torch.Tensor:
    """Log of how surely each word, as a trigger, links to both."""
    actor, recipient = roles_of(net, o, rows)
    weight = torch.zeros(len(actor))
    if source:
        weight = weight + F.logsigmoid(actor[:, source[0] : source[1]].amax(1))
    if target:
        r, a = (x[:, target[0] : target[1]].amax(1) for x in (recipient, actor))
        weight = weight + torch.logaddexp(F.logsigmoid(r), F.logsigmoid(a) - 1.5)
    return weight


def pair_scores(o: dict, rows: slice, linked: torch.Tensor) -> torch.Tensor:
    """Log of the share of each kind, given who acts on whom: every word is a possible trigger, weighed by how surely it
    is one and links to both."""
    logits = o["kind"][rows]
    weight = F.logsigmoid(torch.logsumexp(logits[:, 1:], 1) - logits[:, 0]) + linked
    kinds = F.log_softmax(logits[:, 1:], 1)
    return F.pad(torch.logsumexp(F.log_softmax(weight, 0)[:, None] + kinds, 0), (1, 0), value=-1e4)


def answer_scores(o: dict, rows: slice) -> torch.Tensor:
    """Log of the share of each type, where the two parties are marked."""
    by = F.softmax(o["answer_weight"][rows, 0], 0)
    return F.log_softmax(by @ o["answer"][rows], 0)


def loss_of(net: Events, o: dict, p: Pack, asked: bool) -> dict[str, torch.Tensor]:
    """Summed losses of one pack by name; `asked`: its pairs are marked."""
    loss: dict[str, torch.Tensor] = {}
    for item, a, b in p.items:
        rows = slice(a, b)

        def at(span, a=a, b=b) -> int:
            return min(span_words(p, a, span)[0], b - 1)

        parts = {
            "trigger": trigger_loss(o, item, rows, at),
            "kind": kind_loss(o, item, rows, at),
            "status": status_loss(o, item, at),
            "factuality": factuality_loss(o, item, at),
            "roles": role_loss(net, o, item, at, lambda span, a=a: head_word(p, *span_words(p, a, span))),
            "some": some_loss(o, item, rows),
            "sparse": None if item.all_kinds else sparse_loss(o, rows),
        }
        if item.pair:
            spans = [span_words(p, a, s) if s else None for s in item.pair[:2]]
            linked = links(net, o, rows, *spans)  # who acts on whom is learned from what is just read
            parts |= pair_losses(o, rows, linked.detach() if asked else linked, item.pair[2])
        for name, value in parts.items():
            if value is not None:
                loss[name] = loss.get(name, 0.0) + value
    return loss


def trigger_loss(o: dict, item: Item, rows: slice, at) -> torch.Tensor | None:
    if not (item.triggers or item.closed):
        return None
    n = rows.stop - rows.start
    target, weight = torch.zeros(n), torch.full((n,), float(item.closed))
    for span in item.triggers:
        target[at(span) - rows.start] = weight[at(span) - rows.start] = 1.0
    return F.binary_cross_entropy_with_logits(o["trigger"][rows, 0], target, weight, reduction="sum")


def kind_loss(o: dict, item: Item, rows: slice, at) -> torch.Tensor | None:
    """Cross-entropy over kinds, and once more over types, so that the type counts apart from its mode."""
    if not item.all_kinds:
        return None
    target = torch.zeros(rows.stop - rows.start, dtype=torch.long)
    for span, kind in item.kinds.items():
        target[at(span) - rows.start] = kind
    share = F.log_softmax(o["kind"][rows], 1)
    loss = item.weight * F.nll_loss(share, target, reduction="sum")
    for row, kind in zip(share[target > 0], target[target > 0].tolist(), strict=True):
        loss = loss - torch.logsumexp(row[next(g for g in KINDS_OF if kind in g)], 0)
    return loss


def status_loss(o: dict, item: Item, at) -> torch.Tensor | None:
    if not item.statuses:
        return None
    index = torch.tensor([at(s) for s, _ in item.statuses])
    return F.cross_entropy(o["status"][index], torch.tensor([k for _, k in item.statuses]), reduction="sum")


def factuality_loss(o: dict, item: Item, at) -> torch.Tensor | None:
    if not item.factuality:
        return None
    index = torch.tensor([at(s) for s, _, _ in item.factuality])
    gold, weight = (torch.tensor(x) for x in list(zip(*item.factuality, strict=True))[1:])
    return (weight * F.smooth_l1_loss(o["factuality"][index, 0], gold, reduction="none", beta=0.7)).sum()


def role_loss(net: Events, o: dict, item: Item, at, head) -> torch.Tensor | None:
    """Every word is the head of an actor (recipient) of a trigger, or not."""
    triggers = sorted({t for t, _, _ in item.roles})
    if not triggers:
        return None
    scores = roles_of(net, o, torch.tensor([at(t) for t in triggers]))
    loss = torch.zeros(())
    for role, logits in zip(("actor", "recipient"), scores, strict=True):
        target = torch.zeros(logits.shape)
        for trigger, named, spans in item.roles:
            for span in spans if named == role else ():
                target[triggers.index(trigger), head(span)] = 1.0
        loss = loss + F.binary_cross_entropy_with_logits(logits, target, reduction="sum")
    return loss


def some_loss(o: dict, item: Item, rows: slice) -> torch.Tensor | None:
    """For each set of kinds, some word of the item is of it (noisy or)."""
    if not item.some:
        return None
    share, loss = F.log_softmax(o["kind"][rows], 1), torch.zeros(())
    for group in item.some:
        none = torch.log1p(-torch.logsumexp(share[:, group], 1).exp().clamp(max=0.9999)).sum()
        loss = loss - torch.log(-torch.expm1(none) + 1e-6)
    return loss


def sparse_loss(o: dict, rows: slice) -> torch.Tensor:
    """Where kinds are only known to stand somewhere, few words may have one: a sentence holds two or three events."""
    typed = 1 - F.softmax(o["kind"][rows], 1)[:, 0]
    return F.relu(typed.sum() - EXPECTED * (1 + (rows.stop - rows.start) / 60))


def pair_losses(o: dict, rows: slice, linked: torch.Tensor, group: list[int]) -> dict[str, torch.Tensor]:
    """The type that holds between two spans; and that some word is read as a trigger of it that links to both."""
    there = torch.logsumexp(F.log_softmax(o["kind"][rows], 1)[:, group], 1) + linked
    types = [i for i, kinds in enumerate(KINDS_OF) if set(kinds) & set(group)]
    return {
        "answer": -torch.logsumexp(answer_scores(o, rows)[types], 0),
        "pair": -torch.logsumexp(pair_scores(o, rows, linked)[group], 0),
        "there": -there.logsumexp(0).clamp(max=-1e-3),
    }


WEIGHTS = {
    "trigger": 0.15,
    "kind": 0.4,
    "status": 0.3,
    "factuality": 0.3,
    "roles": 0.3,
    "some": 0.6,
    "pair": 1.0,
    "answer": 1.0,
    "there": 0.4,
    "sparse": 0.05,
}


def train(net: Events, data: list[tuple[torch.Tensor, Pack, str]], epochs: int, rate: float, shares: dict) -> Events:
    """AdamW with a linear schedule over packs drawn by shares; returns the moving average of the weights."""
    heads = [p for n, p in net.named_parameters() if n.startswith(("heads", "bias", "asked"))]
    known = {id(p) for p in heads}
    own = [p for p in net.parameters() if id(p) not in known]
    draw = lambda: [d for d in data for _ in range(int(shares[d[2]] + random.random()))]  # noqa: E731
    size = 8
    steps = epochs * math.ceil(len(draw()) / size)
    optimizer = torch.optim.AdamW([{"params": own, "lr": rate}, {"params": heads, "lr": 8 * rate}], weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda s: min((s + 1) / (0.1 * steps), max(0.0, 1 - s / steps) + 0.01)
    )
    average = torch.optim.swa_utils.AveragedModel(net, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(0.99))
    net.train()
    started, step = time.time(), 0
    for epoch in range(epochs):
        chosen = draw()
        random.shuffle(chosen)
        seen: dict[str, float] = {}
        for i in range(0, len(chosen), size):
            group = chosen[i : i + size]
            total = torch.zeros(())
            ask = [g[2] in ("pairs", "own pairs") and random.random() < 0.5 for g in group]
            heads = outputs(net, [g[0] for g in group], [g[1] for g in group], ask)
            for o, (_, p, _), asked in zip(heads, group, ask, strict=True):
                for k, v in loss_of(net, o, p, asked).items():
                    if k != ("there" if asked else "answer"):
                        total = total + WEIGHTS[k] * v
                    seen[k] = seen.get(k, 0.0) + float(v.detach())
            optimizer.zero_grad()
            (total / size).backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            average.update_parameters(net)
            step += 1
            if step % 100 == 0:
                print(f"step {step} {time.time() - started:.0f}s", flush=True)
        print(f"epoch {epoch + 1}/{epochs} {time.time() - started:.0f}s",
              {k: round(v / len(chosen), 3) for k, v in seen.items()}, flush=True)  # fmt: skip
    return average.module.eval()


def type_right(net: Events, data: list[tuple[torch.Tensor, Pack]], how: str) -> list[tuple[str, str]]:
    """(gold, predicted) types of held-out pairs, CONCEDE and RETREAT as YIELD.

    `how`: "read" sums kinds of a text that is just read, "asked" of one in which the two are marked; "answer" asks the
    head of that name, "both" takes the mean of the last two.
    """
    names = [k.partition(".")[0] for k in KINDS]
    fold = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}
    found = []
    with torch.no_grad():
        for vectors, p in data:
            o = outputs(net, [vectors], [p], [how != "read"])[0]
            for item, a, b in p.items:
                s, t = (span_words(p, a, x) if x else None for x in item.pair[:2])
                scores = pair_scores(o, slice(a, b), links(net, o, slice(a, b), s, t)).exp()
                shares = list(zip(names, scores.tolist(), strict=True)) if how != "answer" else []
                if how in ("answer", "both"):
                    shares += zip(TYPES, answer_scores(o, slice(a, b)).exp().tolist(), strict=True)
                by: dict[str, float] = {}
                for name, v in shares:
                    by[fold.get(name, name)] = by.get(fold.get(name, name), 0.0) + v
                gold = names[item.pair[2][0]]
                found.append((fold.get(gold, gold), max(by, key=by.get)))
    return found


def report(found: list[tuple[str, str]]) -> str:
    types = sorted({g for g, _ in found})
    f1 = []
    for t in types:
        tp = sum(g == p == t for g, p in found)
        f1.append(2 * tp / max(1, sum(g == t for g, _ in found) + sum(p == t for _, p in found)))
    return f"accuracy {100 * np.mean([g == p for g, p in found]):.2f} macro {100 * np.mean(f1):.2f} n {len(found)}"


def load_reader(path: Path) -> Reader:
    run = torch.load(path, weights_only=False)
    reader = Reader(sizes_of(run["names"]), dropout=0.1)
    reader.load_state_dict(run["average"])
    return reader


def main() -> None:
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--corpora", type=Path, required=True)
    p.add_argument("--reader", type=Path, required=True)
    p.add_argument("--minilm", type=Path, required=True)
    p.add_argument("--own", type=Path, default=Path(__file__).parent / "events")
    p.add_argument("--out", type=Path, required=True)
    p.add_argument("--epochs", type=int, default=6)
    p.add_argument("--rate", type=float, default=1.5e-4)
    p.add_argument("--trunk", type=int, default=2)
    p.add_argument("--seed", type=int, default=0)
    p.add_argument("--start", type=Path, help="go on from this run, with the pairs")
    p.add_argument("--threads", type=int, default=2)
    p.add_argument("--only", nargs="+", help="the sets to learn from; all without it")
    p.add_argument("--fold", type=int, help="hold this fifth of the pairs out (by hash) instead of the dev rows")
    args = p.parse_args()
    random.seed(args.seed), np.random.seed(args.seed), torch.manual_seed(args.seed)
    torch.set_num_threads(args.threads)
    tokenizer = Tokenizer.from_file(str(args.minilm / "tokenizer.json"))
    tokenizer.no_truncation(), tokenizer.no_padding()
    reader = load_reader(args.reader).eval()
    sets = everything(args.corpora, args.own)
    held = pairs(args.corpora / "plover-pairs", is_dev)
    if args.fold is not None:
        sets["pairs"] = pairs(args.corpora / "plover-pairs", lambda t: fold_of(t) != args.fold)
        held = pairs(args.corpora / "plover-pairs", lambda t: fold_of(t) == args.fold)
    shares = SECOND if args.start else FIRST
    sets = {k: v for k, v in sets.items() if k in shares and k in (args.only or shares)}
    rng = random.Random(args.seed)
    data, shuffled = (
        [],
        {
            k: rng.sample(v, len(v)) if k in ("own", "own pairs", "pairs", "case21", "india") else v
            for k, v in sets.items()
        },
    )
    for name, items in shuffled.items():
        packs = pack(items, tokenizer, rng)
        data += [(v, p, name) for v, p in zip(precompute(reader, packs, args.trunk), packs, strict=True)]
        print(name, len(items), len(packs), flush=True)
    net = Events(reader, args.trunk)
    if args.start:
        net.load_state_dict(torch.load(args.start, weights_only=False)["average"])
    net = train(net, data, args.epochs, args.rate, shares)
    alone = [Pack(x.words, x.items) for i in held for x in pack([i], tokenizer, random.Random(5))]
    vectors = list(zip(precompute(reader, alone, args.trunk), alone, strict=True))
    found = {how: type_right(net, vectors, how) for how in ("read", "asked", "answer", "both")}
    for how, pairs_found in found.items():
        print(f"pairs held out, {how}:", report(pairs_found), flush=True)
    torch.save({"average": net.state_dict(), "trunk": args.trunk, "args": vars(args), "pairs": found["both"]}, args.out)


if __name__ == "__main__":
    main()
    sys.exit(0)
