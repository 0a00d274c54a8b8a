"""What the words of a sentence can tell of: a quick look, before the patterns of harms.py and answers.py are tried.

Each of those patterns needs one of these words, whole or as a beginning. Most sentences have none. Where a pattern
needs several words, its rarest stands here ("off" for "call it off").
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from itertools import compress
from typing import Literal, get_args

from reportedly.connect.brief.harms import GROUPS, Harm
from reportedly.connect.brief.words import words_of
from reportedly.events.numbers import TENS, UNITS, VAGUE
from reportedly.record import Span

Answering = Literal["denial", "disowned", "no_hand", "withdrawal", "report", "called_off", "unconfirmed", "blame"]
"""An answer (answers.py); "no_hand" stands for NO_DENIAL and DISOWNED, "report" for OWN_REPORT."""
Hint = Harm | Answering | Literal["part", "included", "toll", "past", "number", "bare"]
"""A harm (AFTER, BEFORE and DIRECT), a part of the hurt (PARTS) or of a figure (INCLUDED), a toll (TOLL), another time
(PAST), a number, one without its noun (LEADS), or an answer."""
OF_PEOPLE: frozenset[Hint] = frozenset({*get_args(Harm), "part", "toll"})
COUNTED: frozenset[Hint] = frozenset(h for h in get_args(Harm) if h in GROUPS) | {"toll"}
"""Those whom only a number tells of."""
APOSTROPHE = re.compile("['’]")
WORDS: dict[Hint, str] = {
    "killed": (
        r"(?:kill(?:s|ed|ings?)?|dead|die[ds]|dying|slain|slayings?|slew|murder(?:s|ed|ing)?|perished|drown(?:ed|ing)|"
        r"executed|massacred|slaughtered|deceased|succumbed|fatal(?:ly|ities)?|eliminat(?:ed|ing)|neutrali[sz]ed|"
        r"wiped|gunned|beheaded|martyred|li(?:fe|ves)|deaths?|bod(?:y|ies)|lost|loss|homicides?|manslaughter|lynch(?:ed|ing)|passed|"
        r"suffocated|asphyxiated|electrocuted|hanged|ground|earth|buried|cremated)\Z|claim"
    ),
    "injured": r"wound|injur|hurt|hospital|maim|recover|condition|expected|burn|treated|clinic|medical|infirmary",
    "shot": r"(?:shot|shooting|shoots|hit)\Z",
    "arrested": r"arrest|detain|detention|custody|captur|rounded|jailed|seized|prisoner|(?:held|cells|bars)\Z",
    "joined": (
        r"(?:called|call|tools|refused|part|join(?:ed|ing)?|march(?:ed|ing)?|gather(?:ed|ing)?|demonstrat(?:ed|ing|e)|protest(?:ed|ing)?|"
        r"rall(?:ied|ying|y)|walk(?:ed|ing)?|turned|attend(?:ed|ing)?|stopp(?:ed|ing)|strike|away|them|drew|drawing|"
        r"attracted|brought|mobili[sz]ed)\Z"
    ),
    "rescued": r"(?:rescu(?:ed|ing)|sav(?:ed|ing)|picked|plucked|survived|ashore|pulled|safe|alive)\Z",
    "missing": r"(?:missing|unaccounted|search(?:ing|ed)?|looking|hunt)\Z",
    "aboard": r"(?:aboard|board|carrying|ferry|boat|ship|vessel|plane|aircraft|bus|train|helicopter)\Z",
    "displaced": (
        r"displac|homeless|evacuat|uproot|fled|driven|forced|expel|relocat|resettl|(?:homes|houses|villages|moved|cleared|shelters)\Z"
    ),
    "trapped": r"(?:trapp(?:ed|ing)|cut(?:ting)?|strand(?:ed|ing)|stuck|entomb(?:ed|ing)|"
    r"pinned|marooned|snowed|bur(?:ied|ying)|remain(?:s|ed)?|"
    r"still)\Z",
    "ill": (
        r"(?:ill|sick|unwell|vomiting|positive|contracted|down|signs|symptoms|quarantined?|examined|diagnosed|proved|confirmed|patients|cases|"
        r"detected)\Z|infect|sicken|poison"
    ),
    "freed": (
        r"(?:free|let|handed|hand|handing|returned|return|back|home|way|swap(?:ped)?|exchange[ds]?)\Z|freed|freeing|releas|liberat|"
        r"repatriat|pardon|amnest"
    ),
    "taken": r"kidnap|abduct|hostage|captive|(?:carried|snatched|dragged)\Z",
    "part": r"admitt|treat|receiv|took|taken|operated|looking|car(?:ed|ing)\Z|hospital|clinic|theatre",
    "included": r"includ|(?:among|whom|which)\Z",
    "toll": r"(?:toll|figure|loss(?:es)?|dead|casualties|number|tally|count|total|deaths|fatalities)\Z",
    "number": rf"\d|(?:{'|'.join((*UNITS, *TENS, *VAGUE, 'tens', 'hundred', 'thousand'))})\Z",
    "bare": (
        r"(?:figures?|counts?|tall(?:y|ies)|tolls?|numbers?|totals?|estimates?|spoken?|speak(?:s|ing)?|talk(?:s|ed)?|puts?|"
        r"putting|stood|stands?|standing|own(?:s|ed)|admit(?:s|ted)|confess(?:es|ed)|included|counted|given|announced|reported|"
        r"stated|cited|published|claimed|ke(?:ep|eps|pt)|holds?|held|sticks?|stuck)\Z"
    ),
    "past": r"last|previous|year|decade|month|during|homicide|(?:19|20)\d\d",
    "denial": (
        r"den(?:y|ies|ied|ying)\Z|refut|reject|dismiss|rebuff|truth|untrue|false|baseless|unfounded|wrong|fabricat|invent|"
        r"nonsense|lies?\Z|(?:n(?:o|ot|ever|othing|one|obody)|(?:did|do|does|has|have|had|was|were|is|are|would)n)\Z|disput|"
        r"contest|rebut|repudiat|challeng|groundless|exaggerat|mistaken|incorrect|laugh|scoff|mock|ridicul|brush|waved|shrug|"
        r"scorn|light\Z|fantas|myths?\Z|fiction|ruled|contradict|fake\Z|hoax|fairy|refus"
    ),
    "disowned": r"den(?:y|ies|ied|ying)\Z|reject|dismiss|n(?:o|ot|ever|othing)\Z",
    "no_hand": (
        r"(?:hand|part|role|share|link|connection|knowledge|there|carr(?:y|ied|ying)|stag(?:e|ed|ing))\Z|involve|"
        r"behind|nothing|responsib|neither|denied|commit|order|mount|conduct|perpetrat|mastermind|sponsor|prepar|"
        r"blame|complicit|author|attacker|bomber|killer|gunman|culprit|guilt"
    ),
    "blame": r"(?:each|blam\w+|accus\w+|traded|trading|trades|exchang\w+)\Z",
    "withdrawal": (
        r"withdr|retract|back|should|apologi|wrong|mistak|erroneously|incorrect|inaccurate|false|untrue|error"
    ),
    "report": r"report|article|story",
    "called_off": (
        r"(?:off|no|not|aside|struck|strikes|striking|threw|f[ae]ll(?:s|en)?|pulled|backed)\Z|scrapp|cancel|abandon|shelv|postpon|avert|stood|rescinded|revoked|withdr|scrubbed|aborted|axed|stopped|drop|gave\Z|given\Z|"
        r"suspend|quash|overturn|annul|void"
    ),
    "unconfirmed": (
        r"confirm|verif|substantiat|un(?:confirm|verif|substantiat)|evidence|proof|corrobor|check|establish|determine|ascertain|nobody|rumou?r|whispers|longer|(?:web)?site|"
        r"(?:page|channel|account|feed)\Z"
    ),
}
HINTS = {hint: re.compile(words, re.I) for hint, words in WORDS.items()}
ANY = re.compile("|".join(WORDS.values()), re.I)


@lru_cache(maxsize=200)  # its figures and its answers are looked for in the same sentences
def hints_in(text: str, sentence: Span) -> frozenset[Hint]:
    """What the words of a sentence can tell of."""
    starts, hints = _hinted(text)
    return frozenset().union(*hints[bisect_left(starts, sentence[0]) : bisect_left(starts, sentence[1])])


@lru_cache(maxsize=2)
def _hinted(text: str) -> tuple[Sequence[int], Sequence[frozenset[Hint]]]:
    """Where the words stand that can tell of something, and of what."""
    words = words_of(text)
    hints = [*map(hints_of, words.all)]
    return [*compress(words.starts, hints)], [*filter(None, hints)]


@lru_cache(maxsize=50_000)
def hints_of(word: str) -> frozenset[Hint]:
    """What a word can tell of."""
    parts = [part for part in APOSTROPHE.split(word) if ANY.match(part)]  # most words have none
    return frozenset(hint for hint, words in HINTS.items() if any(map(words.match, parts)))
