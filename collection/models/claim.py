"""Claims to works. What is confidential and what is public are tables of their own (docs/adr: claims).

`Claim` and all that hangs on it is without history and read by the claims' own pages alone. `ClaimNotice` is what
everybody may read, written by `collection.actions.claims` when it has been approved; no public query needs more.
"""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from collection.enums import CLOSED_CLAIM_STATES, OPEN_CLAIM_STATES, ClaimBasis, ClaimPart, ClaimState
from collection.models.artwork import Artwork
from members.history import track
from members.languages import LanguageMapField
from members.models import Museum


@track()
class ClaimNotice(models.Model):
    """What the public is told of a claim: that it is there, since when, and words that were approved."""

    artwork = models.ForeignKey(Artwork, models.PROTECT, related_name="claim_notices")
    opened_date = models.DateField()
    closed_date = models.DateField(null=True)
    since_version = models.PositiveIntegerField()  # the published version that stood when the claim came
    wording = LanguageMapField()
    reply = LanguageMapField()
    reply_by = models.CharField(max_length=300, blank=True)

    class Meta:
        verbose_name = _("notice of a claim")
        verbose_name_plural = _("notices of claims")
        ordering = ["opened_date", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(reply={}) | ~models.Q(reply_by=""), name="claimnotice_reply_has_its_author"
            ),
        ]
        indexes = [
            models.Index(
                fields=["artwork"], condition=models.Q(closed_date__isnull=True), name="claimnotice_open"
            )
        ]

    def __str__(self) -> str:
        return f"{self.artwork_id} {self.opened_date}"


class ClaimQuerySet(models.QuerySet["Claim"]):
    """Questions about claims."""

    def open(self) -> ClaimQuerySet:
        return self.filter(state__in=OPEN_CLAIM_STATES)

    def for_artwork(self, artwork: Artwork) -> ClaimQuerySet:
        return self.filter(artwork=artwork)


class Claim(models.Model):
    """Somebody says that a work is theirs. Confidential: seen by whom `Do.CLAIM` lets; never in history."""

    artwork = models.ForeignKey(Artwork, models.PROTECT, related_name="claims", verbose_name=_("work"))
    claimant = models.CharField(
        _("claimants"), max_length=300, help_text=_("Who claims the work, and who speaks for them.")
    )
    community = models.CharField(_("community of origin"), max_length=300, blank=True)
    basis = models.CharField(_("basis"), max_length=12, choices=ClaimBasis)
    grounds = models.TextField(_("what is claimed, and on what grounds"), blank=True)
    state = models.CharField(_("state"), max_length=12, choices=ClaimState, default=ClaimState.RECEIVED)
    received_date = models.DateField(
        _("received on"),
        help_text=_("The public page compares today's provenance with the version that stood on this day."),
    )
    closed_date = models.DateField(_("closed on"), null=True, editable=False)
    wording = LanguageMapField(
        _("public wording"), help_text=_("One line a language. Public only when both sides approved it.")
    )
    reply = LanguageMapField(
        _("reply of the community of origin"), help_text=_("In its own words, one line a language.")
    )
    reply_by = models.CharField(
        _("the reply is signed by"), max_length=300, blank=True, help_text=_("As it shall stand on the page.")
    )
    since_version = models.PositiveIntegerField(editable=False)
    notice = models.OneToOneField(ClaimNotice, models.PROTECT, null=True, editable=False, related_name="+")
    revision = models.PositiveIntegerField(default=1, editable=False)
    opened_at = models.DateTimeField(auto_now_add=True)

    objects = ClaimQuerySet.as_manager()

    class Meta:
        verbose_name = _("claim")
        verbose_name_plural = _("claims")
        ordering = ["-received_date", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state__in=OPEN_CLAIM_STATES, closed_date__isnull=True)
                | models.Q(state__in=CLOSED_CLAIM_STATES, closed_date__isnull=False),
                name="claim_closed_says_when",
            ),
            models.CheckConstraint(
                condition=models.Q(basis__in=ClaimBasis.values), name="claim_basis_is_known"
            ),
            models.CheckConstraint(
                condition=~models.Q(claimant__regex=r"^\s*$"),
                name="claim_says_who",
                violation_error_message=_("Say who claims the work."),
            ),
        ]

    def __str__(self) -> str:
        """Without a name: it stands in lists, titles and messages."""
        return f"{self._meta.verbose_name} {self.pk or ''}".strip()

    @property
    def museum_id(self) -> int:
        return self.artwork.museum_id

    @property
    def museum(self) -> Museum:
        return self.artwork.museum

    @property
    def is_open(self) -> bool:
        return self.state in OPEN_CLAIM_STATES

    def approval(self, part: ClaimPart) -> ClaimApproval | None:
        """The approval of `part` that stands."""
        return self.approvals.filter(part=part, taken_back_at=None).first()

    @property
    def is_wording_approved(self) -> bool:
        sides = (ClaimPart.MUSEUM, ClaimPart.CLAIMANTS)
        return self.approvals.filter(part__in=sides, taken_back_at=None).count() == len(sides)


class ClaimApproval(models.Model):
    """Who approved which words for the public, and when; kept when a change of the words took it back."""

    claim = models.ForeignKey(Claim, models.CASCADE, related_name="approvals")
    part = models.CharField(max_length=12, choices=ClaimPart)
    name = models.CharField(max_length=300)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    words = LanguageMapField()
    taken_back_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("approval")
        verbose_name_plural = _("approvals")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["claim", "part"],
                condition=models.Q(taken_back_at__isnull=True),
                name="claimapproval_one_of_a_part_stands",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_part_display()} {self.at:%Y-%m-%d}"


class ClaimDocument(models.Model):
    """A paper of the claim and where it is kept. Confidential; the portal holds no copy of it."""

    claim = models.ForeignKey(Claim, models.CASCADE, related_name="documents")
    title = models.CharField(_("document"), max_length=300)
    document_date = models.DateField(_("date"), null=True, blank=True)
    kept_at = models.CharField(_("where it is kept"), max_length=300, blank=True)
    note = models.CharField(_("note"), max_length=1000, blank=True)

    class Meta:
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        ordering = ["document_date", "pk"]

    def __str__(self) -> str:
        return self.title


class CounselNote(models.Model):
    """Advice of counsel on a claim: read and written by the museum's director alone."""

    claim = models.ForeignKey(Claim, models.CASCADE, related_name="counsel_notes")
    text = models.TextField(_("note of counsel"), max_length=10_000)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("note of counsel")
        verbose_name_plural = _("notes of counsel")
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d}"
