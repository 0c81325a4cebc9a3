"""The chain of a work's keepers: text of the AAM and CMOA form ⇄ events. Pure: no database."""
