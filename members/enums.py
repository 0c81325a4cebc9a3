"""Words with a fixed list of values: roles, network status, verbs of deeds."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    """Museum roles are given for one museum, network roles for the whole network."""

    CATALOGUER = "cataloguer", _("Cataloguer")
    REGISTRAR = "registrar", _("Registrar")
    DIRECTOR = "director", _("Director")
    CURATOR = "curator", _("Curator")
    EDITOR = "editor", _("Editor")
    ADMINISTRATOR = "administrator", _("Administrator")


MUSEUM_ROLES = frozenset({Role.CATALOGUER, Role.REGISTRAR, Role.DIRECTOR})
NETWORK_ROLES = frozenset({Role.CURATOR, Role.EDITOR, Role.ADMINISTRATOR})


class NetworkStatus(models.TextChoices):
    """What a museum is to the network; only what a public source says."""

    MEMBER = "member", _("Member of the network")
    CONTRIBUTOR = "contributor", _("Contributor to the collection")
    HOLDER = "holder", _("Keeper of works")
    VENUE = "venue", _("Exhibition venue")
