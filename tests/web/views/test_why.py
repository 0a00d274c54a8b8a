from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from reportedly.errors import NotInLedger
from reportedly.ledger.connect import Ledger, open_ledger
from reportedly.web.views.article import AskedArticle
from reportedly.web.views.why import WhyView, why_view
from tests.web.invented_events import raid
from tests.web.invented_records import harbour
from tests.web.views.test_article import kept


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(tmp_path / "l.db") as opened:
        yield opened


def test_every_field_has_its_value_its_maker_and_its_words(ledger: Ledger) -> None:
    view = why_view(ledger, AskedArticle(kept(ledger, harbour())), "s2")
    assert (view.noun, view.id) == ("statement", "s2")
    fields = {f.field: f for f in view.fields}
    source = fields["source.spans"]
    assert (source.by, source.score, [w.text for w in source.evidence]) == ("head:source@1", 0.934, ["Two officials"])
    assert fields["relay"].shown == "Two officials → Sky Tirana → The Harbor Post"
    assert (fields["said"].points_at, fields["said"].leads_to) == ("Friday", "t1")
    assert fields["act"].leads_to is None
    assert view.related == [("holds", view.holds)]
    assert [(o.id, o.words) for o in view.holds] == [("s3", "the defence ministry")]
    assert WhyView.model_validate(view.to_json()) == view


def test_an_event_says_what_is_missing_and_why(ledger: Ledger) -> None:
    view = why_view(ledger, AskedArticle(kept(ledger, raid())), "e1")
    fields = {f.field: f for f in view.fields}
    assert (fields["mode"].by, fields["mode"].missing) == ("head:kind@1", "not_said")
    assert [o.id for o in view.same] == ["e11", "e12"]


def test_its_table_has_a_row_for_each_field(ledger: Ledger) -> None:
    id = kept(ledger, harbour())
    view = why_view(ledger, AskedArticle(id), "s2")
    heading, *found = view.table()
    assert len(found) == len(view.fields)
    row = dict(zip(heading, found[0], strict=True))
    assert row == {
        "ref": f"{id}/s2", "field": "source.spans", "value": "“Two officials” 68-81", "points_at": None,
        "by": "head:source@1", "score": 0.934, "missing": None, "evidence": "Two officials", "evidence_spans": "68-81",
    }  # fmt: skip


def test_what_the_record_lacks_is_refused_with_what_it_has(ledger: Ledger) -> None:
    with pytest.raises(NotInLedger, match=r"has no s99; it has: s1, s2, "):
        why_view(ledger, AskedArticle(kept(ledger, harbour())), "s99")
