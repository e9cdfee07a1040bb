"""A brief as a Word document, written by hand: three parts in a zip, the same bytes every time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

if TYPE_CHECKING:
    from parley.answers.brief import Brief

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_CONTENT_TYPES = (
    f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument'
    '.wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = (
    f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>'
)
# XML has no place for most control characters and lone surrogates, wherever they came from.
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# Half points.
_TITLE_SIZE, _HEADING_SIZE = 36, 26


def docx_of(brief: Brief) -> bytes:
    """The bytes of a .docx file of a brief: title, paragraphs with raised citation numbers, the list of sources."""
    body = "".join(_paragraphs(brief))
    document = f'{_HEAD}<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>'
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as file:
        for name, content in (
            ("[Content_Types].xml", _CONTENT_TYPES),
            ("_rels/.rels", _RELATIONS),
            ("word/document.xml", document),
        ):
            file.writestr(ZipInfo(name), content.encode("utf-8"), ZIP_DEFLATED)
    return packed.getvalue()


def _paragraphs(brief: Brief) -> Iterator[str]:
    yield _paragraph(_run(brief.title, bold=True, size=_TITLE_SIZE))
    for paragraph in brief.paragraphs:
        if paragraph.heading:
            yield _paragraph(_run(paragraph.heading, bold=True, size=_HEADING_SIZE))
        runs = []
        for sentence in paragraph.sentences:
            marks = "".join(f"[{number}]" for number in sentence.citations)
            runs += [_run(sentence.text), _run(marks, raised=True) if marks else "", _run(" ")]
        yield _paragraph("".join(runs))
    if brief.citations:
        yield _paragraph(_run("Sources", bold=True, size=_HEADING_SIZE))
    for citation in brief.citations:
        yield _paragraph(_run(f"{citation.number}. {citation.line()}"))
    yield _paragraph(_run(brief.note, italic=True))


def _paragraph(runs: str) -> str:
    return f'<w:p><w:pPr><w:spacing w:after="160"/></w:pPr>{runs}</w:p>'


def _run(text: str, *, bold: bool = False, italic: bool = False, raised: bool = False, size: int | None = None) -> str:
    look = "".join(
        (
            "<w:b/>" if bold else "",
            "<w:i/>" if italic else "",
            f'<w:sz w:val="{size}"/>' if size else "",
            '<w:vertAlign w:val="superscript"/>' if raised else "",
        )
    )
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{escape(_NOT_XML.sub("", text))}</w:t></w:r>'
