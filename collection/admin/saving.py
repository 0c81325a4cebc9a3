"""How an artwork's form is saved: nobody's typing is lost, and tables hold what is public.

A posted form goes one of four ways: into the record; into a PendingEdit that waits for a registrar (a
published record and no right to correct it); into one that its author goes on with (the record moved on
meanwhile, or "keep as unfinished"); or into the record and at once into its next public version.
"""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.admin.utils import flatten_fieldsets, unquote
from django.db import DataError, IntegrityError, transaction
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from collection.actions import artworks as actions
from collection.actions.edits import begin_unfinished, decide, keep_edit
from collection.actions.findings import look_at
from collection.actions.refusal import NotAllowed, Refused
from collection.admin import merging
from collection.admin.scope import museums_of
from collection.enums import EditState, Status
from collection.models import Artwork, PendingEdit
from members.permissions import Do, may, needs_note

_NOT_DATA = frozenset(
    {"csrfmiddlewaretoken", "_save", "_continue", "_keep", "_submit", "_publish", "edit", "edit_note"}
)


class _Proposed(Exception):  # noqa: N818  the form is sound, but another decides
    """Raised where a sound form would be written, so that nothing is."""


class _Stale(Exception):  # noqa: N818
    """The record is newer than the form."""


def data_of(post: QueryDict) -> dict[str, list[str]]:
    """A posted form as it is kept: every field with its values, without tokens, buttons and NUL signs (which JSON
    in the database cannot hold)."""
    return {
        name: [value.replace("\x00", "") for value in values]
        for name, values in post.lists()
        if name not in _NOT_DATA and "\x00" not in name
    }


def querydict(data: dict[str, list[str]]) -> QueryDict:
    """What was kept, as if it were posted again."""
    post = QueryDict(mutable=True)
    for name, values in data.items():
        post.setlist(name, values)
    return post


class ArtworkSaving:
    """A mixin of the artwork's admin."""

    admin_site: Any

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: Any = None,
    ) -> HttpResponse:
        view = super().changeform_view  # type: ignore[misc]
        if request.method != "POST":
            return view(request, object_id, form_url, extra_context)
        artwork: Any = self.get_object(request, unquote(object_id)) if object_id else None  # type: ignore[attr-defined]
        if artwork and not self.has_change_permission(request, artwork):  # type: ignore[attr-defined]
            return view(request, object_id, form_url, extra_context)
        if "_keep" in request.POST and (kept := self._unfinished(request, artwork)):
            return kept
        request.locks = artwork.pk if artwork else None  # type: ignore[attr-defined]
        try:
            with transaction.atomic():
                return view(request, object_id, form_url, extra_context)
        except _Stale:
            return self._kept(
                request, artwork, EditState.UNFINISHED,
                _("Somebody saved this record while you wrote. Nothing is lost: compare both versions below."),
            )  # fmt: skip
        except _Proposed:
            return self._kept(
                request, artwork, EditState.WAITING,
                _("Thank you. The record is public, so a registrar of the museum looks at your changes first."),
            )  # fmt: skip
        except Refused as refusal:
            request.refusals = refusal.sentences  # type: ignore[attr-defined]
        except (IntegrityError, DataError):
            request.refusals = [  # type: ignore[attr-defined]
                _(
                    "The record could not be saved as it stands: two rows say the same, or a value does not fit."
                )
            ]
        return view(request, object_id, form_url, extra_context)

    # --- hooks of the stock form ----------------------------------------------------------------------
    def get_object(self, request: HttpRequest, object_id: str, from_field: str | None = None) -> Any:
        """Within a save the row is locked, and a form older than the record stops here."""
        if getattr(request, "locks", None):
            Artwork.objects.select_for_update(of=("self",)).filter(pk=request.locks).first()  # type: ignore[attr-defined]
        artwork = super().get_object(request, object_id, from_field)  # type: ignore[misc]
        if getattr(request, "locks", None) and not hasattr(request, "refusals"):
            posted = request.POST.get("revision", "")
            if posted != str(artwork.revision) and merging.moved_on(self, request, artwork):
                raise _Stale
        return artwork

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        form = super().get_form(request, obj, change, **kwargs)  # type: ignore[misc]
        return type("ArtworkFormOfRequest", (form,), {"refusals": getattr(request, "refusals", [])})

    def save_model(self, request: HttpRequest, obj: Artwork, form: Any, change: bool) -> None:
        if change and not _may_write(request.user, obj):
            raise _Proposed
        super().save_model(request, obj, form, change)  # type: ignore[misc]

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)  # type: ignore[misc]
        form.save_terms()
        artwork: Artwork = form.instance
        edit = _edit_of(request, artwork)
        if edit:
            decide(edit, EditState.APPLIED, by=request.user)
        is_changed = form.has_changed() or any(formset.has_changed() for formset in formsets)
        if change and artwork.status == Status.PUBLISHED and is_changed:
            note = request.POST.get("edit_note", "").replace("\x00", "")[:2000] or (edit.note if edit else "")
            actions.publish(artwork, by=request.user, note=note)  # type: ignore[arg-type]
        else:
            look_at([artwork])

    def response_add(
        self, request: HttpRequest, obj: Artwork, post_url_continue: str | None = None
    ) -> HttpResponse:
        return self._answered(request, obj) or super().response_add(request, obj, post_url_continue)  # type: ignore[misc]

    def response_change(self, request: HttpRequest, obj: Artwork) -> HttpResponse:
        return self._answered(request, obj) or super().response_change(request, obj)  # type: ignore[misc]

    def _answered(self, request: HttpRequest, artwork: Artwork) -> HttpResponse | None:
        """“Save and submit”, “save and publish”: the draft is saved in any case; the action may still refuse."""
        verbs = [verb for verb in ("submit", "publish") if f"_{verb}" in request.POST]
        if not verbs:
            return None
        try:
            with transaction.atomic():
                if artwork.status == Status.DRAFT:
                    actions.submit(artwork, by=request.user)  # type: ignore[arg-type]
                if verbs == ["publish"]:
                    actions.publish(artwork, by=request.user, note=request.POST.get("note", ""))  # type: ignore[arg-type]
        except Refused as refusal:
            artwork.refresh_from_db()
            messages.warning(request, _("Saved, but not %(deed)s yet:") % {"deed": _deed_words(verbs[0])})
            for sentence in refusal.sentences:
                messages.error(request, sentence)
        else:
            messages.success(
                request, _("“%(work)s” is %(deed)s.") % {"work": artwork, "deed": _deed_words(verbs[0])}
            )
        return redirect("admin:collection_artwork_change", artwork.pk)

    # --- pending edits -----------------------------------------------------------------------------------
    def _unfinished(self, request: HttpRequest, artwork: Any) -> HttpResponse | None:
        """“Keep as unfinished”, also of a record that is not there yet. None where it says no museum of one's own:
        the form then says so and stands as it was written."""
        if artwork:
            sentence = _("Kept as unfinished. The record itself is unchanged.")
            return self._kept(request, artwork, EditState.UNFINISHED, sentence)
        posted = request.POST.get("museum", "")
        wanted = int(posted) if posted.isdecimal() and len(posted) < 12 else 0
        museum = museums_of(request.user).filter(pk=wanted).first()  # type: ignore[arg-type]
        if museum is None:
            request.refusals = [_("Choose the museum first: what is unfinished is kept for its staff.")]  # type: ignore[attr-defined]
            return None
        edit = begin_unfinished(museum, by=request.user, form_data=data_of(request.POST))  # type: ignore[arg-type]
        return self._opened(
            request, edit, _("Kept as unfinished. Go on when you like: it waits at your desk.")
        )

    def _kept(self, request: HttpRequest, artwork: Artwork, state: EditState, sentence: str) -> HttpResponse:
        edit = keep_edit(
            artwork,
            by=request.user,  # type: ignore[arg-type]
            form_data=data_of(request.POST),
            base_revision=_revision(request, artwork),
            state=state,
            note=request.POST.get("edit_note", ""),
            edit=_edit_of(request, artwork),
        )
        return self._opened(request, edit, sentence)

    @staticmethod
    def _opened(request: HttpRequest, edit: PendingEdit, sentence: str) -> HttpResponse:
        if request.FILES:
            messages.warning(
                request, _("Photographs are not kept with an edit: attach them again when it is applied.")
            )
        messages.warning(request, sentence)
        return redirect(reverse("admin:collection_artwork_edit", args=[edit.artwork_id, edit.pk]))

    def write(self, edit: PendingEdit, *, by: Any) -> None:
        """Put a pending edit into the tables (collection.actions.edits.apply_edit). Raises Refused with each
        error of the form as a sentence."""
        artwork = edit.artwork
        request = HttpRequest()
        request.method, request.user = "POST", by
        request.POST = querydict(merging.merged(self, request, artwork, edit.form_data))  # type: ignore[assignment]
        if not self.has_change_permission(request, artwork):  # type: ignore[attr-defined]
            raise NotAllowed(_("You may not change this record."))
        form, formsets, _inlines = self.bound(request, artwork)
        errors = [
            *form.errors.values(),
            *(e for formset in formsets for row in formset.errors for e in row.values()),
        ]
        errors += [formset.non_form_errors() for formset in formsets]
        sentences = [str(sentence) for error in errors for sentence in error]
        if sentences:
            raise Refused(*sentences)
        form.save()
        form.save_terms()
        for formset in formsets:
            formset.save()

    def bound(self, request: HttpRequest, artwork: Artwork) -> tuple[Any, list[Any], list[Any]]:
        """The form and its rows, bound to the request's data; or unbound where it is not a POST."""
        fields = flatten_fieldsets(self.get_fieldsets(request, artwork))  # type: ignore[attr-defined]
        form_class = self.get_form(request, artwork, change=True, fields=fields)
        bound = [request.POST, request.FILES] if request.method == "POST" else []
        form = form_class(*bound, instance=artwork)
        formsets, inlines = self._create_formsets(request, form.instance, change=True)  # type: ignore[attr-defined]
        return form, formsets, inlines


def _may_write(user: Any, artwork: Artwork) -> bool:
    """True if `user` may change the tables themselves; else the edit waits for somebody who may."""
    if artwork.status == Status.PUBLISHED:
        return may(user, Do.CORRECT, artwork)
    return may(user, Do.DRAFT, artwork)


def _edit_of(request: HttpRequest, artwork: Artwork) -> PendingEdit | None:
    """The pending edit that the form was opened from, if it is open and the user's own or theirs to decide."""
    posted = request.POST.get("edit", "")
    if not posted.isdecimal() or len(posted) > 12:
        return None
    edit = artwork.pending_edits.filter(pk=int(posted), decided_at=None).first()
    if edit is None or not (edit.by_id == request.user.pk or may(request.user, Do.PUBLISH, edit)):
        return None
    return edit


def _revision(request: HttpRequest, artwork: Artwork) -> int:
    posted = request.POST.get("revision", "")
    return int(posted) if posted.isdecimal() and len(posted) < 10 else artwork.revision


def _deed_words(verb: str) -> str:
    return _("submitted") if verb == "submit" else _("published")


__all__ = ["ArtworkSaving", "data_of", "needs_note", "querydict"]
