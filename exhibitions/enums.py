"""Words with a fixed list of values in exhibitions."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ExhibitionStatus(models.TextChoices):
    DRAFT = "draft", _("Draft")
    PUBLISHED = "published", _("Published")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class BlockKind(models.TextChoices):
    """One folder a kind in exhibitions/blocks/."""

    TEXT = "text", _("Text")
    ARTWORK = "artwork", _("Artwork with label")
    GROUP = "group", _("Group of artworks")
    QUOTATION = "quotation", _("Quotation")
    INFLUENCE_PATH = "influence-path", _("Path of influence")
    INFLUENCE_MAP = "influence-map", _("Map of influence")


class CuratorRole(models.TextChoices):
    """A lead also chooses the people; an author writes in the sections given to them; a reader reads and comments."""

    LEAD = "lead", _("Lead curator")
    CO_CURATOR = "co-curator", _("Co-curator")
    SECTION_AUTHOR = "section-author", _("Author of sections")
    READER = "reader", _("Reader")


CURATING = (CuratorRole.LEAD, CuratorRole.CO_CURATOR)


class Scheme(models.TextChoices):
    """The colours of an exhibition's walls; exhibitions/schemes.py holds them."""

    PAPER = "paper", _("Paper")
    INK = "ink", _("Ink")
    CELADON = "celadon", _("Celadon")
    INDIGO = "indigo", _("Indigo")
    LACQUER = "lacquer", _("Lacquer")


class LoanState(models.TextChoices):
    """How a work of a museum is in the exhibition."""

    OWN = "own", _("Own work")
    STANDING = "standing", _("Standing consent")
    WANTED = "wanted", _("Not asked for yet")
    REQUESTED = "requested", _("Requested")
    CHANGE_ASKED = "change-asked", _("A change is asked for")
    GRANTED = "granted", _("Granted")
    REFUSED = "refused", _("Refused")
    RECALLED = "recalled", _("Recalled")
    EXPIRED = "expired", _("Expired")


CONSENT = (LoanState.OWN, LoanState.STANDING, LoanState.GRANTED)
WAITING = (LoanState.WANTED, LoanState.REQUESTED, LoanState.CHANGE_ASKED, LoanState.REFUSED)


class LoanVerb(models.TextChoices):
    """The steps of a loan, kept for ever."""

    REQUEST = "request", _("asked for")
    ASK_CHANGE = "ask-change", _("asked for a change")
    GRANT = "grant", _("granted")
    REFUSE = "refuse", _("refused")
    RECALL = "recall", _("recalled")
    EXPIRE = "expire", _("expired")
    LEND_AGAIN = "lend-again", _("lent again")
    TAKE_BACK = "take-back", _("request taken back")


class NoticeOf(models.TextChoices):
    """What somebody is told of in the studio."""

    LOAN_REQUESTED = "loan-requested", _("A work of your museum is asked for")
    LOAN_ANSWERED = "loan-answered", _("A museum has answered")
    LOAN_ENDED = "loan-ended", _("A loan has ended")
    COMMENT = "comment", _("A comment")
    JOINED = "joined", _("You take part in an exhibition")
