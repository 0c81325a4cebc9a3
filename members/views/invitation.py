"""Accepting an invitation: name and password, once, within fourteen days."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth import login
from django.contrib.auth.password_validation import password_validators_help_text_html
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from members.actions.invitations import NotOpen, accept, found
from members.models import User


class AcceptForm(forms.Form):
    """Somebody new says who they are; somebody known only says yes."""

    name = forms.CharField(
        label=gettext_lazy("Your name"),
        max_length=200,
        help_text=gettext_lazy("As it should stand under a text you sign."),
    )
    password = forms.CharField(
        label=gettext_lazy("Password"), strip=False, widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}), help_text=password_validators_help_text_html
    )  # fmt: skip
    again = forms.CharField(
        label=gettext_lazy("Password, once more"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def clean(self) -> Any:
        data = super().clean() or {}
        if data.get("password") and data.get("again") and data["password"] != data["again"]:
            self.add_error("again", _("The two passwords differ."))
        return data


@never_cache
@sensitive_post_parameters()
def invitation(request: HttpRequest, secret: str) -> HttpResponse:
    """The page behind the link of the e-mail."""
    try:
        invited = found(secret)
    except NotOpen:
        return _private(render(request, "members/invitation_closed.html", status=410))
    known = User.objects.filter(email=invited.email.lower()).exists()
    form = AcceptForm(request.POST or None)
    if request.method == "POST" and (known or form.is_valid()):
        answer = _accepted(request, secret, form, known)
        if answer is not None:
            return answer
    return _private(
        render(
            request,
            "members/invitation.html",
            {"form": form, "fields": {"form": form}, "invitation": invited, "known": known},
        )
    )


def _accepted(request: HttpRequest, secret: str, form: AcceptForm, known: bool) -> HttpResponse | None:
    data = {} if known else form.cleaned_data
    try:
        user = accept(secret, name=data.get("name", ""), password=data.get("password", ""))
    except ValidationError as error:
        form.add_error("password", error)
        return None
    except NotOpen:
        return _private(render(request, "members/invitation_closed.html", status=410))
    if known:  # the link proves the address; the account still wants its password and second factor
        messages.success(request, _("The role is yours. Sign in to begin."))
        return redirect("account_login")
    login(request, user, backend="members.backends.RoleBackend")
    messages.success(request, _("Welcome, %(name)s. This is your desk.") % {"name": user.name})
    return redirect("admin:index")


def _private(response: HttpResponse) -> HttpResponse:
    """The address holds a secret: no cache keeps the page, no link from it tells where it came from."""
    response["Cache-Control"] = "no-store, private"
    response["Referrer-Policy"] = "no-referrer"
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response
