"""A scripted hostile server on loopback, and what is true of each of its addresses."""
