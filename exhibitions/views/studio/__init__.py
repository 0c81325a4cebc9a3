"""The studio's JSON: for signed-in people who have a part in an exhibition, and for museums that are asked."""
