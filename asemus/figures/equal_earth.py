"""The Equal Earth projection (Šavrič, Patterson, Jenny 2018), centred on Asia and Europe."""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt

CENTRE = 70.0  # degrees east: Asia and Europe in the middle, the cut in the Americas
WIDTH = 10_000  # so fine that whole numbers do
_A = (1.340264, -0.081106, 0.000893, 0.003796)
_M = sqrt(3) / 2


def _plane(longitude: float, latitude: float) -> tuple[float, float]:
    theta = asin(_M * sin(radians(latitude)))
    square = theta * theta
    sixth = square**3
    x = (
        radians(longitude)
        * cos(theta)
        / (_M * (_A[0] + 3 * _A[1] * square + sixth * (7 * _A[2] + 9 * _A[3] * square)))
    )
    y = theta * (_A[0] + _A[1] * square + sixth * (_A[2] + _A[3] * square))
    return x, y


_SCALE = WIDTH / (2 * _plane(180, 0)[0])
HEIGHT = round(2 * _plane(0, 90)[1] * _SCALE)


def project_from_centre(longitude: float, latitude: float) -> tuple[int, int]:
    """As `project`, for a longitude already counted from the centre (−180 to 180)."""
    x, y = _plane(longitude, latitude)
    return round(WIDTH / 2 + x * _SCALE), round(HEIGHT / 2 - y * _SCALE)


def project(latitude: float, longitude: float) -> tuple[int, int]:
    """Degrees north and east → x and y on a drawing of WIDTH × HEIGHT."""
    return project_from_centre((longitude - CENTRE + 180) % 360 - 180, latitude)
