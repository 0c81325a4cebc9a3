"""Office Open XML spreadsheets."""
