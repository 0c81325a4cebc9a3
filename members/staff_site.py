"""The admin site of the portal: sign-in through allauth, our own first page, rooms in a registrar's order."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from allauth.account.decorators import secure_admin_login
from django.conf import settings
from django.contrib.admin import AdminSite
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _

# Room → the models it shows, in order; what is named nowhere stands in the last.
ROOMS: list[tuple[Any, tuple[str, ...]]] = [
    (_("Works"), ("Artwork", "Claim", "Influence", "ImportRun")),
    (_("Waiting"), ("PendingEdit", "Correction", "QuotaRequest")),
    (_("Exhibitions"), ("Exhibition", "Loan")),
    (_("Vocabularies"), ("Concept", "Place", "Agent", "Culture", "Epoch", "Reference")),
    (_("Museums and people"), ("Museum", "User", "Membership", "Invitation", "Deed")),
]
OUR_APPS = frozenset({"members", "collection", "exhibitions"})


class PortalAdminSite(AdminSite):
    """Stock Django with our words; its first page shows what waits for whoever looks."""

    site_header = _("Virtual Collection of Masterpieces")
    site_title = _("Virtual Collection")
    index_title = _("Desk")
    index_template = "admin/desk.html"
    enable_nav_sidebar = True
    empty_value_display = "–"

    def login(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """By allauth, so that rate limits and second factors hold for the admin as well."""
        wrapped: Callable[..., HttpResponse] = secure_admin_login(super().login)
        return wrapped(request, extra_context)

    def admin_view(self, view: Callable[..., Any], cacheable: bool = False) -> Callable[..., Any]:
        """No page of the admin reads a NUL byte: PostgreSQL has none in its texts."""
        inner = super().admin_view(view, cacheable)

        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
            if "%00" in request.META.get("QUERY_STRING", "") or "\x00" in request.path:
                raise BadRequest("A NUL byte in the address.")
            return inner(request, *args, **kwargs)

        return guarded

    def register(self, model_or_iterable: Any, admin_class: Any = None, **options: Any) -> None:
        """Only our own models: there are no groups, and sign-in and jobs have pages of their own."""
        models = [model_or_iterable] if isinstance(model_or_iterable, type) else list(model_or_iterable)
        ours = [model for model in models if model._meta.app_label in OUR_APPS]
        super().register(ours, admin_class, **options)

    def get_urls(self) -> list[Any]:
        """Without the shortcut to public pages: it would tell the public id of anybody's draft."""
        return [url for url in super().get_urls() if getattr(url, "name", "") != "view_on_site"]

    def index(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> TemplateResponse:
        """The desk: panels of every app, found by name."""
        found = [import_string(name)(request) for name in settings.PANELS.get("desk", [])]
        panels = [panel for several in found for panel in several]
        return super().index(request, {"panels": panels, **(extra_context or {})})

    def get_app_list(self, request: HttpRequest, app_label: str | None = None) -> list[Any]:
        """Rooms instead of apps."""
        apps = super().get_app_list(request, app_label)
        if app_label:
            return apps
        models = {model["object_name"]: (app, model) for app in apps for model in app["models"]}
        rooms = []
        for name, wanted in ROOMS:
            found = [models.pop(model) for model in wanted if model in models]
            if found:
                rooms.append({**found[0][0], "name": name, "models": [model for _app, model in found]})
        if models:
            first = next(iter(models.values()))
            rooms.append(
                {**first[0], "name": _("More"), "models": [model for _app, model in models.values()]}
            )
        return rooms
