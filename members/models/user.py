"""A person who signs in. The e-mail address is the name."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from members.enums import MUSEUM_ROLES, Role


class UserManager(BaseUserManager["User"]):
    """Makes users; addresses are kept in lower case so that one person has one account."""

    use_in_migrations = True

    def create_user(self, email: str, password: str | None = None, **extra: Any) -> User:
        if not email:
            raise ValueError("A user needs an e-mail address.")
        user = self.model(email=email.strip().lower(), **extra)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **extra: Any) -> User:
        """The first administrator of a new installation (`manage.py createsuperuser`)."""
        user = self.create_user(email, password, **extra)
        user.memberships.create(role=Role.ADMINISTRATOR)
        return user

    def get_by_natural_key(self, email: str | None) -> User:
        return self.get(email=(email or "").strip().lower())


class User(AbstractBaseUser):
    """A member of a museum's staff, a curator, an editor or an administrator."""

    email = models.EmailField(_("e-mail address"), unique=True)
    name = models.CharField(
        _("name"), max_length=200, blank=True, help_text=_("As it should stand under a text you sign.")
    )
    is_active = models.BooleanField(_("may sign in"), default=True)
    is_demonstration = models.BooleanField(
        _("demonstration login"), default=False, editable=False
    )  # refused outside a demonstration (asemus.demo.logins)
    joined_at = models.DateTimeField(_("joined"), default=timezone.now, editable=False)

    objects: ClassVar[UserManager] = UserManager()

    EMAIL_FIELD = "email"
    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: list[str] = []

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        ordering = ["email"]
        constraints = [
            models.CheckConstraint(condition=models.Q(email=Lower("email")), name="user_email_is_lower_case"),
        ]

    def __str__(self) -> str:
        return self.name or self.email

    @cached_property
    def roles(self) -> list[tuple[Role, int | None]]:
        """(role, museum id or None) of every membership, read once for the life of this object."""
        return [(Role(role), museum) for role, museum in self.memberships.values_list("role", "museum_id")]

    @property
    def museum_ids(self) -> set[int]:
        """The museums whose staff this person is."""
        return {museum for role, museum in self.roles if museum and role in MUSEUM_ROLES}

    def holds(self, *roles: Role, museum: int | None = None) -> bool:
        """True if one of `roles` is held, for `museum` where that is given."""
        return any(role in roles and (museum is None or at == museum) for role, at in self.roles)

    # Django asks these three; members.backends.RoleBackend answers from `may`.
    @property
    def is_staff(self) -> bool:
        return self.is_active and bool(self.roles)

    @property
    def is_superuser(self) -> bool:
        return False  # nobody stands above the table of rights

    def has_perm(self, perm: str, obj: Any = None) -> bool:
        from members.backends import RoleBackend  # the backend imports this model

        return RoleBackend().has_perm(self, perm, obj)

    def has_perms(self, perm_list: list[str], obj: Any = None) -> bool:
        return all(self.has_perm(perm, obj) for perm in perm_list)

    def has_module_perms(self, app_label: str) -> bool:
        return self.is_staff
