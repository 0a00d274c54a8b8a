"""`reportedly happening`, where many articles have much the same text: folded, with counts."""

from __future__ import annotations

from reportedly.connect.nouns import Link, Origins
from tests.cli import dossiers
from tests.cli.dossiers import clipping, node, raid, relay
from tests.cli.test_happening import shown
from tests.connect.happened import happening, origin


def sharing(start: str, end: str) -> Link:
    """Part of one text stands in the other."""
    return Link(kind="shares_text", start=node(start), end=node(end), by="rule:hand@1")


def section(out: str, title: str) -> list[str]:
    return out.split(f"{title}\n{'-' * len(title)}\n")[1].split("\n\n", maxsplit=1)[0].splitlines()


def test_a_text_that_goes_round_is_told_of_once() -> None:
    """Each of three shares words with each: the later two have them of the first, whichever way a link was found."""
    links = (sharing("a3", "a1"), sharing("a3", "a4"), sharing("a1", "a4"))
    assert section(shown(dossiers.dossier(links=links, copies=())), "Who carries whom") == [
        "Lantern Wire, 4 March 2025  a1",
        "  └ shares some words with The Harbor Post, Merrow Courier: no proof of who",
        "    has it from whom",
    ]


def test_one_that_relays_and_shares_words_stands_below_whom_it_names() -> None:
    links = (relay("a3", "Sky Tirana"), sharing("a4", "a3"))
    assert section(shown(dossiers.dossier(links=links, copies=())), "Who carries whom") == [
        "Sky Tirana [outlet] (no article of it is here)",
        "  └ relays it: The Harbor Post, 5 March 2025  a3",
        "    └ shares some words with Merrow Courier: no proof of who has it from whom",
    ]


def test_of_many_that_relay_two_outlets_the_rest_is_counted_and_is_no_circle() -> None:
    ids = [f"c{n}" for n in range(9)]
    every = tuple(clipping(a, 4, f"Outlet {n}") for n, a in enumerate(ids))
    links = tuple(relay(a, end) for end in ("Sky Tirana", "The Vell Gull") for a in ids)
    links += (relay("c8", "c7"),)
    found = dossiers.dossier(happening("h" + "4" * 15, *ids), articles=every, links=links, copies=())
    tree = section(shown(found), "Who carries whom")
    assert tree == [
        "Sky Tirana [outlet] (no article of it is here)",
        *(f"  └ relays it: Outlet {n}, 4 March 2025  c{n}" for n in range(4)),
        "  └ … and 5 more: Outlet 4, Outlet 5, Outlet 6 and 2 more",
        "The Vell Gull [outlet] (no article of it is here)",
        *(f"  └ relays it: Outlet {n}, 4 March 2025  c{n}" for n in range(4, 8)),
        "    └ relays it: Outlet 8, 4 March 2025  c8",
        "  └ … and 5 more: Outlet 8, Outlet 0, Outlet 1 and 2 more",
    ]


def test_many_outlets_that_name_nobody_are_one_origin_line_and_one_unknown() -> None:
    silent = [
        origin(name, f"a{n}", kind="outlet").model_copy(update={"why": "names nobody"})
        for n, name in enumerate(("Tarrow Echo", "Sky Tirana", "The Vell Gull", "Merrow Courier", "The Lock"), 1)
    ]
    unknown = tuple(f"whom {o.name} has it from: it names nobody" for o in silent)
    governor = origin("the governor", "a1")
    few = Origins(at_least=1, at_most=3, origins=(governor, *silent[:2]), unknown=unknown[:2])
    many = Origins(at_least=1, at_most=6, origins=(governor, *silent), unknown=("whether it is over", *unknown))
    out = shown(dossiers.dossier(raid(origins=few)))
    assert "◌ Tarrow Echo  [news outlet, names nobody]" in out
    assert "- whom Tarrow Echo has it from: it names nobody" in out
    out = shown(dossiers.dossier(raid(origins=many)))
    assert section(out, "Who says so")[-3:] == [
        "◌ 5 outlets that name nobody: Tarrow Echo, Sky Tirana, The Vell Gull and 2",
        "  more",
        "    each may know it for itself, or have it from any of the others",
    ]
    assert section(out, "What cannot be known here")[-2:] == [
        "- whom 5 outlets have it from: they name nobody",
        "- whether it is over",
    ]
