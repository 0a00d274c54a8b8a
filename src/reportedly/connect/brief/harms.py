"""The words that say what befell people, as patterns over a masked sentence ("§0§ were killed"; brief/tolls.py).

They are patterns rather than lists, since each says also what may stand between the words.
"""

from __future__ import annotations

import re
from typing import Literal

Harm = Literal[
    "killed", "injured", "shot", "arrested", "displaced", "joined", "rescued", "missing", "aboard", "trapped", "ill",
    "freed", "taken",
]  # fmt: skip
"""What is counted: harm, and with whom nothing happened yet or who took part."""
ANY_HARM = (
    r"(?:kill|dead|died|dies|death|wound|injur|hurt|shot\b|shoot|arrest|detain|displac|murder|fatal|slain|perish|"
    r"said\b|"
    r"says\b|told\b|could\b|would\b|might\b|may\b|should\b|if\b|and\b|but\b|when\b|while\b|after\b|before\b|as\b|"
    r"since\b|"
    r"saw\b|heard\b|gave\b|give\b|gives\b|put\b|puts\b|number\b|toll\b|nearly\b|almost\b|not\b|never\b|whose\b)"
)
FILL = rf"(?:\s+(?!{ANY_HARM})[\w’'.-]+){{0,6}}?"
"""Up to six words between people and what befell them, none of them another harm or a new clause."""
ASIDE = (
    r"(?:,(?=\s+(?:was|were|has|had|have|died|is|are|shot|killed|who)\b)|,(?![^,§¤]*\b(?:and|"
    r"but)\b)[^,§¤]{2,60},|\s+[—–-]+[^—–§¤]{2,60}[—–-]+)?"
)
GROUPS: dict[str, str] = {
    "joined": "taking part", "rescued": "rescued", "missing": "missing", "aboard": "aboard", "trapped": "trapped",
    "ill": "ill", "freed": "freed", "taken": "taken",
}  # fmt: skip
"""Counts of people that are no harm, and how a figure of them is labelled."""
DIRECT: dict[str, Harm] = {
    "bodies": "killed", "deaths": "killed", "fatalities": "killed", "patients": "ill", "cases": "ill",
    "infections": "ill",
}  # fmt: skip
"""Nouns that are the dead or the ill themselves: "14 bodies were recovered"."""
ABOARD = re.compile(r"\s+(?:aboard|on\s+board)\b", re.I)
OWN_MEN = re.compile(r"\s+of\s+(?:its|their|his|her)\b", re.I)
DEAD = (
    r"(?:shot\s+dead|killed|dead|died|dies|dying|slain|murdered|perished|drowned|executed|massacred|slaughtered|"
    r"deceased|succumbed|fatally|eliminated|neutrali[sz]ed|wiped\s+out|gunned\s+down|beheaded|(?:lost|"
    r"losing|paid\s+with|paid\s+for\s+it\s+with)\s+(?:their|his|her)\s+li(?:fe|ves)|passed\s+away|suffocated|asphyxiated|"
    r"(?:bled|froze|starved|choked)\s+to\s+death|electrocuted|hanged|lynched|put\s+(?:in|into|under)\s+the\s+(?:ground|earth)|"
    r"(?:been|were|was|are|being)\s+(?:buried|cremated)(?!\s+(?:alive|under|beneath|by|in\s+(?:the\s+)?(?:rubble|mud|snow|debris)))|"
    r"(?:laid|laying|gave|given|giving)\s+(?:down\s+)?(?:their|his|her)\s+li(?:fe|ves)|martyred|"
    r"(?:shot|beaten|stabbed|burned|burnt|crushed|trampled|hacked)\s+to\s+death|bodies|deaths|fatalities)"
)
SHOT_AND = r"(?:\s+(?:shot|stabbed|wounded|hit|struck|injured)(?:\s+(?!said|told)[\w’'-]+){0,7}?,?\s+(?:and|before))?"
CONDITION = r"in\s+(?:(?:\w+\s+)?but\s+)?(?:critical|serious|stable|fair|guarded|grave)\s+condition"
HURT = (
    rf"(?:wounded|injured|hurt|hospitali[sz]ed|maimed|injuries|recovering|{CONDITION}|expected\s+to\s+(?:survive|live|"
    r"recover)|(?:suffer|sustain|receiv)\w*\s+(?:\S+\s+){0,5}?(?:wounds?|injur\w+|burns?)|treated|"
    r"(?:been|were|was|are)\s+(?:admitted|taken\s+in)\b|with\s+(?:\S+\s+){0,3}?"
    r"gunshot\s+wounds?|(?:taken|rushed|airlifted|transported|flown|carried|driven|brought)\s+to\s+(?:\S+\s+){0,6}?"
    r"(?:hospitals?|clinics?|medical|infirmary))"
)


PLANNED = rf"{FILL}(?:\s+(?:would|will))?{FILL}"
"""The same, where what is still to come counts too."""


def _after(harm: Harm, words: str, fill: str = FILL) -> tuple[Harm, re.Pattern[str]]:
    return harm, re.compile(rf"{ASIDE}(?P<fill>{fill})\s+(?P<word>{words})")


JOINED = (
    r"(?:called\s+out|(?:tak(?:e|en|ing)|took)\s+part(?!\s+in\s+(?:the\s+)?(?:\w+\s+)?(?:talks|negotiations|meetings?|"
    r"discussions|session))|join(?:ed|ing)?|march(?:ed|ing)?|gather(?:ed|ing)?|"
    r"demonstrat(?:ed|ing|e)|protest(?:ed|ing)?|rall(?:ied|ying|y)|(?:walk|walked|walking)\s+out|turned\s+(?:out|up)|"
    r"attend(?:ed|ing)?|(?:stopp(?:ed|ing)|refused\s+to)\s+work|on\s+strike|stayed\s+away|downed\s+tools|"
    r"(?:follow|heed|answer)(?:ed|ing)\s+(?:the|its|their|a)\s+call|(?:work|worked|employed)\b(?=.{0,80}\b"
    r"(?:most|all|half|some|none|many)\s+of\s+them\b.{0,12}\b(?:stay\s+away|strike|walk\s+out|join|take\s+part)))\b"
)
HOMES = r"(?:homes|houses|villages)"
ILL = (
    r"(?:(?:fall(?:en)?|fell|taken|becom(?:e|ing)|became|feel(?:ing)?|felt|made|making|were|are|is|was|being)?\s*(?:ill|sick|"
    r"unwell)|infected|sickened|poisoned|vomiting|tested\s+positive|contracted|(?:came|come|went|gone)\s+down\s+with|"
    r"(?:show(?:ing|ed|n)?|with|have|had)\s+(?:\w+\s+){0,2}(?:signs|symptoms)|quarantined|in\s+quarantine|"
    r"diagnosed)\b"
)
FREED = (
    r"(?:freed|released|liberated|repatriated|pardoned|amnestied|set\s+free|let\s+go|walked\s+free|handed\s+(?:over|back|to)|"
    r"exchanged|swapped|returned|(?:come|came|coming|go|going|sent|flown|brought)\s+(?:back|home)|sent\s+the\s+other\s+way)\b"
)
VESSELS = r"(?:ferry|boat|ship|vessel|plane|aircraft|bus|train|helicopter)"
AFTER: tuple[tuple[Harm, re.Pattern[str]], ...] = (
    _after("killed", rf"{DEAD}\b(?![-])", rf"{FILL}{SHOT_AND}{FILL}"),
    _after("injured", HURT, rf"{FILL}(?:\s+shot\s+and)?{FILL}"),
    _after("shot", r"(?:shot|hit\s+by\s+(?:\w+\s+){0,2}(?:bullets?|gunfire|shots))\b(?!\s+(?:at|a|off)\b)"),
    _after(
        "arrested",
        r"(?:arrested|detained|in\s+(?:police\s+)?custody|taken\s+(?:into\s+custody|prisoners?)|captured|in\s+the\s+cells|"
        r"behind\s+bars|rounded\s+up|jailed|seized|being\s+held|(?:are|is|were|was|been|remain(?:s|ed)?)\s+held"
        r"(?!\s+(?:hostage|captive|up|back|by\s+(?:kidnappers|rebels|gunmen))))\b",
    ),
    _after("joined", JOINED, rf"{FILL}(?:\s+would)?"),
    _after(
        "rescued",
        r"(?:rescued|saved|picked\s+up|plucked|survived|brought\s+ashore|pulled\s+(?:alive\s+)?(?:from|out)|safe|alive)\b",
    ),
    _after("missing", r"(?:missing|unaccounted)\b"),
    _after(
        "trapped",
        r"(?:trapped|cut\s+off|stranded|stuck|entombed|pinned|marooned|snowed\s+in|buried\s+(?:alive|under|beneath)|"
        r"(?:remain(?:s|ed)?|still)\s+(?:under(?:ground|neath)?|below|beneath|behind|inside)"
        r"(?!\s+(?:the\s+)?(?:age|bars|control|arrest|treatment|way|fire|attack|pressure)))\b",
    ),
    _after("ill", ILL),
    _after("freed", FREED, PLANNED),
    _after(
        "taken",
        r"(?:kidnapped|abducted|(?:held|taken)\s+(?:hostage|captive)|(?:carried|snatched|dragged)\s+(?:off|away))\b",
    ),
    _after("aboard", rf"(?:aboard|on\s+board|(?:on|in)\s+the\s+{VESSELS})\b"),
    _after(
        "displaced",
        r"(?:displaced|homeless|evacuated|uprooted|fled|relocated|resettled|(?:be|been|were|was|are|being)\s+(?:moved|cleared)"
        r"(?!\s+(?:to|into)\s+(?:[\w’'-]+\s+){0,3}(?:hospitals?|prisons?|tears))|out\s+of\s+(?:their|\w+)\s+(?:homes|houses|villages)|"
        r"in\s+(?:emergency\s+)?shelters|driven\s+(?:out|from)|forced\s+(?:out|from|to\s+flee)|"
        rf"(?:(?:had|have|having|made|forced|told|ordered|advised|asked)\s+to\s+(?:leave|abandon|vacate)|left|"
        rf"leaving|abandoned|lost)\s+their\s+{HOMES})\b",
        PLANNED,
    ),
)
"""What befell people, by the words behind them."""
HAND_OVER = r"\s+(?:(?:another|all|a\s+total\s+of|the|some|its|more|off)\s+)?$"
PASSIVE_BEFORE = r"(?P<aux>\b(?:was|were|been|being|be|are|is)\s+(?:\w+\s+)?)?"


def _before(harm: Harm, *words: str) -> tuple[Harm, re.Pattern[str]]:
    return harm, re.compile(rf"{PASSIVE_BEFORE}\b(?P<word>{'|'.join(words)}){HAND_OVER}")


BEFORE: tuple[tuple[Harm, re.Pattern[str]], ...] = (
    _before(
        "killed",
        r"killing|killed|kills|kill|fatally\s+(?:shot|shooting|shoots|wounded|wounding|struck|striking|stabbed|injured)",
        r"shot\s+dead|eliminated|eliminating|neutrali[sz]ed|wiped\s+out|murdered|murdering|slew|gunned\s+down|massacred",
        r"executed|(?:claim|took|taking|tak)\w*\s+the\s+li(?:fe|ves)\s+of|claim\w*|lost",
        r"(?:deaths?|murders?|killings?|slayings?|homicides?|bod(?:y|ies)|lives|loss|drowning|manslaughter|lynching)\s+of",
        r"fatal\s+(?:\w+\s+)?shooting\s+of",
    ),
    _before("injured", r"wounding|wounded|wounds|injuring|injured|injures|hurting|hurt|maiming|maimed"),
    _before("shot", r"shooting|shot|shoots|shooting\s+of"),
    _before(
        "arrested",
        r"arresting|arrested|arrests?|detaining|detained|detains?|captured|capturing|rounded\s+up|seized",
        r"(?:arrests?|detention|capture)\s+of",
    ),
    _before("joined", r"called\s+out|drew|drawing|attracted|brought\s+out|mobili[sz]ed"),
    _before("rescued", r"rescued|rescuing|saved|saving|picked\s+up|plucked"),
    _before("missing", r"missing|(?:search|searching|searched|looking|hunt)\s+for"),
    _before("trapped", r"trapping|trapped|stranding|stranded|cutting\s+off|cut\s+off|entombing|burying"),
    _before(
        "ill",
        r"infected|infecting|sickened|sickening|poisoned|poisoning|(?:proved|confirmed|diagnosed|detected)\s+in|"
        r"(?:diagnosed|quarantined)",
    ),
    _before(
        "freed",
        r"freed|freeing|released?|releasing|liberated|liberating|pardon(?:ed|ing)|repatriat(?:ed|ing)|"
        r"hand(?:ed|ing)?\s+(?:over|back)|(?:return|release|exchange|swap)\s+of|exchange[ds]?|swapp?(?:ed)?",
    ),
    _before("taken", r"kidnapped|kidnapping|kidnap|abducted|abducting|abduct|hostage|(?:kidnapping|abduction)\s+of"),
    _before("aboard", r"carrying|was\s+carrying|with|had"),
    _before(
        "displaced",
        r"displacing|displaced|displaces|uprooting|uprooted|evacuated|evacuating|expelled|expelling|"
        r"relocat(?:ed|ing)|resettl(?:ed|ing)|driven\s+out|forced\s+out",
    ),
)
"""What befell people, by the words before them; `aux` makes them the words of somebody else's fate."""
HARMED = re.compile(r"\s+(?:dead|bod(?:y|ies)|survivors?|alive|injured|wounded)\b", re.I)
"""Behind people who were "brought out" of ruins rather than to a march."""
AMONG_THE_DEAD = re.compile(
    r"\s+of\s+(?:its|their|our|his|her)\s+[^.;§¤]{2,40}?\bamong\s+(?:the\s+)?(?:dead|victims|killed|injured|wounded|them|those)\b",
    re.I,
)
"""Behind a figure that is one party's part of the whole: "four of its drivers were among the dead"."""
PARTS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("admitted", re.compile(rf"\b(?:admitted|admitting|treated|treating|receiving|received|took\s+in|taken\s+in|"
                            rf"operated\s+on|looking\s+after|cared\s+for|caring\s+for){HAND_OVER}", re.I)),
    ("carried", re.compile(rf"\b(?:carried|carrying|transported|transporting|ferried|rescued|brought|took|taken|moved)"
                           rf"{HAND_OVER}", re.I)),
)  # fmt: skip
"""Those whom one hospital or crew saw, in its own words: a part of the hurt."""
MANY_DOCTORS = re.compile(r"\b(?:doctors|hospitals|clinics|medics|physicians|surgeons)\b", re.I)
"""Those whom all the doctors see are no part."""
ALONE = re.compile(r"\b(?:at|in|by|to|from)\s+[^,.;§¤]{2,40}?\s+alone\b", re.I)
"""A part that is named as such: "in our ward alone"."""
TO_HOSPITAL = re.compile(r"(?:\s+[\w’'-]+){0,6}?\s+(?:to|into|in)\s+(?:[\w’'-]+\s+){0,5}?(?:hospitals?|clinics?|"
                         r"theatre)",
                         re.I)  # fmt: skip
TREATED = re.compile(
    r"(?:\s+of\s+the\s+(?:injured|wounded|hurt|victims))?\s+(?:(?:were|are|have|has|had|been|being|still)\s+)+"
    r"(?:treated|admitted|cared\s+for|looked\s+after)\b",
    re.I,
)
ONE_HOSPITAL = re.compile(
    r"\b(?:[Aa]t|[Ii]n|[Tt]o|[Bb]y)\s+(?:the\s+)?(?:[A-Z][\w.’'-]+\s+){1,4}(?:[Hh]ospital|[Cc]linic|[Ii]nfirmary|Medical\s+Cent(?:re|er))"
)
"""Those whom one hospital treats, told of it by name, are a part too: "nine were being treated at Tesk Hospital"."""
BROUGHT = re.compile(
    r"\b(?:had|have|were|been)\s+(?:been\s+)?brought\s+(?:in|to|here|there)\b|\bdead\s+on\s+arrival\b|\b(?:morgue|mortuary)\b"
)
TOLL = re.compile(
    r"\b(?:(?:death\s+)?toll|(?:loss(?:es)?|dead|casualties)(?=\s+(?:at|to|now\s+at|"
    r"number(?:ed|s)?)\b)|"
    r"(?:number|tally|count|total)\s+of\s+(?:the\s+)?(?:confirmed\s+|known\s+)?(?P<of>people\s+(?:who\s+)?(?:are\s+|"
    r"were\s+|have\s+|had\s+|"
    r"been\s+)*(?:killed|died|drowned|injured|wounded|hurt)|deaths|dead|victims|fatalities|those\s+(?:killed|injured|"
    r"wounded|"
    r"taking\s+part|who\s+(?:had\s+)?(?:took|taken|joined|marched|walked|struck)(?:\s+(?:part|out))?)|marchers|strikers|"
    r"demonstrators|protesters|killed|casualties|injured|wounded|missing|(?:\w+\s+)?cases|infections|patients|infected|sick|arrests|detainees|displaced|"
    r"homeless|evacuees|hostages|[\w-]+\s+(?:[\w’'-]+\s+){0,4}?(?:evacuated|displaced|arrested|detained|infected|treated|"
    r"missing|trapped|released|freed|rescued))|deaths|fatalities)\b"
    r"(?:[^§.;]{0,110}?)\s(?:to|at|of|is|was|as|reached|hit|hits|passed|topped|now|number(?:ed|s)?)\s+§(?P<k>\d+)§"
    r"(?P<from>[^§.;]{0,40}?\bfrom\s+(?:[\w’'-]+\s+){0,4}?§(?P<old>\d+)§)?",
    re.I,
)
TOLL_OF: tuple[tuple[Harm, re.Pattern[str]], ...] = (
    ("injured", re.compile(r"injured|wounded|hurt", re.I)),
    ("missing", re.compile(r"missing", re.I)),
    ("ill", re.compile(r"cases|infect|patients|sick|treated", re.I)),
    ("arrested", re.compile(r"arrest|detain", re.I)),
    ("displaced", re.compile(r"displaced|homeless|evacu", re.I)),
    ("trapped", re.compile(r"trapped", re.I)),
    ("freed", re.compile(r"released|freed", re.I)),
    ("rescued", re.compile(r"rescued", re.I)),
    ("taken", re.compile(r"hostage", re.I)),
    ("joined", re.compile(r"taking|took|taken|join|march|walked|str[iu]|demonstr|protest", re.I)),
)
"""What a number of people counts, where it is not the dead."""
TOLL_BEHIND = re.compile(
    r"\b(?:bring|brought|rais|tak|push|lift)\w*\s+to\s+§(?P<k>\d+)§\s+the\s+(?:(?:death\s+)?toll|(?:number|tally|count|total)\s+"
    r"of\s+(?:the\s+)?(?P<of>[a-z]+\b[^.;§]{0,40}?\b(?:killed|died|drowned|injured|wounded|hurt)|deaths|dead|"
    r"victims|fatalities|injured|wounded))\b",
    re.I,
)
"""The same the other way round: "raising to nine the number of the dead"."""
BRINGING = re.compile(r"\b(?:bring|rais|tak|push|lift|ris|rose|climb|increas|jump)\w*\b", re.I)
FROM = re.compile(
    r"\b(?:up|down|revised|raised|lowered|rose|risen)\b[^§]{0,30}?\bfrom\s+(?:[\w’'-]+\s+){0,4}?§(\d+)§", re.I
)
NOT_SO_MANY = re.compile(r"\b(?:not|instead\s+of|rather\s+than)\s+(?:the\s+)?§(\d+)§", re.I)
NO_LONGER = re.compile(
    r"(?:\b(?:not|instead\s+of|rather\s+than|down\s+from|up\s+from)\s+(?:the\s+)?|\b(?:earlier|initial|initially|"
    r"previous|"
    r"previously|preliminary|first)\s+(?:[\w’'-]+\s+){0,6}?|\b(?:wrongly|mistakenly|incorrectly|in\s+error|"
    r"by\s+mistake)\s+"
    r"(?:[\w’'-]+\s+){0,8}?)$",
    re.I,
)
"""What makes of a figure one that the text gives as no longer holding."""
INCLUDED = re.compile(r"\b(?:includ\w+|among\s+them|among\s+whom|of\s+whom|of\s+which)\b[^.;§]{0,24}$", re.I)
OF_THEM = re.compile(
    r"\s+of\s+(?:them|whom|those|these|the\s+(?:\w+\s+)?(?:victims|dead|wounded|injured|people))\b", re.I
)
ACTIVE = re.compile(r"(?:\s+(?:shot|shooting|stabbed|wounded|struck|injured|and|or|killed|killing|wounding|up|to|"
                    r"at\s+least))"
                    r"{0,3}\s+(?:(?:another|the|all)\s+)?[§¤]", re.I)  # fmt: skip
PASSIVE = re.compile(
    r"\b(?:was|were|been|being|be|are|is|got|found|left|leaves?|lay|pronounced|declared|confirmed)\b", re.I
)
SELF = re.compile(r"\s+(?:himself|herself|themselves|themself|self)\b", re.I)
NONE = re.compile(
    r"\b(?:no\s+one|nobody|none|neither|no\s+(?:other\s+)?(?:people|persons|injuries|deaths|casualties))\b", re.I
)
PAST = re.compile(
    r"\b(?:(?:in|of|from|to)\s+(?:\w+\s+)?(?P<year>(?:19|20)\d\d)|(?:last|previous)\s+(?:year|decade|summer|spring|autumn|winter)|"
    r"(?:\w+\s+)?"
    r"(?:years?|decades?|months)\s+(?:ago|earlier)|(?:so\s+far\s+)?this\s+year|year[\s-]to[\s-]date|of\s+the\s+year|"
    r"(?:each|every|per|a)\s+year|during\s+the\s+(?:civil\s+)?war|homicides?\s+(?:so\s+far|in))\b",
    re.I,
)
"""What makes of a figure one of other times: "killed 40 in 2009", "the 30th homicide this year"."""
SCOPE_WORDS = re.compile(
    r"\b(?P<attacker>(?:suicide\s+)?bombers?|gunm[ae]n|attackers?|shooters?|suspects?|hijackers?|killers?|"
    r"man\s+who\s+\w+|men\s+who\s+\w+|assailants?)\b|"
    r"\b(?P<other>crew\s?members|"
    r"crew|drivers?|conductors?|pilots?|staff|contract\s+workers|contractors|subcontractors|missing|unborn|guards|rescuers|soldiers|"
    r"police\s+officers|"
    r"foreigners|passengers|rebels|militants|fighters|civilians)\b",
    re.I,
)
CREW = re.compile(r"crew\s?members?|drivers?|conductors?|pilots?|staff")
WITH = re.compile(
    r"\b(?:including|includ(?:es|ed|e)|counts?|counting|counted|among\s+(?:them|whom|the\s+dead)(?:\s+(?:is|was|were|"
    r"are))?)"
    r"\s+(?:also\s+)?(?P<x>[^.;,]{3,40})",
    re.I,
)
WITHOUT = re.compile(
    r"\b(?:not\s+(?:counting|including)|exclud(?:es|ing|ed|e)|leav(?:es|ing)\s+out|left\s+out|without(?:\s+counting)?|"
    r"(?:do|does|did)\s+not\s+(?:include|count)|apart\s+from|other\s+than|besides|in\s+addition\s+to|aside\s+from|"
    r"(?:was|were|is|are)\s+not\s+(?:included|counted))\s+(?P<x>[^.;,]{3,40})",
    re.I,
)
LIMITING = (
    "inclu", "count", "leav", "left out", "exclu", "only", "limit", "confin", "restrict", "payroll", "employ",
    "without", "among", "apart", "other than", "beside", "addition", "aside",
    "of its", "of their", "of his", "of her", "of the",
)  # fmt: skip
"""One of these stands wherever one of the patterns below fits."""
EMPLOYED = r"(?:employees|staff|workers|personnel|crew|miners|drivers|members|employed)"
OWN_ONLY = re.compile(
    rf"\A\s+of\s+(?:its|their|his|her)\s+(?:own\s+)?(?:\w+\s+)?{EMPLOYED}\b|"
    rf"\A(?:\s+{EMPLOYED})?\s+of\s+the\s+(?:company|firm|operator|group|employer|contractor|airline|railway|mine|plant|line|concern)\b|"
    r"\A[^.;,]{0,40}?\b(?:on\s+(?:the|its|their)\s+(?:own\s+)?payroll|in\s+its\s+employ|employed\s+by)\b|"
    r"\bcount(?:s|ed|ing)?\s+(?:only\s+)?(?:its|their|our)\s+own\b",
    re.I,
)
"""What limits a figure to the people of whoever gives it: "two of its workers", "the firm counts only its own"."""
ONLY_SOME = re.compile(
    r"\bonly\s+[^.;]{3,90}?\s+(?:is|are|was|were)\s+(?:included|counted|listed)\b|\b(?:counts?|counted|counting|covers?|covered|"
    r"lists?|includes?|included)\s+only\b|\b(?:limited|confined|restricted)\s+to\b",
    re.I,
)
"""What limits a figure to some of those whom others count."""
LEAVES_OUT = re.compile(
    r"\b(?:not\s+(?:counting|including)|exclud(?:es|ing|ed|e)|leav(?:es|ing)\s+out|left\s+out|(?:do|does|did)\s+not\s+"
    r"(?:include|count)|(?:was|were|is|are)\s+not\s+(?:included|counted))\b",
    re.I,
)
TAKES_IN = re.compile(
    r",\s+(?:those|the|all|even)\b[^.;]{3,60}?\s+included\b|\A[^.;]{0,60}?\bha[ds]\s+included\b", re.I
)
"""Words by which a figure leaves out or takes in whomever: more than "including two children" does."""
AMONG_THEM = re.compile(
    r"\b(?:the|its|their)\s+(?P<x>[\w ]{3,25}?)\s+(?:is|was)\s+(?P<not>not\s+)?(?:counted\s+)?(?:among|one\s+of)\s+"
    r"(?:the|those|them)\b",
    re.I,
)
"""A sentence on one person whom a figure holds: "The pilot is among the nine"."""
FIGURE_AGAIN = re.compile(r"^[^.]{0,30}\b(?:count|figure|toll|number|total|tally)\b(?!\s+of\s+(?!the\b))", re.I)
