"""How numbers, years, centuries and languages are said to the reader, in the reader's language."""
