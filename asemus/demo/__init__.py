"""`make demo`: installs, builds, loads, serves and stops the portal on one machine."""
