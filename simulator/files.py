"""Pictures and documents in the pretend Telegram."""

from __future__ import annotations

import mimetypes
import struct
from dataclasses import dataclass
from typing import Any, ClassVar

from pydantic import ConfigDict

from simulator.params import Params, Upload
from simulator.refusals import Refusal, refuse

UPLOAD_LIMIT, PHOTO_LIMIT, DOWNLOAD_LIMIT = 50 << 20, 10 << 20, 20 << 20  # bytes
SIDES_LIMIT, RATIO_LIMIT = 10_000, 20  # width plus height in pixels; longer side to shorter side
_JPEG_SIZES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}


@dataclass
class Media:
    """One file that a message carries: kind `photo` or `document`, its bytes, and for a photo its pixels."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(ser_json_bytes="base64", val_json_bytes="base64")

    kind: str
    file_id: str
    name: str
    mime: str
    data: bytes
    width: int = 0
    height: int = 0

    @property
    def path(self) -> str:
        """The file path that getFile answers with."""
        return f"{self.kind}s/{self.file_id}/{self.name}"

    def wire(self) -> dict[str, Any]:
        """The `photo` or `document` field of a message."""
        base = {"file_id": self.file_id, "file_unique_id": f"u{self.file_id}", "file_size": len(self.data)}
        if self.kind == "photo":
            return {"photo": [{**base, "width": self.width, "height": self.height}]}
        return {"document": {**base, "file_name": self.name, "mime_type": self.mime}}


def uploaded(params: Params, source: str, field: str) -> Upload | None:
    """The file that `source` (a parameter's value) or the form field stands for; None for a file id."""
    if source.startswith("attach://"):
        name = source.removeprefix("attach://")
        if name not in params.uploads:
            refuse(f"there is no {field} in the request")
        return params.uploads[name]
    if source.startswith(("http://", "https://")):
        refuse("Failed to get HTTP URL content")
    if not source and field not in params.uploads:
        refuse(f"there is no {field} in the request")
    return None if source else params.uploads[field]


def stored(upload: Upload, kind: str, file_id: str) -> Media:
    """The upload as media of `kind`; what Telegram would refuse is refused."""
    if not upload.data:
        refuse("file must be non-empty")
    if len(upload.data) > UPLOAD_LIMIT:
        raise Refusal(413, "Request Entity Too Large")
    mime = upload.mime or mimetypes.guess_type(upload.name)[0] or "application/octet-stream"
    media = Media(kind, file_id, upload.name, mime, upload.data)
    if kind == "photo":
        media.width, media.height = _checked_size(upload.data)
    return media


def _checked_size(data: bytes) -> tuple[int, int]:
    """Width and height in pixels of a picture that Telegram accepts as a photo."""
    if len(data) > PHOTO_LIMIT:
        refuse(f"file of size {len(data)} bytes is too big for a photo; the maximum size is {PHOTO_LIMIT} bytes")
    width, height = picture_size(data)
    if not width or not height:
        refuse("IMAGE_PROCESS_FAILED")
    if width + height > SIDES_LIMIT or max(width, height) > RATIO_LIMIT * min(width, height):
        refuse("PHOTO_INVALID_DIMENSIONS")
    return width, height


def picture_size(data: bytes) -> tuple[int, int]:
    """Width and height in pixels of a PNG or JPEG; (0, 0) for anything else."""
    if data.startswith(b"\x89PNG\r\n\x1a\n") and len(data) >= 24:
        return struct.unpack(">II", data[16:24])
    return _jpeg_size(data) if data.startswith(b"\xff\xd8") else (0, 0)


def _jpeg_size(data: bytes) -> tuple[int, int]:
    """The size from the first frame header of a JPEG, or (0, 0)."""
    at = 2
    while at + 9 < len(data):
        length = int.from_bytes(data[at + 2 : at + 4], "big")
        if data[at + 1] in _JPEG_SIZES:
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return width, height
        at += 2 + length
    return 0, 0
