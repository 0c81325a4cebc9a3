"""What becomes of a consent after it was given or taken back."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from collection.actions.refusal import Refused, demand
from exhibitions.enums import CONSENT, LoanState
from exhibitions.models import Loan
from members.deeds import deed
from members.models import User
from members.permissions import Do


def lend_again(loan: Loan, *, by: User | None) -> Loan:
    """recalled → standing: the museum lets the work be shown again."""
    demand(by, Do.PUBLISH, loan.artwork, _("Only the museum that keeps the work may lend it."))
    if loan.state in CONSENT:
        raise Refused(_("The work is lent already."))
    with deed("lend", loan.exhibition, by=by, is_public=True):
        loan.state = LoanState.STANDING
        loan.reason = ""
        loan.save(update_fields=["state", "reason", "changed_at"])
    return loan
