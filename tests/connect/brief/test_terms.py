"""Words, proper names and runs of words."""

from __future__ import annotations

from reportedly.connect.brief.shingles import SAMPLE, SHORT, shingles_of
from reportedly.connect.brief.terms import proper_of, terms_of


def test_words_are_counted_by_stem() -> None:
    assert dict(terms_of("Strikes end", "The strike ended in Vell.")) == {
        "the": 1,
        "strik": 1,
        "strike": 1,
        "end": 2,
        "vell": 1,
    }


def test_what_belongs_to_somebody_is_counted_as_theirs() -> None:
    assert dict(terms_of(None, "Vell’s mayor left Vell."))["vell"] == 2


def test_proper_names_stand_inside_a_sentence_and_never_small() -> None:
    text = "Dockers left Vell for Port Eldin. In port, they met Brask; Dockers cheered."
    assert set(proper_of(text)) == {"vell", "eldin", "brask", "docker"}


def test_runs_of_short_texts_are_all_kept() -> None:
    words = " ".join(f"w{i}" for i in range(20))
    assert len(shingles_of(words)) == 16
    assert shingles_of("only four words here") == ()


def test_runs_of_long_texts_are_sampled_alike() -> None:
    words = [f"w{i}" for i in range(900)]
    long, part = shingles_of(" ".join(words)), shingles_of(" ".join(words[300:700]))
    assert len(long) < 900 - 4 and all(r % SAMPLE == 0 for r in long)
    assert len(part) > SHORT // SAMPLE and set(part) < set(long)


def test_case_and_marks_do_not_matter() -> None:
    assert shingles_of("Dockers walked out, on Monday!") == shingles_of("dockers walked OUT on monday")
