"""The facet index: bitmaps of works under every value, kept in PostgreSQL, held by every worker, never stale.

`store` reads and writes its tables, `memory` holds and combines bitmaps, `current` keeps what a worker holds in step
with the tables, `build` makes everything anew.
"""
