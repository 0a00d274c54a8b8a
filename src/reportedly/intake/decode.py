"""Bytes to text: strict for plain text, as browsers do it for pages. Binary files are recognised and refused."""

from __future__ import annotations

import codecs
import re

from reportedly.errors import ArticleError

_AS_TEXT = "save it as plain text and read that"
_MAGIC: tuple[tuple[bytes, str, str], ...] = (
    (b"%PDF", "a PDF file", "extract its text first, for example with pdftotext"),
    (b"PK\x03\x04", "a zip archive or an office document", f"unpack it, or {_AS_TEXT}"),
    (b"\xd0\xcf\x11\xe0", "an old office document", _AS_TEXT),
    (b"{\\rtf", "an RTF document", _AS_TEXT),
    (b"\x1f\x8b", "compressed (gzip)", "decompress it first, for example with gunzip"),
    (b"BZh", "compressed (bzip2)", "decompress it first, for example with bunzip2"),
    (b"\xfd7zXZ", "compressed (xz)", "decompress it first, for example with unxz"),
    (b"\x28\xb5\x2f\xfd", "compressed (zstd)", "decompress it first, for example with unzstd"),
    (b"\x89PNG", "an image", "read the text of the article instead"),
    (b"\xff\xd8\xff", "an image", "read the text of the article instead"),
    (b"GIF8", "an image", "read the text of the article instead"),
    (b"\x7fELF", "a program", "check the path"),
)
_UTF32 = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)

_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_:.+-]{1,40})""", re.IGNORECASE)
_XML_ENCODING = re.compile(rb"""\A\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9_:.+-]{1,40})""", re.IGNORECASE)
_DECLARED_WITHIN = 4_096
"""Bytes: browsers look for the charset in the first 1,024; saving tools put comments in front of it."""

_MEANT = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
}
"""What the Encoding Standard (WHATWG) takes these names to mean: pages that declare them use the wider set."""

_ALLOWED = re.compile(
    r"(utf-8|iso8859-\d+|cp125[0-8]|cp866|cp874|cp932|cp949|koi8-[ru]|mac-\w+|gb18030|big5|big5hkscs|euc_jp|iso2022_jp)"
)


def refuse_binary(name: str, data: bytes) -> None:
    """Raise ArticleError for what is no text: a known binary format, or bytes that no text has."""
    for magic, what, remedy in _MAGIC:
        if data.startswith(magic):
            raise ArticleError(f"{name} is {what}, not text: {remedy}")
    if b"\0" in data and not data.startswith(_UTF16):
        raise ArticleError(
            f"{name} is binary (byte {data.index(0)} is NUL), or UTF-16 without a byte order mark: "
            "save it as UTF-8 text and read that"
        )


def decode_text(name: str, data: bytes) -> str:
    """Plain text: UTF-8, or UTF-16 with a byte order mark; anything else is refused and never guessed at."""
    refuse_binary(name, data)
    encoding = _by_mark(name, data) or "utf-8-sig"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        known = "UTF-16" if encoding == "utf-16" else "UTF-8"
        raise ArticleError(
            f"{name} is not valid {known} (byte {error.start}): find out its encoding and convert it, "
            f"for example with `iconv -f WINDOWS-1252 -t UTF-8`"
        ) from None


def decode_page(name: str, data: bytes, charset: str | None = None) -> tuple[str, str | None]:
    """The page as text, and a note where that was not straightforward.

    As browsers do it: byte order mark, `charset` (what the server said), the page's own declaration, UTF-8, cp1252.
    Unlike them, a declaration that the bytes contradict gives way to the next, and Latin-1 to what is plainly UTF-8.
    """
    refuse_binary(name, data)
    mark = _by_mark(name, data)
    told = [e for e in ([mark] if mark else [charset_named(charset), _declared(data)]) if e]
    if told[:1] == ["cp1252"] and _is_plainly_utf8(data):
        return data.decode("utf-8-sig"), f"{name} says that it is Latin-1 and is UTF-8: read as UTF-8"
    for encoding in told or ["utf-8-sig", "cp1252"]:
        try:
            return data.decode(encoding), None
        except UnicodeDecodeError as error:
            problem = error
    first = told[0] if told else problem.encoding
    at = f"{first} (byte {problem.start})"
    return data.decode(first, "replace"), (
        f"{name} is not valid {at}: undecodable bytes became \N{REPLACEMENT CHARACTER}: save the page again as UTF-8"
    )


def charset_named(name: str | None) -> str | None:
    """The encoding that a charset's name stands for on the web, None for one that pages may not have."""
    try:
        encoding = codecs.lookup(name or "").name
    except (LookupError, ValueError):
        return None
    encoding = _MEANT.get(encoding, encoding)
    return encoding if _ALLOWED.fullmatch(encoding) else None


def _is_plainly_utf8(data: bytes) -> bool:
    if data.isascii():
        return False
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _by_mark(name: str, data: bytes) -> str | None:
    if data.startswith(_UTF32):
        raise ArticleError(f"{name} is UTF-32: convert it, for example with `iconv -f UTF-32 -t UTF-8`")
    if data.startswith(_UTF16):
        return "utf-16"
    return "utf-8-sig" if data.startswith(codecs.BOM_UTF8) else None


def _declared(data: bytes) -> str | None:
    """The charset that the page declares, None where it declares none that pages may have."""
    head = data[:_DECLARED_WITHIN]
    found = _XML_ENCODING.search(head) or _CHARSET.search(head)
    if not found:
        return None
    return charset_named(found[1].decode("ascii"))
