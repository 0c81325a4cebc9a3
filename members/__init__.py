"""Museums, people and roles: who may do what, and the audit line of who did it."""
