"""A museum's file → rows → facts → actions, with a ledger of what became of each row.

`formats/<format>/` reads a file, `columns` says what its columns mean, `reconcile` finds the work and the terms
that a row speaks of, `apply` calls the actions, `runner` goes through the rows and keeps the ledger.
"""
