"""The admin site of the portal."""

from django.contrib.admin import AdminSite
from django.utils.translation import gettext_lazy as _


class PortalAdminSite(AdminSite):
    """Stock Django with our words; its first page shows a registrar what waits for them."""

    site_header = _("Virtual Collection of Masterpieces")
    site_title = _("Virtual Collection")
    index_title = _("Your museum's desk")
