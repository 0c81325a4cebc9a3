"""Minneapolis Institute of Art."""
