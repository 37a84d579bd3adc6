import mailbox
import uuid
from collections.abc import Callable, Iterator
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser

import boto3
import environ
import pytest
from django.core.files.storage import Storage, storages

from config.settings.media import media_storage

Arrived = Callable[[str], list[EmailMessage]]


@pytest.fixture
def storage(offered: Callable[[str], str], settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[Storage]:
    endpoint, bucket = offered("TEST_S3_ENDPOINT_URL"), f"ventanilla-{uuid.uuid4().hex[:12]}"
    keys = {"AWS_ACCESS_KEY_ID": offered("TEST_S3_ACCESS_KEY"), "AWS_SECRET_ACCESS_KEY": offered("TEST_S3_SECRET_KEY")}
    for name, value in {**keys, "AWS_STORAGE_BUCKET_NAME": bucket, "AWS_S3_ENDPOINT_URL": endpoint}.items():
        monkeypatch.setenv(name, value)
    buckets = boto3.resource("s3", endpoint_url=endpoint, region_name="us-east-1")
    buckets.create_bucket(Bucket=bucket)
    settings.STORAGES = {**settings.STORAGES, "default": media_storage(environ.Env())}
    yield storages["default"]
    buckets.Bucket(bucket).objects.all().delete()
    buckets.Bucket(bucket).delete()


@pytest.fixture
def arrived(offered: Callable[[str], str], settings) -> Arrived:
    folder = offered("TEST_SMTP_MAILBOX")
    for name, value in environ.Env.email_url_config(offered("TEST_SMTP_URL")).items():
        setattr(settings, name, value)

    def messages_to(address: str) -> list[EmailMessage]:
        box = mailbox.Maildir(folder, create=False)
        messages = (BytesParser(policy=policy.default).parsebytes(box.get_bytes(key)) for key in box.iterkeys())
        return [message for message in messages if message["To"] == address]

    return messages_to
