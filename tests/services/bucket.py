"""What a stranger gets from a bucket."""

import urllib.error
import urllib.parse
import urllib.request


def status_of(address: str) -> int:
    try:
        with urllib.request.urlopen(address) as answer:  # noqa: S310  the address is our own server's
            return answer.status
    except urllib.error.HTTPError as error:
        return error.code


def unsigned(address: str) -> str:
    return urllib.parse.urlunsplit(urllib.parse.urlsplit(address)._replace(query=""))
