"""What is done to exhibitions: one transaction, one deed, `by=` compulsory."""
