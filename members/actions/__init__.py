"""Deeds about people and museums: one transaction, one line in the audit, `by=` compulsory."""
