"""Worlds: cascades of invented news reports with known truth, in eight languages, to measure linking by.

Words and sentences are data in TOML files; those for tuning and those for testing share neither names nor sentences.
"""
