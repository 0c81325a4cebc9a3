"""The staff's side of museums and people."""
