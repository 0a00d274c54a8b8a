"""What an article answers to reports: that it is denied, withdrawn, called off, could not be confirmed, or that each
side blames the other.

Found by the words of sentences, since an answer often has no event of its own ("That was wrong", "denied it").
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from reportedly.connect.brief.calling_off import called_off_in
from reportedly.connect.brief.hints import Hint, hints_in
from reportedly.connect.brief.negated import negated_in
from reportedly.connect.brief.nouns import Answer, AnswerKind
from reportedly.connect.brief.sentences import sentences_of
from reportedly.connect.brief.words import in_lower_case
from reportedly.record import Record, Span

REPORTS = (
    r"(?:reports?|claims?|accounts?|accusations?|allegations?|suggestions?|rumou?rs?|assertions?|stor(?:y|ies)|"
    r"charges?)"
)
FALSE = (
    r"(?:untrue|false|baseless|unfounded|groundless|wrong|fabricated|invented|nonsense|fiction|exaggerated|mistaken|"
    r"incorrect|(?:an?\s+)?(?:\w+\s+)?(?:lie|fabrication|fake|hoax|invention|fairy\s+tale|myth|fantasy))"
)
"""What somebody calls that which is told, by which it is denied."""
DENIAL = re.compile(
    rf"\b(?:den(?:y|ies|ied|ying)|refut(?:e|es|ed|ing)|"
    rf"(?:(?:reject|dismiss|rebuff|scoff|mock|brush|laugh|shrug|ridicul|wav)\w*|made\s+light\s+of|poured\s+scorn\s+on)\s+"
    rf"(?:[\w’'-]+\s+){{0,4}}?{REPORTS}|"
    rf"(?:fairy\s+tale|fantasy|myth|invention|hoax|lie|fabrication)s?\s+(?:of|about)\s+(?:an?|the)\b|no\s+truth\s+(?:in|to)|"
    rf"it\s+(?:is|was|were)\s+(?:\w+ly\s+)?{FALSE}\s+that\b|"
    rf"{REPORTS}\s+(?:[\w’'-]+\s+){{0,8}}?(?:was|were|is|are)\s+(?:[\w’'-]+\s+)?{FALSE}|"
    rf"(?:called|describ\w+|brand\w+|label\w*|denounc\w+)\s+(?:[\w’'-]+\s+){{0,7}}?[\"“‘']?{FALSE}|"
    r"never\s+(?:happened|took\s+place)|nothing\s+of\s+the\s+(?:sort|kind)|"
    r"there\s+(?:was|were|had\s+been|has\s+been|is|are)\s+no\b|no\s+such\b|(?:pure|sheer)\s+(?:fiction|invention)|"
    r"no\s+(?:such\s+)?(?:plans?|intentions?|decisions?(?!\s+(?:has|have|had|was|were)\b)|orders?|preparations?)\b|"
    r"contradicted\s+(?:him|her|it|them|this|that|the\s+reports?)\b|(?:do|does|did)\s+not\s+exist|"
    r"(?:is|are|was|were)\s+not\s+(?:at\s+all\s+|simply\s+)?true|not\s+a\s+word\s+of\s+(?:it|this|that|truth)\b|"
    rf"(?:disput|contest|rebut|repudiat|challeng)\w*\s+(?:that\b|(?:[\w’'-]+\s+){{1,3}}?"
    rf"(?:findings?|versions?|victory|results?|{REPORTS})\b)|at\s+no\s+(?:time|point|stage)\b|"
    r"(?:not|never|refus(?:e|es|ed|ing)\s+to)\s+(?:conced|recogni[sz]|acknowledg|accept)\w*\s+(?:[\w’'-]+\s+){0,3}?"
    r"(?:victory|defeat|results?|outcome|win|election)\b|nothing\s+(?:will|would|shall)\s+be\s+\w+\b|"
    r"nothing\s+(?:has|have|had)\s+been\s+(?:agreed|signed|settled|concluded|called\s+off|sold|paid|stolen|leaked)\b|"
    r"(?:is|are|was|were|do|does|did)\s+not\s+(?:planning|preparing|considering|intend|discussing|weighing|plan)|"
    r"ruled\s+out|(?:did|does|do|has|have|had)\s+not\s+(?:carried\s+out|carry\s+out|conducted|struck|strike|attacked|"
    r"attack|fired|crossed|shelled))\b",
)
"""Words by which somebody says that a thing did not happen; as those below, in lower case."""
NO_DENIAL = re.compile(
    r"\b(?:(?:had|has|have|having|played|took)\s+(?:no|any)\s+(?:hand|part|role|involvement)|not\s+behind|"
    r"(?:heard|kn[eo]w|seen|saw)\s+nothing|"
    r"responsib\w+|neither\s+confirm\w*\s+nor|could\s+not\s+be\s+denied|denied\s+(?:entry|access|bail|visas?|"
    r"permission)|there\s+"
    r"(?:was|were|is)\s+no\s+(?:immediate|official|comment|word|sign|indication|claim|evidence|report|sound|"
    r"shortage))\b",
)
DISOWNED = re.compile(
    r"\b(?:(?:carr(?:y|ied|ying)\s+out|commit(?:ted|ting)?|stag(?:e|ed|ing)|order(?:ed|ing)?|mount(?:ed|ing)?|"
    r"conduct(?:ed|ing)?|perpetrat(?:e|ed|ing)|mastermind(?:ed|ing)?|sponsor(?:ed|ing)?|prepar(?:ed|ing))\s+"
    r"(?:the|this|that|these|those|it|them|either|both|[\w.-]+(?:\s+[\w.-]+)?['’]s?)(?![\w’'])|"
    r"(?:be(?:en|ing)?|was|were|is|are)\s+(?:[\w-]+\s+)?(?:behind|involved|to\s+blame|complicit|the\s+(?:author|attacker|"
    r"bomber|killer|gunman|culprit)s?)\b|"
    r"(?:involvement|complicity|authorship|guilt|blame)\b|(?:(?:any|no|a|its|their|his|her)\s+)(?:[\w-]+\s+)?(?:hand|part|"
    r"role|share|link|connection|knowledge)\s+(?:in|to|with|of)\b|nothing\s+to\s+do\s+with)",
)
"""Words by which somebody says only that it was not they: "the bombing" that they had not carried out took place;
"any bombing" may not have."""
WE = re.compile(r"\b(?:[Ww]e|[Oo]ur|us|I|[Mm]y)\b")
BLAMES = re.compile(r"\b(?:den(?:y|ies|ied|ying)|(?:reject|dismiss)(?:s|es|ed|ing)?|not|never|no|nothing)\b")
WITHDRAWAL = re.compile(
    r"\b(?:we\s+(?:have\s+|now\s+|hereby\s+)?(?:withdr[ae]w(?:n)?|retract(?:ed)?|take\s+back)|(?:has|have|had)\s+"
    r"(?:withdrawn|retracted|taken\s+back)\s+(?:[\w’'-]+\s+){0,3}?(?:report|article|story|claim|statement|account)|"
    r"(?:withdrew|withdraws|retracts|retracted|takes\s+back|took\s+back)\s+(?:[\w’'-]+\s+){0,3}?(?:report|article|story|"
    r"claim|statement|account)|"
    r"(?:report|article|story|post)\s+(?:has\s+been|was|is)\s+(?:withdrawn|retracted)|should\s+(?:not|never)\s+have\s+"
    r"(?:published|reported|printed|run|carried|appeared|been\s+(?:published|printed|broadcast))|"
    r"apologi[sz]\w+\s+(?:[\w’'-]+\s+){0,4}?for\s+(?:its|our|the)\s+(?:[\w’'-]+\s+)?(?:report|article|story)|"
    r"(?:wrongly|mistakenly|erroneously|incorrectly)\s+(?:reported|stated|said|wrote|written|published|announced)|"
    r"(?:our|said\s+(?:that\s+)?its)\s+(?:[\w’'-]+\s+)?(?:report|article|story)\s+(?:[\w’'-]+\s+){0,8}?(?:was|had\s+been)\s+"
    r"(?:wrong|false|untrue|incorrect|inaccurate|mistaken|an?\s+(?:mistake|error)))\b",
)
OWN_REPORT = re.compile(r"\b(?:our|the|an?|its|their|that)\s+(?:[\w’'-]+\s+){0,2}?(?:article|report|story|headline|"
                        r"post|dispatch)\b",
                        re.I)  # fmt: skip
THAT_REPORT = re.compile(
    r"\b(?:withdr[ae]w\w*|retract\w*|t[ao]ke?\w*\s+back)\s+(?:it|this|that|these|those|both)(?:[.,;]|\s+(?:report|article|story|"
    r"claim|account|item|version|post|statement)s?\b)",
)
"""Words that withdraw what the sentence before tells."""
UNCONFIRMED = re.compile(
    r"\b(?:not\s+(?:been\s+)?(?:able\s+to\s+|possible\s+to\s+)?(?:independently\s+)?(?:confirm|verif|substantiat)\w*|"
    r"(?:could|can)\s+"
    r"(?:not\s+(?:be\s+)?)?(?:independently\s+)?(?:confirm|verif)\w*\s+(?:none|no\s+part|nothing)|"
    r"could\s+not\s+be\s+(?:independently\s+)?"
    r"(?:confirmed|verified)|unconfirmed|unverified|unsubstantiated|(?:still\s+)?no\s+(?:\w+\s+)?(?:evidence|proof|"
    r"confirmation)|nobody\s+(?:has|had)\s+confirmed|not\s+(?:been\s+)?corroborated|not\s+(?:possible\s+to\s+|able\s+to\s+)?"
    r"(?:check|establish|determine|ascertain)\s+(?:the|this|that|whether|if|it)\b|none\s+of\s+"
    r"them\s+could\s+confirm|rumou?rs?|whispers|(?:taken|took)\s+(?:it\s+|them\s+)?(?:down|off)\s+(?:from\s+)?(?:its|the|their|his|her)\s+"
    r"(?:\w+\s+)?(?:web)?(?:site|page|channel|account|feed)|(?:removed|deleted|vanished|disappeared)\s+(?:[\w’'-]+\s+){0,4}?from\s+"
    r"(?:its|the|their|his|her)\s+(?:\w+\s+)?(?:web)?(?:site|page|channel|account|feed)|no\s+longer\s+be\s+(?:opened|found|read|seen))\b",
)
SIDE = r"(?:sides?|part(?:y|ies)|arm(?:y|ies)|governments?|countr(?:y|ies)|camps?|neighbours?|of\s+them)"
EACH_OTHER = re.compile(
    rf"\b(?:each\s+{SIDE}\s+(?:[\w’'-]+\s+){{0,3}}?(?:accus|blam|said|says|claim)\w*\s+(?:that\s+)?the\s+other\b|"
    r"(?:accus|blam)(?:es?|ed|ing)\s+(?:each\s+other|one\s+another)|"
    r"(?:trad|exchang)(?:es?|ed|ing)\s+(?:blame|accusations))",
)
"""Words by which a text says that each of two sides blames the other."""
GOVERNS = re.compile(r"(?:den(?:y|ies|ied|ying)|there|no|rejected|dismissed|it|disput\w+|contest\w+)\b", re.I)
"""Denials that stand before what they deny; all others may stand behind it."""
OF_WHICH = re.compile(
    r"\b(?:which|that)\s+(?:[\w’'-]+\s+){1,4}(?:says?|said|insist\w*|maintain\w*|claim\w*)\s+[^,;]*\Z", re.I
)
"""Before a denial of the one thing of which it is told ("a march against a tax that they say they do not plan")."""
NAMED = re.compile(r"\s+(?:that|of|about)\b", re.I)
"""Behind a denial of reports: what they say is named, so that it is not about what stands before."""
STOP = re.compile(
    r",\s+(?:saying|adding|and\s+said|but|insisting|while)\b|;|\bsaying\s+that\b|\s(?:when|after|before|since)\b", re.I
)
"""Where what a denial governs ends: what stands behind "when" or "after" is taken as given."""
IT = re.compile(
    rf"(?:\bden(?:y|ies|ied|ying)\s+(?:(?:it|this|both|them|everything|as\s+much)\b|that\s*(?:[.,;]|on\b)|(?:the|"
    rf"those|these|such|all|any)"
    rf"\s+(?:[\w’'-]+\s+)?{REPORTS}\b)|(?:reject|dismiss|rebuff)|no\s+truth|{REPORTS}\s|called\s|nothing\s|no\s+such|"
    rf"never\s|d(?:o|oes|id)\s+not\s+exist|(?:is|are|was|were)\s+not\s|not\s+a\s+word|(?:disput|contest|rebut|repudiat|challeng)\w*\s+(?!that\b))",
    re.I,
)
"""Denials of what was told before, rather than of what they name."""


PARTICIPLE = re.compile(r"\w+ed|stolen|lost|slain|shot|taken|held|sunken", re.I)
DESCRIBED = re.compile(r"\b(?:the|an?|its|his|her|their|our|this|that|these|those)\s+(?:\w+ly\s+)?\Z", re.I)
"""Before a participle that only describes somebody."""
RELATIVE = re.compile(r"\b(?:which|whom?)\s+(?:[\w’'-]+\s+){0,2}\Z", re.I)
"""Before a verb that only says of which thing, or of whom, it is spoken."""
NEAR = 30
"""Characters before a participle in which those words stand."""


Hinted = Mapping[Span, frozenset[Hint]]
"""What the words of each sentence can tell of, of those that can tell of anything."""


def answers_of(record: Record) -> tuple[Answer, ...]:
    """Every answer of an article, in order, with the events that it is about: those that it governs in its sentence."""
    text = record.article.text
    lower = in_lower_case(text)
    found: list[Answer] = []
    spans = sentences_of(text).spans
    hints = {s: hinted for s in spans if (hinted := hints_in(text, s))}
    withdraws = any("withdrawal" in hinted and WITHDRAWAL.search(lower, *s) for s, hinted in hints.items())
    disowned = _disowned(text, spans, hints)
    for s, hinted in hints.items():
        found += [a for a in _of_sentence(record, s, hinted) if a.kind != "denial" or s not in disowned]
        if withdraws and (own := OWN_REPORT.search(text, *s)):
            back = bool(WITHDRAWAL.search(lower, *s)) and not NAMED.match(text, own.end())
            taken = _answer("withdrawal", record, s, own.span(), (own.start(), s[1]))
            found.append(_back(taken) if back else taken)
    found += [
        _answer("withdrawal", record, before, before, before)
        for before, s in pairwise(spans)
        if withdraws and THAT_REPORT.search(lower, *s)
    ]
    for st in record.statements:
        if (
            st.act == "deny"
            and st.content
            and not any(_meet(s, (*st.cue, *st.content)) for s in disowned)
            and not any(a.kind == "denial" and _meet(a.sentence, st.content) for a in found)
        ):
            whole = (min(a for a, _ in st.content), max(b for _, b in st.content))
            where = next((s for s in spans if s[0] <= whole[0] < s[1]), whole)
            found.append(_answer("denial", record, where, whole, whole))
    answered = {e for a in found if a.kind in ("denial", "called_off") for e in a.events}
    found += [
        Answer(kind="denial", sentence=e.sentence, span=span, events=(e.id,), voice=st.id)
        for st, e, span in negated_in(record, [s for s, hinted in hints.items() if "denial" in hinted])
        if e.id not in answered and not any(_meet(s, (e.trigger,)) for s in disowned)
    ]
    return tuple(found)


def _meet(sentence: Span, spans: tuple[Span, ...]) -> bool:
    return any(a < sentence[1] and sentence[0] < b for a, b in spans)


def _disowned(text: str, spans: Sequence[Span], hints: Hinted) -> frozenset[Span]:
    """The sentences of those who say only that it was not they; what they say next tells how a plain denial is meant
    ("Nobody was taken by us": "We have nothing to do with this crime")."""
    own = {s for s, hinted in hints.items() if hinted >= {"disowned", "no_hand"} and _disowns(text, s)}
    before = (a for a, b in pairwise(spans) if b in own and WE.search(text, *b)) if own else ()
    return frozenset(own.union(before))


def _disowns(text: str, s: Span) -> bool:
    """Whether a sentence says that somebody had no hand in a thing, rather than that it did not happen."""
    lower = in_lower_case(text)
    said = BLAMES.search(lower, *s)
    return bool(said and (NO_DENIAL.search(lower, *s) or DISOWNED.search(lower, said.start(), s[1])))


def _of_sentence(record: Record, s: Span, hints: frozenset[Hint]) -> list[Answer]:
    text, out = record.article.text, list[Answer]()
    lower = in_lower_case(text)
    if "denial" in hints and (m := DENIAL.search(lower, *s)):
        stop = STOP.search(text, m.end(), s[1])
        governs = GOVERNS.match(m.group())
        begin = m.start() if governs else _of_which(record, s, m.start())
        reach = (begin, stop.start() if stop else s[1])
        named = begin > s[0] and not governs
        back = bool(IT.match(text, m.start()) and not NAMED.match(text, m.end()) and not named)
        denial = _answer("denial", record, s, m.span(), reach)
        out.append(_back(denial) if back else denial)
    if "called_off" in hints and (m := called_off_in(text, s)):
        active = re.match(r"\s+(?:its|their|the|a|an|his|her|strike|plans?)\b", text[m.end() : s[1]])
        whole = m.group().lower().startswith("there") or m.group().lower().endswith("after all")
        out.append(
            _answer("called_off", record, s, m.span(), s if whole else (m.end(), s[1]) if active else (s[0], m.start()))
        )
    if "blame" in hints and (m := EACH_OTHER.search(lower, *s)):
        ahead = _answer("blame", record, s, m.span(), (s[0], m.start()))
        out.append(ahead if ahead.events else _answer("blame", record, s, m.span(), (m.end(), s[1])))
    if "unconfirmed" in hints and (m := UNCONFIRMED.search(lower, *s)):
        out.append(_answer("unconfirmed", record, s, m.span(), s))
    return out


def _of_which(record: Record, s: Span, denial: int) -> int:
    """Where begins what a denial governs that stands behind it: with the last event before "which they say", else with
    the sentence."""
    which = OF_WHICH.search(record.article.text, s[0], denial)
    before = (e.trigger[0] for e in record.events if which and s[0] <= e.trigger[0] < which.start())
    return max(before, default=s[0])


def _answer(kind: AnswerKind, record: Record, s: Span, span: Span, reach: Span) -> Answer:
    inner = [(c[1] - c[0], st) for st in record.statements for c in st.content if c[0] <= span[0] < c[1]]
    denier = [st for st in record.statements if st.act == "deny" and _meet(s, (*st.content, *st.cue))]
    holder = denier[0] if denier and kind == "denial" else min(inner, key=lambda i: i[0])[1] if inner else None
    return Answer(
        kind=kind, sentence=s, span=span, voice=holder.id if holder else None,
        events=tuple(
            e.id
            for e in record.events
            if reach[0] <= e.trigger[0] < reach[1] and not _describes(record.article.text, e.trigger)
        ),
    )  # fmt: skip


def _back(answer: Answer) -> Answer:
    """The same as an answer to what stands before it."""
    return answer.model_copy(update={"back": True})


def _describes(text: str, trigger: Span) -> bool:
    """Does an event only say of whom it is spoken: "the kidnapped engineer", "the engineer who was kidnapped"?"""
    before = (max(0, trigger[0] - NEAR), trigger[0])
    return bool(
        RELATIVE.search(text, *before) or (PARTICIPLE.fullmatch(text, *trigger) and DESCRIBED.search(text, *before))
    )
