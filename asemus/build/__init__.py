"""What `make` builds once from the npm packages: the fonts and the world map, into var/build/."""
