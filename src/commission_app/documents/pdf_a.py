"""What makes a PDF last: the mark of PDF/A in its description, and files that travel inside it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from hashlib import md5
from io import BytesIO
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    import pikepdf

CREATOR, PRODUCER = "Commission App", "Commission App (ReportLab)"
PAGES_ONLY, WITH_FILES = 1, 3
"""The parts of ISO 19005: papers are of the first, papers with files inside of the third."""

_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<xmp:CreatorTool>{creator}</xmp:CreatorTool>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<pdf:Producer>{producer}</pdf:Producer>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>{part}</pdfaid:part>
<pdfaid:conformance>B</pdfaid:conformance>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""


class Relationship(Enum):
    """What a file inside a paper is to the paper."""

    SOURCE = "Source"
    DATA = "Data"
    ALTERNATIVE = "Alternative"
    SUPPLEMENT = "Supplement"
    UNSPECIFIED = "Unspecified"


@dataclass(frozen=True)
class Attachment:
    """A file that travels inside a paper."""

    name: str
    mime: str
    data: bytes
    relationship: Relationship = Relationship.ALTERNATIVE
    description: str = ""
    modified: datetime | None = None


@dataclass(frozen=True)
class Description:
    """What a paper says of itself: title, author, language."""

    title: str
    author: str
    language: str


def packet(about: Description, part: int = PAGES_ONLY) -> bytes:
    """The description as the archive reads it, with the mark of PDF/A."""
    said = {"title": about.title, "author": about.author, "language": about.language}
    said |= {"creator": CREATOR, "producer": PRODUCER}
    return _PACKET.format(part=part, **{name: escape(text) for name, text in said.items()}).encode("utf-8")


def with_attachments(data: bytes, files: Sequence[Attachment]) -> bytes:
    """One of our papers with files inside, marked as PDF/A-3b; the same paper and files give the same bytes.

    The pages stay as they are. Signatures come after: what is signed already would be broken by this.
    """
    import pikepdf

    with pikepdf.open(BytesIO(data)) as paper:
        _check(paper, files)
        specs = [(file.name, paper.make_indirect(_spec(paper, file))) for file in files]
        pairs = [part for name, spec in sorted(specs, key=_by_name) for part in (pikepdf.String(name), spec)]
        embedded = paper.make_indirect(pikepdf.Dictionary(Names=pikepdf.Array(pairs)))
        paper.Root.Names = pikepdf.Dictionary(EmbeddedFiles=embedded)
        paper.Root.AF = pikepdf.Array([spec for _, spec in specs])
        paper.Root.PageMode = pikepdf.Name.UseAttachments
        write_mark(paper, description_of(paper), WITH_FILES)
        return saved(paper, "1.7")


def _check(paper: "pikepdf.Pdf", files: Sequence[Attachment]) -> None:
    names = [file.name for file in files]
    if not names or len(set(names)) != len(names) or not all(names):
        raise ValueError("A paper takes files with different names, one at least.")
    if b"pdfaid:part" not in (bytes(paper.Root.Metadata.read_bytes()) if "/Metadata" in paper.Root else b""):
        raise ValueError("Only a paper marked as PDF/A takes files: the pages of another could break the promise.")
    if "/AcroForm" in paper.Root:
        raise ValueError("A signed paper takes no more files.")


def _by_name(pair: tuple[str, Any]) -> bytes:
    # The tree of names is ordered by the bytes as they are written.
    name = pair[0]
    return name.encode("ascii") if name.isascii() else b"\xfe\xff" + name.encode("utf-16-be")


def _spec(paper: "pikepdf.Pdf", file: Attachment) -> "pikepdf.Object":
    import pikepdf

    stream = paper.make_stream(file.data)
    stream.Type, stream.Subtype = pikepdf.Name.EmbeddedFile, pikepdf.Name(f"/{file.mime}")
    digest = md5(file.data, usedforsecurity=False).digest()
    stream.Params = pikepdf.Dictionary(Size=len(file.data), CheckSum=pikepdf.String(digest))
    if file.modified is not None:
        stream.Params.ModDate = pikepdf.String(f"{file.modified:D:%Y%m%d%H%M%S}Z")
    name = pikepdf.String(file.name)
    return pikepdf.Dictionary(
        Type=pikepdf.Name.Filespec,
        F=name,
        UF=name,
        Desc=pikepdf.String(file.description or file.name),
        AFRelationship=pikepdf.Name(f"/{file.relationship.value}"),
        EF=pikepdf.Dictionary(F=stream, UF=stream),
    )


def description_of(paper: "pikepdf.Pdf") -> Description:
    """What an opened paper says of itself."""
    info: Any = paper.trailer.get("/Info", {})
    return Description(str(info.get("/Title", "")), str(info.get("/Author", "")), str(paper.Root.get("/Lang", "")))


def write_mark(paper: "pikepdf.Pdf", about: Description, part: int) -> None:
    """Writes the description of an opened paper, in both places where a reader looks."""
    import pikepdf

    info = {"/Title": about.title, "/Author": about.author, "/Creator": CREATOR, "/Producer": PRODUCER}
    paper.trailer.Info = paper.make_indirect(
        pikepdf.Dictionary({key: pikepdf.String(text) for key, text in info.items()})
    )
    paper.Root.Metadata = paper.make_stream(packet(about, part))
    paper.Root.Metadata.Type, paper.Root.Metadata.Subtype = pikepdf.Name.Metadata, pikepdf.Name.XML


def saved(paper: "pikepdf.Pdf", version: str) -> bytes:
    """The bytes of an opened paper, the same for the same paper."""
    import pikepdf

    out = BytesIO()
    paper.save(
        out,
        deterministic_id=True,
        force_version=version,
        object_stream_mode=pikepdf.ObjectStreamMode.disable,
        compress_streams=False,
        stream_decode_level=pikepdf.StreamDecodeLevel.none,
    )
    return out.getvalue()
