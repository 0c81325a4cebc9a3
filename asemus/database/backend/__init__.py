"""Django's PostgreSQL backend, of which a connection is looked at before it is asked."""
