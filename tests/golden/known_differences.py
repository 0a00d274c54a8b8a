"""`python -m tests.golden.known_differences [REPORT]`: read the samples, rewrite known_differences.toml.

It prints a summary by sample; with REPORT, it writes there what was expected and what was found.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

import reportedly
from tests.golden.samples import KNOWN, compare, failures, load_samples
from tests.known import write_known

COMMAND = "python -m tests.golden.known_differences"


def main(arguments: list[str]) -> None:
    """Run all samples."""
    reader = reportedly.load()
    known: dict[str, str] = {}
    fields = Counter[str]()
    listing = []
    wrong = all_expected = all_extra = 0
    for sample in load_samples():
        compared = compare(sample, sample.read(reader))
        found = dict(failures(sample, compared))
        known |= found
        differences, extra = compared.differences(), compared.extra()
        fields.update(d.field for d in differences)
        bad = {d.statement for d in differences}
        n = len(sample.statements)
        wrong, all_expected, all_extra = wrong + len(bad), all_expected + n, all_extra + len(extra)
        print(
            f"{sample.name:36} {n - len(bad):3} of {n:3} as expected, {len(compared.matched):3} found, "
            f"{len(differences):3} fields differ, {len(extra):3} more outermost statements"
        )
        listing.append(f"# {sample.name}\n")
        for i, want in enumerate(sample.statements):
            rows = [f"   - {d}" for d in differences if d.statement == i]
            if rows:
                got = compared.matched.get(i)
                listing += [
                    f"[{i}] {want['source']!r} | {want['cue']!r} | {want['content']!r}",
                    f"  = {compared.words(got)!r} {got.id}" if got else "  = nothing",
                    *rows,
                ]
        listing += ["extra:", *(f"   + {s.id} {compared.words(s)!r} {s.act}" for s in extra), ""]
    write_known(KNOWN, known, COMMAND)
    if arguments:
        Path(arguments[0]).write_text("\n".join(listing), encoding="utf-8")
    print(
        f"{'all':36} {all_expected - wrong:3} of {all_expected:3} as expected ({wrong / all_expected:.1%} differ), "
        f"{all_extra} more outermost statements"
    )
    print("differences by field:", ", ".join(f"{field} {k}" for field, k in fields.most_common()))


if __name__ == "__main__":
    main(sys.argv[1:])
