"""An exhibition as others read it: poster, page, JSON, JSON-LD. What may not be shown is in none of them."""
