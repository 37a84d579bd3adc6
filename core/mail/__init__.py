"""Mail that is not lost: stored with what it speaks of, sent after the commit, tried again until it has gone once."""

from core.mail.attachments import Attachment
from core.mail.retention import forget
from core.mail.writing import post

__all__ = ["Attachment", "forget", "post"]
