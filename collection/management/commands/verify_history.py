"""`manage.py verify_history [--head HEX]`: are the published versions what was sealed, and do the tables agree?"""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from collection.exports.proof import drift_of, faults_of
from collection.exports.record import public_record
from collection.models import Artwork, ArtworkVersion
from collection.provenance.history import Sealed, heads

_AT_ONCE = 200


class Command(BaseCommand):
    help = (
        "Proves every published version against its seal and every public record against its last version, and prints"
        " the head over all of them. --head compares it with one that was kept."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--head", default="", help="a head printed before, to compare with")

    def handle(self, *_args: Any, head: str = "", **_options: Any) -> None:
        sealed: list[Sealed] = []
        faults = [*self._versions(sealed), *self._records()]
        portal, museums = heads(sealed)
        for museum, own in sorted(museums.items()):
            self.stdout.write(f"museum {museum} {own}")
        self.stdout.write(f"portal {portal}")
        if head and head.strip().lower() != portal:
            faults.append(f"The head is not {head.strip().lower()}.")
        for fault in faults:
            self.stderr.write(fault)
        if faults:
            raise CommandError(f"{len(faults)} faults in {len(sealed)} versions.")
        self.stdout.write(f"{len(sealed)} versions are what was sealed, and the records say what they say.")

    @staticmethod
    def _versions(sealed: list[Sealed]) -> list[str]:
        """Faults of versions, in the order of works; fills `sealed`."""
        faults, before = [], ("", 0)
        rows = ArtworkVersion.objects.select_related("artwork__museum").order_by(
            "artwork__public_id", "number"
        )
        for version in rows.iterator(chunk_size=_AT_ONCE):
            work = version.artwork
            name = f"{work.public_id} version {version.number}"
            faults += [
                f"{name} {fault}." for fault in faults_of(version.document, version.salts, version.sha256)
            ]
            expected = before[1] + 1 if before[0] == work.public_id else 1
            if version.number != expected:
                faults.append(f"{name}: version {expected} is missing.")
            before = (work.public_id, version.number)
            sealed.append(Sealed(work.museum.public_id, work.public_id, version.number, version.sha256))
        return faults

    @staticmethod
    def _records() -> list[str]:
        """Public records that say something else than their last version: changed past the portal."""
        faults = []
        works = Artwork.objects.published().with_record().order_by("pk")
        for work in works.iterator(chunk_size=_AT_ONCE):
            last = ArtworkVersion.objects.filter(artwork=work).order_by("-number").first()
            if last is None:
                continue
            drift = drift_of(public_record(work), last.document)
            if drift:
                faults.append(f"{work.public_id} was changed without a new version: {', '.join(drift)}.")
        return faults
