"""What `manage.py check` asks of this site beyond Django's own questions."""

from asemus.checks import database

__all__ = ["database"]
