"""The museums' side of the collection: stock admin, scoped by `may`, one module a concern."""

from collection.admin import artwork, claims, imports, influence, photographs, queues, vocabulary  # noqa: F401  registers them
