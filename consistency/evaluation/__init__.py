"""Measuring a report against gold annotations: statements, speakers, facts, findings."""

from consistency.evaluation.gold import Gold, GoldArticle, articles_beside, load_gold
from consistency.evaluation.listing import listing
from consistency.evaluation.scores import Count, Scores, measure

__all__ = ["Count", "Gold", "GoldArticle", "Scores", "articles_beside", "listing", "load_gold", "measure"]
