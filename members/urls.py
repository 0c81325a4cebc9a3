"""Addresses of this app: `pages` carry a language, `machines` do not."""

from django.urls import URLPattern

pages: list[URLPattern] = []
machines: list[URLPattern] = []
