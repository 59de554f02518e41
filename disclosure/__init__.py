"""Rows in, one frozen catalogue, pure rules, pages out; an audit that trusts the catalogue."""

__version__ = "0.1.0"
