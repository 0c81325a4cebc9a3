"""The curators' side: exhibitions, their rooms, and the museums' consent; stock admin, scoped by `may`."""

from exhibitions.admin import exhibition, loan, section  # noqa: F401  registers them
