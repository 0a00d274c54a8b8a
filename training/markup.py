"""The inline marks of our own event sentences (training/events/README.md): a line to text, participants, triggers."""

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

TRIGGER = re.compile(r"(?P<type>[A-Z]+|-)(?:\.(?P<mode>[a-z-]+))?\s+(?P<status>[a-z_]+)(?P<roles>(?:\s+[AR]=\S+)*)\s*$")


@dataclass
class Marked:
    """One line: its text, the spans of its participants, and its events."""

    text: str = ""
    participants: dict[str, tuple[int, int]] = field(default_factory=dict)
    events: list[dict[str, Any]] = field(default_factory=list)


def parse(line: str) -> Marked:
    """Raises ValueError where marks do not balance or a trigger is malformed."""
    out, stack = Marked(), []
    i = 0
    while i < len(line):
        c = line[i]
        if m := re.match(r"\[(\w+)\|", line[i:]):
            stack.append(("[", m[1], len(out.text)))
            i += m.end()
            continue
        if c == "{":
            end = line.index("}", i)
            words, bar, label = line[i + 1 : end].partition("|")
            m = TRIGGER.match(label)
            if not bar or not m:
                raise ValueError(f"malformed trigger: {line[i : end + 1]}")
            roles = {k: v.split(",") for k, v in re.findall(r"([AR])=(\S+)", m["roles"])}
            out.events.append(
                {
                    "trigger": (len(out.text), len(out.text) + len(words)),
                    "type": None if m["type"] == "-" else m["type"],
                    "mode": m["mode"],
                    "status": m["status"],
                    "actors": roles.get("A", []),
                    "recipients": roles.get("R", []),
                }
            )
            out.text += words
            i = end + 1
            continue
        if c == "]" and stack:
            _, name, start = stack.pop()
            out.participants[name] = (start, len(out.text))
            i += 1
            continue
        out.text += c
        i += 1
    if stack:
        raise ValueError("a participant is not closed")
    for e in out.events:
        for role in ("actors", "recipients"):
            missing = [n for n in e[role] if n not in out.participants]
            if missing:
                raise ValueError(f"{role} {missing} are not marked")
            e[role] = [out.participants[n] for n in e[role]]
    return out


def lines_of(path: Path) -> list[Marked]:
    """The marked lines of a file; a broken line is told and left out."""
    found = []
    for n, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            try:
                found.append(parse(line.strip()))
            except ValueError as e:
                print(f"{path.name}:{n}: {e}")
    return found
