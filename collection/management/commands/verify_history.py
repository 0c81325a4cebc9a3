"""`manage.py verify_history [--head HEX]`: are the published versions what was sealed, and do the tables agree?"""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from collection.exports.proof import drift_of, faults_of
from collection.exports.record import public_record
from collection.exports.seal import check
from collection.models import Artwork, ArtworkVersion, HistoryLink
from collection.provenance.history import faults_of_chain, museum_heads, published_by
from collection.provenance.links import Published

_AT_ONCE = 200


class Command(BaseCommand):
    help = (
        "Proves every published version against its seal, the chain of all of them, and every public record against"
        " its last version; prints the heads. --head asks whether a head that was kept elsewhere is in the chain."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--head", default="", help="a head of the portal that was kept")

    def handle(self, *_args: Any, head: str = "", **_options: Any) -> None:
        faults = [*self._versions(), *faults_of_chain(), *self._records(), *self._kept(head.strip().lower())]
        for museum, own in sorted(museum_heads().items()):
            self.stdout.write(f"museum {museum} {own}")
        last = HistoryLink.objects.order_by("-number").first()
        self.stdout.write(f"portal {last.portal_head if last else '0' * 64}")
        for fault in faults:
            self.stderr.write(fault)
        if faults:
            raise CommandError(f"{len(faults)} faults in {self.proved} versions.")
        erased = f" {self.erased} leaves were erased by law." if self.erased else ""
        self.stdout.write(
            f"{self.proved} versions are what was sealed, and the records say what they say.{erased}"
        )

    def _versions(self) -> list[str]:
        """Faults of versions, in the order of works; counts them and what was erased of them."""
        self.proved, self.erased = 0, 0
        faults, before = [], ("", 0)
        rows = ArtworkVersion.objects.select_related("artwork", "link").order_by(
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
            faults += [f"{name} {fault}." for fault in self._link(version)]
            before = (work.public_id, version.number)
            self.proved += 1
            self.erased += len(check(version.document, version.salts, version.sha256).erased)
        return faults

    @staticmethod
    def _link(version: ArtworkVersion) -> list[str]:
        link: HistoryLink | None = getattr(version, "link", None)
        if link is None:
            return ["has no link in the chain"]
        said = Published(link.work, link.museum, link.edition, link.sha256, link.at)
        return [] if said == published_by(version) else ["is not what the chain says"]

    @staticmethod
    def _kept(head: str) -> list[str]:
        if head in ("", "0" * 64) or HistoryLink.objects.filter(portal_head=head).exists():
            return []
        return [f"The head {head} is not in the chain."]

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
