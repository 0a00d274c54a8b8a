"""What one body is called in several ways."""

from __future__ import annotations

import re

from reportedly.connect.brief.lists import speaker_words

ALIASES = (
    (re.compile(r"\b(?:military|army) prosecutors?\b.*"), "army prosecutors"),
    (
        re.compile(
            r"(?<!army )\b(?:prosecutors?['’]?s?['’]?\s+office|prosecutors?|attorney general(?:['’]s office)?)\b"
        ),
        "prosecutors",
    ),
    (re.compile(r"\b(?:police\s+(?:force|department|service|officers?|officials?|spokes\w+)|policemen)\b"), "police"),
    (
        re.compile(r"\b(?:armed forces|armed services|military|troops|soldiers|general staff|(?:high|army) command)\b"),
        "army",
    ),
    (re.compile(r"\b(?:navy|naval) (?:forces|(?:high )?command)\b"), "navy"),
    (re.compile(r"\bcoast\s*guards?\b"), "coastguard"),
    (re.compile(r"^fire$"), "firefighters"),
    (re.compile(r"\bfire\s*(?:service|brigade|department|fighters?|men)\b"), "firefighters"),
    (re.compile(r"\bprime minister(?:['’]s office)?\b"), "government"),
    (re.compile(r"\boffice of (?:the )?(?:[\w-]+ )?president\b.*"), "presidency"),
    (re.compile(r"\boffice of (?:the )?(?:[\w-]+ )?prime minister\b.*"), "government"),
    (
        re.compile(
            r"\b(?:president(?:['’]s (?:press )?office|ial (?:office|palace|administration))|presidency|palace)\b"
        ),
        "presidency",
    ),
    (re.compile(r"\b(?:town|city) hall\b"), "municipality"),
    (re.compile(r"\b(foreign|home) office\b"), r"\1 ministry"),
    (re.compile(r"^inspectors$"), "inspectorate"),
    (re.compile(r"\bambulance (?:crews?|service|drivers?|workers?)\b"), "ambulance service"),
    (re.compile(r"\b(?:ministry|minister|department|secretary) (?:of|for) (?:the )?(\w+)\b.*"), r"\1 ministry"),
    (re.compile(r"\b(\w+) (?:minister|secretary|department)\b"), r"\1 ministry"),
    (re.compile(r"\bdefense\b"), "defence"),
    (re.compile(r"(?<=\w)\s+of (?:(?:the|this|our) )?(?:province|city|country|state|region|county|town)$"), ""),
    (re.compile(r"\blabor\b"), "labour"),
)
"""What one body is called in several ways."""


def normal(name: str) -> str:
    """A body's name in lower case without what makes it another's or another word for the same."""
    for pattern, same in ALIASES:
        m = pattern.search(name)
        if m is None:
            continue
        if r"\1" in same:
            if m.group(1) not in speaker_words()["fields"]:
                continue
            name = m.expand(same)
        elif pattern.groups == 0 and same in ("defence", "labour", ""):
            name = pattern.sub(same, name)
        else:
            name = same
    kept = [w for w in name.split() if w not in speaker_words()["vague"]] or name.split()
    return " ".join(w for w in kept if w not in ("of", "for", "and", "&")) or name
