"""Addresses as the public may see them."""

from urllib.parse import urlencode

from directory.models import Address, Location


def address_lines(location: Location) -> tuple[str, ...]:
    """Street, then town and ZIP; of a private address the town alone."""
    address = physical_address(location)
    if address is None:
        return ()
    if location.address_private:
        return (address.city,)
    street = ", ".join(filter(None, (address.address_1, address.address_2)))
    return (street, f"{address.city}, {address.state_province} {address.postal_code}")


def physical_address(location: Location) -> Address | None:
    return next((row for row in location.addresses.all() if row.address_type == "physical"), None)


def directions_url(location: Location) -> str:
    """Opens the phone's own map; empty where nobody may be led to the door."""
    if location.address_private or location.location_type != "physical":
        return ""
    lines = address_lines(location)
    if not lines and location.latitude is None:
        return ""
    destination = ", ".join(lines) or f"{location.latitude},{location.longitude}"
    return "https://www.google.com/maps/dir/?" + urlencode({"api": 1, "destination": destination})
