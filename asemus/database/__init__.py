"""PostgreSQL from a wheel: where it lives, how it starts and stops, how it is saved."""
