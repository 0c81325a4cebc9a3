"""People, their roles, and invitations: a director's own museum, an administrator's whole network."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin import TabularInline
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from members.actions.invitations import AlreadyInvited, invite
from members.actions.roles import give_role, take_role
from members.admin.museums import museums_run_by
from members.admin.scope import ScopedAdmin, ScopedInline
from members.enums import MUSEUM_ROLES, NETWORK_ROLES, Role
from members.models import Invitation, Membership, Museum, User
from members.permissions import Do, may


class PlacedRoleForm(forms.ModelForm):
    """A museum's role names its museum, the network's names none; a director gives only museum roles."""

    by: Any = None

    def clean(self) -> Any:
        data = super().clean() or self.cleaned_data
        role, museum = data.get("role"), data.get("museum")
        if role in MUSEUM_ROLES and museum is None:
            self.add_error("museum", _("This role is held in a museum: choose which."))
        if role in NETWORK_ROLES and museum is not None:
            self.add_error("museum", _("This role is held in the whole network: choose no museum."))
        if role in NETWORK_ROLES and not may(self.by, Do.RUN_NETWORK):
            self.add_error("role", _("Only an administrator gives roles in the network."))
        elif museum is not None and not may(self.by, Do.RUN_MUSEUM, museum):
            self.add_error("museum", _("You may not give roles in this museum."))
        return data


class RoleAdmin(ScopedAdmin):
    """What invitations and roles have in common: whose they are."""

    form = PlacedRoleForm
    saves_by_actions = True
    deeds = {"view": Do.RUN_MUSEUM, "add": Do.RUN_MUSEUM, "delete": Do.RUN_MUSEUM}

    def scope(self, queryset: QuerySet[Any], request: HttpRequest) -> QuerySet[Any]:
        if may(request.user, Do.RUN_NETWORK):
            return queryset
        return queryset.filter(museum__in=museums_run_by(request.user))

    def choices_for(self, field: Any, request: HttpRequest) -> QuerySet[Any]:
        if field.name == "museum":
            is_network = may(request.user, Do.RUN_NETWORK)
            return (
                Museum.objects.all()
                if is_network
                else Museum.objects.filter(pk__in=museums_run_by(request.user))
            )
        if field.name == "user":
            return people_seen_by(request.user)
        return super().choices_for(field, request)

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        form = super().get_form(request, obj, change, **kwargs)
        return type("RoleForm", (form,), {"by": request.user})

    def formfield_for_choice_field(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name == "role" and not may(request.user, Do.RUN_NETWORK):
            kwargs["choices"] = [(role.value, role.label) for role in Role if role in MUSEUM_ROLES]
        return super().formfield_for_choice_field(db_field, request, **kwargs)

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        run = museums_run_by(request.user)
        return {"museum": run[0]} if len(run) == 1 else {}


@admin.register(Invitation)
class InvitationAdmin(RoleAdmin):
    """Adding one sends the e-mail; sending again draws a new secret, and the old link dies."""

    list_display = ["email", "role", "museum", "invited_by", "invited_at", "accepted_at"]
    list_select_related = ["museum", "invited_by"]
    search_fields = ["email"]
    fields = ["email", "role", "museum"]

    def save_model(self, request: HttpRequest, obj: Invitation, form: Any, change: bool) -> None:
        sent = invite(obj.email, obj.role, museum=obj.museum, by=request.user)  # type: ignore[arg-type]
        obj.pk, obj.invited_by, obj.secret_sha256 = sent.pk, sent.invited_by, sent.secret_sha256
        obj._state.adding = False

    def response_add(
        self, request: HttpRequest, obj: Invitation, post_url_continue: str | None = None
    ) -> HttpResponse:
        messages.success(
            request,
            _("The invitation is on its way to %(email)s. It holds for fourteen days.")
            % {"email": obj.email},
        )
        return redirect("admin:members_invitation_changelist")

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: Any = None,
    ) -> HttpResponse:
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except AlreadyInvited as refusal:
            messages.error(request, str(refusal))
            return redirect("admin:members_invitation_changelist")


@admin.register(Membership)
class MembershipAdmin(RoleAdmin):
    """Roles are given and taken by actions, one at a time."""

    list_display = ["user", "role", "museum", "since"]
    list_filter = ["role"]
    list_select_related = ["user", "museum"]
    search_fields = ["user__email", "user__name"]
    fields = ["user", "role", "museum"]
    autocomplete_fields = ["user"]

    def save_model(self, request: HttpRequest, obj: Membership, form: Any, change: bool) -> None:
        given = give_role(obj.user, obj.role, museum=obj.museum, by=request.user)  # type: ignore[arg-type]
        obj.pk = given.pk
        obj._state.adding = False

    def delete_model(self, request: HttpRequest, obj: Membership) -> None:
        take_role(obj, by=request.user)  # type: ignore[arg-type]


class MembershipInline(ScopedInline, TabularInline):
    """The roles of a person, to be read."""

    model = Membership
    fields = ["role", "museum", "since"]
    readonly_fields = ["role", "museum", "since"]

    def has_add_permission(self, request: HttpRequest, obj: Any) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(User)
class UserAdmin(ScopedAdmin):
    """Directors see the people of their museum; administrators see all, and may bar somebody from signing in."""

    deeds = {"view": Do.RUN_MUSEUM, "change": Do.RUN_NETWORK}
    list_display = ["email", "name", "is_active", "last_login"]
    list_filter = ["is_active"]
    search_fields = ["email", "name"]
    fields = ["email", "name", "is_active", "last_login", "joined_at"]
    readonly_fields = ["email", "last_login", "joined_at"]
    inlines = [MembershipInline]

    def scope(self, queryset: QuerySet[Any], request: HttpRequest) -> QuerySet[Any]:
        return queryset.filter(pk__in=people_seen_by(request.user).values("pk"))

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """A person belongs to no museum of itself; the scope has chosen who may be seen."""
        return may(request.user, Do.RUN_MUSEUM)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return may(request.user, Do.RUN_NETWORK)


def people_seen_by(user: Any) -> QuerySet[User]:
    """The people of the museums that `user` directs; everybody for administrators."""
    if may(user, Do.RUN_NETWORK):
        return User.objects.all()
    seen = Q(memberships__museum__in=museums_run_by(user)) | Q(pk=user.pk)
    return User.objects.filter(seen).distinct()
