"""Reports for people and programs; one renderer a format."""

from consistency.report.json import as_json
from consistency.report.mentions import mention_row
from consistency.report.page import Page
from consistency.report.render import FORMATS, render
from consistency.report.rulepage import rule_page
from consistency.report.schema import report_schema

__all__ = ["FORMATS", "Page", "as_json", "mention_row", "render", "report_schema", "rule_page"]
