"""Pages about people: accepting an invitation, the staff's language."""
