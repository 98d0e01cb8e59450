"""Hypothesis as CI needs it: the same examples every time, and no deadline, since machines differ."""

from hypothesis import settings

settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci")
