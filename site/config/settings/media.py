"""Where uploaded files live: a local folder, or S3 as soon as a bucket is named."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import environ


def media_storage(env: environ.Env) -> dict[str, Any]:
    bucket = env("AWS_STORAGE_BUCKET_NAME", default="")
    if not bucket:
        return {"BACKEND": "django.core.files.storage.FileSystemStorage"}
    return {
        "BACKEND": "storages.backends.s3.S3Storage",
        "OPTIONS": {
            "bucket_name": bucket,
            # None lets the machine's own role speak for it.
            "access_key": env("AWS_ACCESS_KEY_ID", default="") or None,
            "secret_key": env("AWS_SECRET_ACCESS_KEY", default="") or None,
            "endpoint_url": env("AWS_S3_ENDPOINT_URL", default="") or None,
            "region_name": env("AWS_S3_REGION_NAME", default="us-east-1"),
            "addressing_style": env("AWS_S3_ADDRESSING_STYLE", default="path"),
            # Without it the signed addresses of S3-compatible servers answer 400.
            "signature_version": "s3v4",
            "querystring_auth": True,
            "default_acl": None,
            "file_overwrite": False,
        },
    }


def private_storage(env: environ.Env, folder: Path) -> dict[str, Any]:
    """For files that no address of the storage leads to: a folder no web server serves, or a corner of the bucket."""
    storage = media_storage(env)
    if "OPTIONS" not in storage:
        return {**storage, "OPTIONS": {"location": str(folder)}}
    return {**storage, "OPTIONS": {**storage["OPTIONS"], "location": "private"}}


def media_origins(env: environ.Env) -> list[str]:
    """Where browsers fetch the images from, beyond the site itself."""
    if not env("AWS_STORAGE_BUCKET_NAME", default=""):
        return []
    endpoint = env("AWS_S3_ENDPOINT_URL", default="")
    if not endpoint:
        return ["https://*.amazonaws.com"]
    address = urlsplit(endpoint)
    return [f"{address.scheme}://{address.netloc}"]


def tile_origins(address: str) -> list[str]:
    """Where browsers fetch the pieces of the map from; {s} stands for any of several hosts."""
    host = urlsplit(address.replace("{s}", "*"))
    return [f"{host.scheme}://{host.netloc}"] if host.netloc else []


def video_origins(addresses: Sequence[str]) -> list[str]:
    """Scheme and host of each, without whatever else was written."""
    parts = [urlsplit(address) for address in addresses]
    return [f"{part.scheme}://{part.netloc}" for part in parts if part.scheme == "https" and part.netloc]
