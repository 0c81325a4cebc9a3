"""The closed list of rights statements: RightsStatements.org (12), CC 4.0 (6), CC0 and the Public Domain Mark.

Stored as the URI in its `http://` form, as IIIF and Europeana ask.
"""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

_RS = "http://rightsstatements.org/vocab/"
_CC = "http://creativecommons.org/"


class Rights(models.TextChoices):
    IN_C = _RS + "InC/1.0/", _("In copyright")
    IN_C_OW_EU = _RS + "InC-OW-EU/1.0/", _("In copyright: EU orphan work")
    IN_C_EDU = _RS + "InC-EDU/1.0/", _("In copyright: educational use permitted")
    IN_C_NC = _RS + "InC-NC/1.0/", _("In copyright: non-commercial use permitted")
    IN_C_RUU = _RS + "InC-RUU/1.0/", _("In copyright: rights holder cannot be found")
    NO_C_CR = _RS + "NoC-CR/1.0/", _("No copyright: contractual restrictions")
    NO_C_NC = _RS + "NoC-NC/1.0/", _("No copyright: non-commercial use only")
    NO_C_OKLR = _RS + "NoC-OKLR/1.0/", _("No copyright: other legal restrictions")
    NO_C_US = _RS + "NoC-US/1.0/", _("No copyright in the United States")
    CNE = _RS + "CNE/1.0/", _("Copyright not evaluated")
    UND = _RS + "UND/1.0/", _("Copyright undetermined")
    NKC = _RS + "NKC/1.0/", _("No known copyright")
    BY = _CC + "licenses/by/4.0/", "CC BY 4.0"
    BY_SA = _CC + "licenses/by-sa/4.0/", "CC BY-SA 4.0"
    BY_NC = _CC + "licenses/by-nc/4.0/", "CC BY-NC 4.0"
    BY_NC_SA = _CC + "licenses/by-nc-sa/4.0/", "CC BY-NC-SA 4.0"
    BY_ND = _CC + "licenses/by-nd/4.0/", "CC BY-ND 4.0"
    BY_NC_ND = _CC + "licenses/by-nc-nd/4.0/", "CC BY-NC-ND 4.0"
    CC0 = _CC + "publicdomain/zero/1.0/", "CC0 1.0"
    PDM = _CC + "publicdomain/mark/1.0/", _("Public domain")


# What the visitor's question “may I reuse it?” is answered with.
FREE = frozenset({Rights.BY, Rights.BY_SA, Rights.CC0, Rights.PDM})
WITH_CONDITIONS = frozenset(
    {
        Rights.BY_NC,
        Rights.BY_NC_SA,
        Rights.BY_ND,
        Rights.BY_NC_ND,
        Rights.IN_C_EDU,
        Rights.IN_C_NC,
        Rights.NO_C_CR,
        Rights.NO_C_NC,
        Rights.NO_C_OKLR,
        Rights.NO_C_US,
        Rights.NKC,
    }
)


def reuse_of(uri: str) -> str:
    """`free`, `conditions` or `ask` for a rights URI."""
    if uri in FREE:
        return "free"
    return "conditions" if uri in WITH_CONDITIONS else "ask"


def public_area(uri: str) -> int | None:
    """The largest picture, in pixels, that everybody may see under a rights URI; None where there is no limit."""
    area: int | None = settings.IMAGE_PUBLIC_AREA[reuse_of(uri)]
    return area
