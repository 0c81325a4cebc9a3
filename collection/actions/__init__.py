"""Deeds: one transaction, one line in the audit, `by=` compulsory. Admin buttons, imports and the
demonstration loader call these and nothing else.

`by` is None only for the portal itself: the clock, the operator at the command line, the demonstration
loader. A view passes its user, and the table of rights decides. Refusals raise `refusal.Refused`.
"""
