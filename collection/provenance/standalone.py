#!/usr/bin/env python3
"""Proves the public history of a collection without its software: Python 3.9 or newer, nothing else.

    python verify_history.py https://the.portal                 reads the portal's public history
    python verify_history.py folder                             reads a folder that `export_history` wrote
    python verify_history.py https://the.portal --head HEX      also asks whether a head you kept is in it
    python verify_history.py https://the.portal --work ID …     reads the leaves of these works only

Every published version of a work is a set of leaves, [pointer, salt, value]. The hash of a leaf is SHA-256 over its
canonical JSON (RFC 8785); the hash of the version is SHA-256 over the sorted hashes of its leaves, as bytes. Each
version is a link: SHA-256 over [head of the work before, work, version, hash] is the work's head; over [head of the
museum before, museum, head of the work] the museum's; over [head before, number, time, head of the museum] the portal's.
Leaves erased by law or withheld keep their hash, so that the others can be proved.
Ends with 0 if all is proved, 1 if something was rewritten, 2 if it could not be read.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

NOTHING = "0" * 64


def canonical(value: Any) -> bytes:
    if isinstance(value, dict):
        members = sorted(value.items(), key=lambda pair: pair[0].encode("utf-16-be"))
        return b"{" + b",".join(canonical(key) + b":" + canonical(one) for key, one in members) + b"}"
    if isinstance(value, list):
        return b"[" + b",".join(canonical(one) for one in value) + b"]"
    return json.dumps(value, ensure_ascii=False).encode()


def sha256(value: Any) -> str:
    return hashlib.sha256(canonical(value)).hexdigest()


def read(source: str, path: str) -> Any:
    """The JSON at `path` below an address or a folder."""
    if not source.startswith(("http://", "https://")):
        return json.loads((Path(source) / path).read_text(encoding="utf-8"))
    address = path if path.startswith(("http://", "https://")) else f"{source.rstrip('/')}/{path}"
    request = urllib.request.Request(address, headers={"Accept": "application/json"})  # noqa: S310
    with urllib.request.urlopen(request, timeout=60) as answer:  # noqa: S310
        return json.load(answer)


def links_of(source: str) -> Iterator[dict[str, Any]]:
    """All links in order, page behind page."""
    path = "history.json"
    while path:
        page = read(source, path)
        yield from page["links"]
        path = page.get("next") or ""
        if path and not source.startswith(("http://", "https://")):
            path = ""


def faults_of_links(links: list[dict[str, Any]]) -> Iterator[str]:
    """A sentence for every link that does not follow from those before it."""
    works: dict[str, str] = {}
    museums: dict[str, str] = {}
    portal = NOTHING
    for number, link in enumerate(links, start=1):
        museum, work = link["museum"], link["work"]
        if link["number"] != number:
            yield f"link {number}: missing, or not in its place"
        if work is not None:
            own = sha256([works.get(work, NOTHING), work, link["version"], link["sha256"]])
            if own != link["work_head"]:
                yield f"link {number}: not the head of work {work}"
            works[work] = link["work_head"]
        if sha256([museums.get(museum, NOTHING), museum, link["work_head"]]) != link["museum_head"]:
            yield f"link {number}: not the head of museum {museum}"
        if sha256([portal, link["number"], link["at"], link["museum_head"]]) != link["portal_head"]:
            yield f"link {number}: not the head of the portal"
        museums[museum], portal = link["museum_head"], link["portal_head"]


def faults_of_version(version: dict[str, Any], count: dict[str, int]) -> Iterator[str]:
    """A sentence if the leaves are not those that were published; counts what is erased or withheld."""
    hashes = []
    for leaf in version["leaves"]:
        if "state" in leaf:
            count[leaf["state"]] = count.get(leaf["state"], 0) + 1
            hashes.append(leaf["hash"])
        else:
            hashes.append(sha256([leaf["pointer"], leaf["salt"], leaf["value"]]))
    root = hashlib.sha256(b"".join(bytes.fromhex(one) for one in sorted(hashes))).hexdigest()
    if root != version["sha256"]:
        yield "its leaves are not those that were published"


def faults_of_works(
    source: str, links: list[dict[str, Any]], only: list[str], count: dict[str, int]
) -> Iterator[str]:
    """Read every work that is public and prove each of its versions against the chain."""
    known: dict[str, dict[int, str]] = {}
    for link in links:
        if link["work"] is not None:
            known.setdefault(link["work"], {})[link["version"]] = link["sha256"]
    for work, hashes in sorted(known.items()):
        if only and work not in only:
            continue
        versions = {one["number"]: one for one in read(source, f"artworks/{work}/history.json")["versions"]}
        for number, root in sorted(hashes.items()):
            version, name = versions.get(number), f"work {work} version {number}"
            count["versions"] += 1
            if version is None:
                yield f"{name}: missing"
            elif version["sha256"] != root:
                yield f"{name}: not what the chain says"
            else:
                yield from (f"{name}: {fault}" for fault in faults_of_version(version, count))


def main() -> int:
    parser = argparse.ArgumentParser(description="Proves the public history of a collection.")
    parser.add_argument("source", help="address of the portal, or a folder with its export")
    parser.add_argument("--head", default="", help="a head of the portal that you kept")
    parser.add_argument(
        "--work", action="append", default=[], help="only the leaves of this work (repeatable)"
    )
    asked = parser.parse_args()
    count = {"versions": 0}
    try:
        links = list(links_of(asked.source))
        faults = [*faults_of_links(links), *faults_of_works(asked.source, links, asked.work, count)]
    except (OSError, ValueError, KeyError, TypeError) as error:
        print(f"The history could not be read: {type(error).__name__}: {error}", file=sys.stderr)
        return 2
    heads = [link["portal_head"] for link in links]
    if asked.head and asked.head.strip().lower() not in heads:
        faults.append(f"the head {asked.head} is not in the chain: what stood before it was rewritten")
    for fault in faults:
        print(f"BROKEN {fault}", file=sys.stderr)
    print(
        f"{len(links)} links, {count.pop('versions')} versions read; head {heads[-1] if heads else NOTHING}"
    )
    for state, leaves in sorted(count.items()):
        print(f"{state}: {leaves} leaves (their hashes stand and were used)")
    print("broken" if faults else "proved")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
