"""The admin site: stock Django, signed in through allauth, with our own first page (members.staff_site)."""

from django.contrib.admin.apps import AdminConfig


class PortalAdminConfig(AdminConfig):
    default_site = "members.staff_site.PortalAdminSite"
