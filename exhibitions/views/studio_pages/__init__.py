"""The studio's pages: rendered whole by the server, made quick by scripts that speak to the studio's JSON."""
