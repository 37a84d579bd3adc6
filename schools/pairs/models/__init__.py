from schools.pairs.models.documents import DocumentPair, PairedFile
from schools.pairs.models.videos import VideoPair, VideoVersion

__all__ = ["DocumentPair", "PairedFile", "VideoPair", "VideoVersion"]
