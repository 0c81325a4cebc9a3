"""The site as an app: commands, system checks, template tags."""

from django.apps import AppConfig


class AsemusConfig(AppConfig):
    name = "asemus"
    verbose_name = "Virtual Collection of Masterpieces"

    def ready(self) -> None:
        from asemus import checks  # noqa: F401  registers the system checks
