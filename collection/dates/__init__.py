"""Dates as museums write them: EDTF, words, centuries and spans of years. Pure: no database."""
