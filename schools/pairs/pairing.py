"""Putting a file or a promise into its place in a pair."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from core.uploads import CheckedFile
from schools.pairs.models import DocumentPair, PairedFile


def put_file(pair: DocumentPair, language: str, file: CheckedFile, *, by: Any = None) -> PairedFile:
    """The file takes the place of the promise or of the file before; that one is deleted when all is stored."""
    half = PairedFile.objects.filter(pair=pair, language=language).first() or PairedFile(pair=pair, language=language)
    old = half.file.name
    half.name, half.content_type, half.size, half.checksum = file.name, file.content_type, file.size, file.checksum
    half.uploaded_at, half.uploaded_by = timezone.now(), by
    half.file.save(file.name, file.to_store(), save=False)
    half.save()
    if old and old != half.file.name:
        transaction.on_commit(lambda: half.file.storage.delete(old))
    return half


def promise(pair: DocumentPair, language: str, day: date, *, by: Any = None) -> PairedFile:
    """A day for the half that is missing; another day means another reminder. A file that is there stays."""
    half = PairedFile.objects.filter(pair=pair, language=language).first() or PairedFile(pair=pair, language=language)
    if half.promised_for != day:
        half.promised_for, half.promised_by, half.reminded_on = day, by, None
        half.save()
    return half
