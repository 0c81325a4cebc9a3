"""Who gave what to whom: statements read once, flows counted over them, and the words they are told in."""
