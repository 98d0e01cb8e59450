"""Who said what: attributions of each document, speakers and statements of the batch."""

from __future__ import annotations

from consistency.attribution.english import attribute_english
from consistency.attribution.speakers import Resolved, resolve, resolve_further
from consistency.languages import supported
from consistency.model import Attribution, Document
from consistency.rulepack import Packs

__all__ = ["Resolved", "attribute", "resolve", "resolve_further"]


def attribute(document: Document, packs: Packs) -> list[Attribution]:
    """The statements of a document in text order, by the grammar of its language."""
    if document.language == "ar":
        from consistency.attribution.arabic import attribute_arabic

        return attribute_arabic(document, packs)
    further = supported().get(document.language)
    return list(further.attribute(document, packs)) if further else attribute_english(document, packs)
