"""Turns the country shapes of Natural Earth (TopoJSON) into SVG paths, projected once, at make time."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from babel.core import get_global

from asemus.figures.equal_earth import CENTRE, HEIGHT, WIDTH, project_from_centre

Point = tuple[float, float]
Ring = list[Point]
FINENESS = 0.5  # degrees: points of a border nearer than this to the last one are left out
SMALLEST = 0.45  # square degrees: islands below this are left out, unless they are all a country has
# Longitudes beyond which a country's shape is left to the land: Guiana is no place of French porcelain.
HOME_WATERS = {"FR": (-6.0, 10.0)}
SMALL_COUNTRY = 2.0  # square degrees: a country below this also gets a dot that can be hit


def build_map(topology: Path, target: Path) -> list[Path]:
    """Write `world.json` ({countries: [{code, path, x, y, is_small}], graticule}) and `land.svg` under `target`."""
    target.mkdir(parents=True, exist_ok=True)
    data = json.loads(topology.read_text())
    arcs = decode_arcs(data)
    alpha2 = {
        number: codes[0] for number, codes in get_global("territory_aliases").items() if number.isdigit()
    }
    lands: dict[str, list[Ring]] = {}  # a code may have several shapes; land without a code is kept under ""
    for shape in data["objects"]["countries"]["geometries"]:
        lands.setdefault(alpha2.get(str(shape.get("id", "")).zfill(3), ""), []).extend(polygons(shape, arcs))
    lands.pop("AQ", None)
    world = {"countries": [country(code, lands[code]) for code in sorted(lands)], **frame()}
    shapes, land = target / "world.json", target / "land.svg"
    shapes.write_text(json.dumps(world, separators=(",", ":")))
    land.write_text(land_svg(world))
    return [shapes, land]


def land_svg(world: dict[str, Any]) -> str:
    """All land and the net as one picture, which a browser keeps; half-transparent, so that it suits light and dark."""
    land = "".join(item["path"] for item in world["countries"])
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}"><path d="{world["graticule"]}" fill="none" '
        f'stroke="#8b8579" stroke-opacity=".3" stroke-width="4"/><path d="{land}" fill="#8b8579" fill-opacity=".2" '
        f'fill-rule="evenodd" stroke="#8b8579" stroke-opacity=".28" stroke-width="4" stroke-linejoin="round"/></svg>'
    )


def decode_arcs(data: dict[str, Any]) -> list[Ring]:
    """Delta-coded, quantised arcs → points in degrees, thinned to what the drawing can show."""
    (scale_x, scale_y), (left, low) = data["transform"]["scale"], data["transform"]["translate"]
    decoded = []
    for arc in data["arcs"]:
        x = y = 0
        points: Ring = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * scale_x + left, y * scale_y + low))
        decoded.append(thin(points))
    return decoded


def thin(points: Ring) -> Ring:
    """Both ends stay, so that neighbours still meet."""
    kept = points[:1]
    for point in points[1:-1]:
        if (point[0] - kept[-1][0]) ** 2 + (point[1] - kept[-1][1]) ** 2 >= FINENESS**2:
            kept.append(point)
    return kept + points[-1:]


def polygons(shape: dict[str, Any], arcs: list[Ring]) -> list[Ring]:
    """Every ring of a Polygon or MultiPolygon (holes are rings as well: filled by the even-odd rule)."""
    parts = [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"]
    rings = []
    for part in parts:
        for indices in part:
            ring: Ring = []
            for index in indices:
                piece = arcs[index] if index >= 0 else arcs[~index][::-1]
                ring += piece[1:] if ring else piece
            rings.append(ring)
    return rings


def country(code: str, rings: list[Ring]) -> dict[str, Any]:
    """One country: its path, a point inside its largest part, and whether it is too small to hit."""
    west, east = HOME_WATERS.get(code, (-360.0, 360.0))
    rings = [ring for ring in rings if west < ring[0][0] < east]
    sized = sorted(((abs(area(ring)), ring) for ring in rings), key=lambda pair: pair[0], reverse=True)
    kept = [ring for number, (size, ring) in enumerate(sized) if number == 0 or size >= SMALLEST]
    pieces = [piece for ring in kept for piece in cut(ring)]
    path = "".join(to_path(piece) for piece in pieces)
    largest = max(cut(sized[0][1]), key=lambda piece: abs(area(piece)), default=None)
    x, y = project_from_centre(
        *(middle(largest) if largest else (sized[0][1][0][0] - CENTRE, sized[0][1][0][1]))
    )
    return {
        "code": code,
        "path": path,
        "x": x,
        "y": y,
        "is_small": sum(size for size, _ in sized) < SMALL_COUNTRY,
    }


def cut(ring: Ring) -> list[Ring]:
    """Longitudes counted from CENTRE; a ring that crosses the far meridian is cut there in two."""
    shifted: Ring = []
    turned = -CENTRE
    for x, y in ring:  # Russia and Fiji step over the 180th meridian: go on counting there
        if shifted and abs(x + turned - shifted[-1][0]) > 180:
            turned += 360 if x + turned < shifted[-1][0] else -360
        shifted.append((x + turned, y))
    pieces = []
    for turn in (-360, 0, 360):
        moved = [(x + turn, y) for x, y in shifted]
        piece = clip(clip(moved, -180.0, keep_above=True), 180.0, keep_above=False)
        if len(piece) > 2:
            pieces.append(piece)
    return pieces


def clip(ring: Ring, edge: float, keep_above: bool) -> Ring:
    """Sutherland and Hodgman's clip against one meridian."""

    def inside(point: Point) -> bool:
        return point[0] >= edge if keep_above else point[0] <= edge

    kept: Ring = []
    for before, point in zip([*ring[-1:], *ring], ring, strict=False):
        if inside(before) != inside(point):
            part = (edge - before[0]) / (point[0] - before[0])
            kept.append((edge, before[1] + part * (point[1] - before[1])))
        if inside(point):
            kept.append(point)
    return kept


def area(ring: Ring) -> float:
    """Signed, in square degrees of the flat map: enough to tell an islet from a country."""
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, [*ring[1:], ring[0]], strict=True)) / 2


def middle(ring: Ring) -> Point:
    """The centroid of a ring."""
    size = area(ring) or 1e-9
    pairs = list(zip(ring, [*ring[1:], ring[0]], strict=True))
    x = sum((a[0] + b[0]) * (a[0] * b[1] - b[0] * a[1]) for a, b in pairs) / (6 * size)
    y = sum((a[1] + b[1]) * (a[0] * b[1] - b[0] * a[1]) for a, b in pairs) / (6 * size)
    return x, y


def to_path(points: Iterable[Point], close: bool = True) -> str:
    """SVG path data in steps from point to point (a third of the length of absolute ones)."""
    words = ""
    at = (0, 0)
    for longitude, latitude in points:
        x, y = project_from_centre(longitude, latitude)
        dx, dy = x - at[0], y - at[1]
        if not words:
            words = f"M{x} {y}l"
        elif dx or dy:
            words += f"{dx}{dy:+d}" if dy < 0 else f"{dx} {dy}"
            words += " "
        at = (x, y)
    return words.rstrip().replace(" -", "-") + ("z" if close else "")


def frame() -> dict[str, str]:
    """The net of meridians and parallels, each 30 degrees."""
    meridians = [
        [(float(x) - CENTRE + (360 if x - CENTRE < -180 else 0), float(y)) for y in range(-90, 91, 5)]
        for x in range(-90, 260, 30)
    ]
    parallels = [
        [(-180.0, float(y)), *((float(x), float(y)) for x in range(-170, 171, 10)), (180.0, float(y))]
        for y in range(-60, 61, 30)
    ]
    return {"graticule": "".join(to_path(line, close=False) for line in meridians + parallels)}
