"""From a record to a document, one file a format; pure over rows that were read before."""
