"""Factories of scenes for the tests of events."""

from hearsay.reading.event_lexicon import find_triggers, load_lexicon
from hearsay.reading.event_scene import Scene, set_scene
from hearsay.reading.event_tokens import Known
from hearsay.records import Mention, MentionKind
from hearsay.text.folding import Folded


def make_scene(text: str, *names: str, language: str = "en") -> Scene:
    """Set the scene of a whole text with these names as places."""
    view = Folded(text).text
    folded = [Folded(name).text for name in names]
    spans = [(view.index(name), view.index(name) + len(name)) for name in folded]
    mentions = [Mention(span, MentionKind.PLACE, name) for span, name in zip(spans, folded, strict=True)]
    known = Known(view, find_triggers(view, language), sorted(mentions, key=lambda m: m.span), (), ())
    return set_scene(known, [(0, len(view))], load_lexicon(language))
