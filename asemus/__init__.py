"""The site: settings, addresses, server, embedded database, checks and components."""
