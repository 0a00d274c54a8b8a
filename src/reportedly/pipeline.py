"""THE pipeline: what happens to an article, step by step (docs/pipeline.md tells the same in prose)."""

from __future__ import annotations

from reportedly.events.assemble import events_of
from reportedly.events.contexts import with_contexts
from reportedly.events.counts import with_counts
from reportedly.events.draft import parties_of
from reportedly.events.found import found_events
from reportedly.events.harm import with_harm
from reportedly.events.implied import with_implied
from reportedly.events.modes import with_named_modes
from reportedly.events.refused import without_refusals
from reportedly.events.same import with_same
from reportedly.events.senses import with_one_sense
from reportedly.events.speakers import with_speakers
from reportedly.events.when import with_times
from reportedly.events.where import with_places
from reportedly.ground.codes import with_codes
from reportedly.ground.entities import find_entities
from reportedly.ground.keys import with_keys
from reportedly.ground.places import found_places
from reportedly.ground.times import found_times
from reportedly.ground.toponymous import with_toponyms
from reportedly.language import language_of
from reportedly.readable import refusals_to_read
from reportedly.reader.tokens import build_tokens
from reportedly.record import Article, Problem, Record
from reportedly.statements.acts import quotes_of, with_act, with_form
from reportedly.statements.assemble import Surroundings, statements_of
from reportedly.statements.carry import carried_on
from reportedly.statements.found import found_statements
from reportedly.statements.frame import with_addressee, with_said
from reportedly.statements.headlines import headline_of, headline_statements
from reportedly.statements.nesting import cited_sources, with_parents
from reportedly.statements.noise import without_noise
from reportedly.statements.refusals import refusals
from reportedly.statements.repair import repaired
from reportedly.statements.unsourced import unsourced
from reportedly.status.decide import with_status
from reportedly.tools import Tools


def read_article(article: Article, tools: Tools, problems: tuple[Problem, ...] = ()) -> Record:
    """Read one article into its record. What cannot be read is in `problems`; nothing is raised for a text."""
    article = article.model_copy(update={"language": article.language or language_of(article.text)})
    problems += tuple(refusals_to_read(article)) if not any(p.fatal for p in problems) else ()
    if any(p.fatal for p in problems):
        return Record(article=article, problems=problems, run=tools.run)
    lexicons, text = tools.lexicons, article.text

    outputs = tools.model.run(text)
    tokens = build_tokens(outputs.words, outputs.heads, tools.model.labels, tools.model.arc_distance)

    drafts = without_noise(found_statements(outputs, tools.model), tokens)
    headline = headline_of(article)
    drafts = repaired(tokens, drafts, headline, lexicons)
    drafts = headline_statements(tokens, headline, drafts, lexicons)
    drafts = unsourced(tokens, drafts, lexicons)
    drafts = refusals(tokens, drafts)
    drafts = cited_sources(tokens, drafts, lexicons)
    acted = (with_act(d, text, lexicons) for d in drafts)
    drafts = carried_on([d for d in acted if d], text, outputs.words.quoted)
    quotes = quotes_of(text, outputs.words.quoted)
    drafts = with_parents([with_form(d, quotes) for d in drafts])

    happened = found_events(tokens, outputs, tools.model)
    del outputs  # the scores of a megabyte of text fill 400 MB
    times = found_times(tokens, article.published)
    places = found_places(tokens, article, lexicons, tools.gazetteer)
    days = [t.span for t in times if t.type in ("DATE", "TIME")]
    drafts = [with_said(with_addressee(d, tokens, lexicons), tokens, days) for d in drafts]
    happened = with_one_sense(with_named_modes(happened, tokens), tokens)
    happened = without_refusals(happened, drafts, tokens)
    happened = with_speakers(happened, drafts)
    happened = with_harm(happened, tokens)
    happened = with_implied(happened, tokens)
    happened = with_status(happened, tokens, drafts, lexicons.status)
    entities = find_entities(tokens, drafts, article, lexicons, parties_of(happened))
    entities = with_codes(entities, tokens, lexicons)
    entities = with_toponyms(entities, places)
    entities = with_keys(entities, lexicons)
    statements = statements_of(drafts, Surroundings(tokens, entities, times, lexicons), article)
    happened = with_contexts(happened, tokens, tools.ontology)
    happened = [with_counts(d, tokens) for d in happened]
    happened = with_times(happened, tokens, times, [(s.said, s.cue) for s in statements if s.said])
    happened = with_same(happened, tokens, entities.of)
    happened = with_places(happened, tokens, places)
    events = events_of(happened, tokens, entities.of, tools.ontology)
    return Record(
        article=article, entities=entities.items, places=places, times=times, statements=statements, events=events,
        problems=problems, run=tools.run,
    )  # fmt: skip
