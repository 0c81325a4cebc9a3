"""Pictures of works: what comes in, what is made from it, and the drawing where there is none."""
