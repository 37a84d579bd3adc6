"""Distances on the globe, in miles."""

from math import asin, cos, degrees, radians, sin, sqrt

from search.request import Point

EARTH_RADIUS = 3958.8


def box(center: Point, miles: float) -> tuple[float, float, float, float]:
    """South, north, west and east of everything within some miles; generous near the poles and the date line."""
    up = degrees(miles / EARTH_RADIUS)
    south, north = center.latitude - up, center.latitude + up
    if south <= -90 or north >= 90:
        return max(south, -90.0), min(north, 90.0), -180.0, 180.0
    aside = up / min(cos(radians(south)), cos(radians(north)))
    west, east = center.longitude - aside, center.longitude + aside
    return (south, north, west, east) if west >= -180 and east <= 180 else (south, north, -180.0, 180.0)


def miles_between(center: Point, latitude: float, longitude: float) -> float:
    """Along the surface."""
    up = sin(radians(latitude - center.latitude) / 2)
    aside = sin(radians(longitude - center.longitude) / 2)
    chord = up * up + cos(radians(center.latitude)) * cos(radians(latitude)) * aside * aside
    return 2 * EARTH_RADIUS * asin(min(1.0, sqrt(chord)))
