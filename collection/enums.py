"""Words with a fixed list of values, and the groups of states that queries speak of."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Status(models.TextChoices):
    """draft → submitted → published → withdrawn → (published); sent back: submitted → draft."""

    DRAFT = "draft", _("Draft")
    SUBMITTED = "submitted", _("Submitted")
    PUBLISHED = "published", _("Published")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class TermStatus(models.TextChoices):
    """A vocabulary term is proposed by anybody and decided by an editor."""

    PROPOSED = "proposed", _("Proposed")
    ACCEPTED = "accepted", _("Accepted")
    MERGED = "merged", _("Merged into another")


class Region(models.TextChoices):
    """One list for cultures, epochs, countries, maps and plates."""

    EAST_ASIA = "east-asia", _("East Asia")
    SOUTHEAST_ASIA = "southeast-asia", _("Southeast Asia")
    SOUTH_ASIA = "south-asia", _("South Asia")
    CENTRAL_ASIA = "central-asia", _("Central and North Asia")
    WEST_ASIA = "west-asia", _("West Asia")
    EUROPE = "europe", _("Europe")
    AFRICA = "africa", _("Africa")
    AMERICAS = "americas", _("Americas")


class TitleKind(models.TextChoices):
    PREFERRED = "preferred", _("Title")
    TRANSLATED = "translated", _("Translation")
    ROMANISED = "romanised", _("Romanisation")
    FORMER = "former", _("Former title")
    POPULAR = "popular", _("Popular name")
    SUPPLIED = "supplied", _("Descriptive title: the museum gives none")


class View(models.TextChoices):
    """What of the work a photograph shows; Spectrum: image type."""

    OVERALL = "overall", _("Overall view")
    RECTO = "recto", _("Front (recto)")
    VERSO = "verso", _("Back (verso)")
    SIDE = "side", _("Side")
    DETAIL = "detail", _("Detail")
    MARK = "mark", _("Mark or inscription")
    INSTALLED = "installed", _("In its place")


class ViewingDirection(models.TextChoices):
    """IIIF Presentation 3 viewingDirection."""

    LEFT_TO_RIGHT = "left-to-right", _("The left")
    RIGHT_TO_LEFT = "right-to-left", _("The right")
    TOP_TO_BOTTOM = "top-to-bottom", _("The top")
    BOTTOM_TO_TOP = "bottom-to-top", _("The bottom")


class AgentKind(models.TextChoices):
    PERSON = "person", _("Person")
    GROUP = "group", _("Workshop, family or group")
    ORGANISATION = "organisation", _("Organisation")


class AgentRole(models.TextChoices):
    """LIDO roleActor."""

    MAKER = "maker", pgettext_lazy("role", "Maker")
    PAINTER = "painter", pgettext_lazy("role", "Painter")
    SCULPTOR = "sculptor", pgettext_lazy("role", "Sculptor")
    DESIGNER = "designer", pgettext_lazy("role", "Designer")
    CALLIGRAPHER = "calligrapher", pgettext_lazy("role", "Calligrapher")
    PRINTER = "printer", pgettext_lazy("role", "Printer or publisher")
    AUTHOR = "author", pgettext_lazy("role", "Author")
    PATRON = "patron", pgettext_lazy("role", "Patron")


class Attribution(models.TextChoices):
    """LIDO attributionQualifierActor."""

    CERTAIN = "", _("by")
    ATTRIBUTED = "attributed", _("attributed to")
    TRADITIONALLY = "traditionally", _("traditionally attributed to")
    WORKSHOP = "workshop", _("workshop of")
    CIRCLE = "circle", _("circle of")
    FOLLOWER = "follower", _("follower of")
    AFTER = "after", _("after")
    POSSIBLY = "possibly", _("possibly by")


class ConceptKind(models.TextChoices):
    OBJECT_TYPE = "object_type", _("Object type")
    MATERIAL = "material", _("Material")
    TECHNIQUE = "technique", _("Technique")
    SUBJECT = "subject", _("Subject")
    MOTIF = "motif", _("Motif")


class PlacePrecision(models.TextChoices):
    CITY = "city", _("Town")
    SITE = "site", _("Site")
    REGION = "region", _("Wider area")
    COUNTRY = "country", _("Country")


class DateBasis(models.TextChoices):
    PARSED = "parsed", _("Read from the words")
    MUSEUM = "museum", _("Given by the museum")
    OVERRIDE = "override", _("Corrected by hand, with a reason")


class Certainty(models.TextChoices):
    """Of a claim. `RANKS` gives the order that “at least” means."""

    CERTAIN = "certain", _("Certain")
    PROBABLE = "probable", _("Probable")
    POSSIBLE = "possible", _("Possible")
    DISPUTED = "disputed", _("Disputed")


CERTAINTY_RANKS = {Certainty.CERTAIN: 3, Certainty.PROBABLE: 2, Certainty.POSSIBLE: 1, Certainty.DISPUTED: 0}


class InfluenceKind(models.TextChoices):
    TRADE = "trade", _("Trade")
    ICONOGRAPHY = "iconography", _("Iconography")
    TECHNIQUE = "technique", _("Technique")
    MOTIF = "motif", _("Motif")
    STYLE = "style", _("Style")
    TEXT = "text", _("Text and script")
    FORM = "form", _("Form")
    COLLECTING = "collecting", _("Collecting")
    DIPLOMACY = "diplomacy", _("Diplomacy")
    KNOWLEDGE = "knowledge", _("Knowledge")
    RELIGION = "religion", _("Religion")
    MATERIAL = "material", _("Material")
    TASTE = "taste", _("Taste")
    CUSTOM = "custom", _("Custom")
    PORTRAITURE = "portraiture", _("Portraiture")
    DRESS = "dress", _("Dress")
    REUSE = "reuse", _("Reuse")
    ARCHITECTURE = "architecture", _("Architecture")
    PATRONAGE = "patronage", _("Patronage")


class ProvenanceKind(models.TextChoices):
    """How a work passed on (CIDOC CRM E8, E10 and moves), after the methods of acquisition of the CMOA standard."""

    UNKNOWN = "unknown", _("Not recorded")
    CREATION = "creation", _("Making")
    COMMISSION = "commission", _("Commission")
    FIND = "find", _("Find")
    EXCAVATION = "excavation", _("Excavation")
    ILLEGAL_FIND = "illegal-find", _("Excavation without permission")
    FIELD_COLLECTION = "field-collection", _("Collected in the field")
    PARTAGE = "partage", _("Division of finds")
    PURCHASE = "purchase", _("Purchase")
    PRIVATE_SALE = "private-sale", _("Private sale")
    AUCTION = "auction", _("Purchase at auction")
    SALE = "sale", _("Offered for sale")
    FORCED_SALE = "forced-sale", _("Forced sale")
    EXCHANGE = "exchange", _("Exchange")
    ASSIGNMENT = "assignment", _("Assignment")
    GIFT = "gift", _("Gift")
    PRIZE = "prize", _("Prize")
    BEQUEST = "bequest", _("Bequest")
    INHERITANCE = "inheritance", _("Inheritance")
    MARRIAGE = "marriage", _("Marriage")
    TRANSFER = "transfer", _("Transfer")
    APPROPRIATION = "appropriation", _("Appropriation")
    SEIZURE = "seizure", _("Seizure or confiscation")
    THEFT = "theft", _("Theft")
    LOOTING = "looting", _("Looting")
    RESTITUTION = "restitution", _("Restitution")
    RETURN = "return", _("Return")
    LOAN = "loan", _("Loan")
    DEPOSIT = "deposit", _("Deposit")
    CUSTODY = "custody", _("In custody")
    TOUR = "tour", _("On tour")
    DELIVERY = "delivery", _("Delivery")
    EXPORT = "export", _("Export")
    LOSS = "loss", _("Loss")
    DESTRUCTION = "destruction", _("Destruction")


class NoticeKind(models.TextChoices):
    """Why a page warns before it shows (CONTRACTS §1, `display_notice`)."""

    NONE = "", _("None")
    SACRED = "sacred", _("Sacred or ceremonial")
    HUMAN_REMAINS = "human-remains", _("Human remains")
    CONTESTED = "contested", _("Ownership contested")
    LANGUAGE = "language", _("Historical wording")


class EditState(models.TextChoices):
    UNFINISHED = "unfinished", _("Unfinished")
    WAITING = "waiting", _("Waiting for a decision")
    APPLIED = "applied", _("Applied")
    DISMISSED = "dismissed", _("Dismissed")


class ReferenceKind(models.TextChoices):
    BOOK = "book", _("Book")
    ARTICLE = "article", _("Article")
    CATALOGUE = "catalogue", _("Exhibition or collection catalogue")
    WEB = "web", _("Web page")


class CorrectionState(models.TextChoices):
    OPEN = "open", _("Open")
    ANSWERED = "answered", _("Answered")
    CLOSED = "closed", _("Closed")


class ClaimBasis(models.TextChoices):
    """On what a claim to a work rests."""

    PERSECUTION = "persecution", _("Lost through persecution, 1933–1945")
    LOOTING = "looting", _("Looted, seized or sold under duress")
    COLONIAL = "colonial", _("Taken in a colonial context")
    THEFT = "theft", _("Theft")
    EXPORT = "export", _("Illicit excavation or export")
    SACRED = "sacred", _("Sacred or ancestral to a community")
    TITLE = "title", _("Ownership, inheritance or contract")
    OTHER = "other", _("Another ground, told in words")


class ClaimState(models.TextChoices):
    """received → examined → settled, declined or taken back."""

    RECEIVED = "received", _("Received")
    EXAMINED = "examined", _("Being examined")
    SETTLED = "settled", _("Settled")
    DECLINED = "declined", _("Not upheld")
    TAKEN_BACK = "taken-back", _("Taken back by the claimants")


OPEN_CLAIM_STATES = (ClaimState.RECEIVED, ClaimState.EXAMINED)
CLOSED_CLAIM_STATES = (ClaimState.SETTLED, ClaimState.DECLINED, ClaimState.TAKEN_BACK)


class ClaimPart(models.TextChoices):
    """What is approved of a claim before it is public: the wording by both sides, the reply by its community."""

    MUSEUM = "museum", _("The wording, by the museum")
    CLAIMANTS = "claimants", _("The wording, by the claimants")
    REPLY = "reply", _("The reply, by the community of origin")
