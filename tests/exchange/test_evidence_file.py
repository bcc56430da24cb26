"""A file is told by what is in it, and what cannot be evidence is refused by the file's name."""

import io
import os
import zipfile
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from commission_app.errors import RefusedError
from commission_app.exchange import evidence_file, sample_institution
from commission_app.exchange.evidence_file import FileFamily, FileFinding
from commission_app.exchange.evidence_name import LONGEST_NAME
from commission_app.i18n import LANGUAGES
from commission_app.wording.sentences import sentence


def examine(name: str, data: bytes) -> FileFinding:
    return evidence_file.examine(name, io.BytesIO(data))


def reason(name: str, data: bytes) -> str:
    with pytest.raises(RefusedError) as found:
        examine(name, data)
    assert found.value.refusal.field == "file"
    for language in LANGUAGES:
        assert name in sentence(language, found.value.refusal)
    return found.value.reason


def pdf(pages: int = 2) -> bytes:
    document = pypdfium2.PdfDocument.new()
    for _ in range(pages):
        document.new_page(300, 400)
    out = io.BytesIO()
    document.save(out)
    document.close()
    return out.getvalue()


def encrypted_pdf(user: str) -> bytes:
    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.pdfgen.canvas import Canvas

    out = io.BytesIO()
    canvas = Canvas(out, encrypt=StandardEncryption(user, ownerPassword="owner", canPrint=0))
    canvas.drawString(100, 100, "secret")
    canvas.save()
    return out.getvalue()


def picture(form: str) -> bytes:
    out = io.BytesIO()
    Image.effect_noise((64, 48), 40).convert("RGB").save(out, form)
    return out.getvalue()


def container(*names: str, mimetype: str = "") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        if mimetype:
            package.writestr("mimetype", mimetype)
        for name in names:
            package.writestr(name, b"<x/>")
    return out.getvalue()


def test_the_files_of_the_sample_are_what_they_say() -> None:
    sample = sample_institution.read()
    pages = {item.key: len(item.pages) for applicant in sample.applicants for item in applicant.evidence}
    for key, name, data in sample_institution.evidence_files(sample):
        found = examine(name, data)
        assert found.safe_name == name and not found.remarks and found.size == len(data)
        if found.family is FileFamily.PDF:
            assert found.pages == pages[key]


@pytest.mark.parametrize(
    ("name", "data", "media_type"),
    [
        ("a.pdf", pdf(), "application/pdf"),
        ("a.pdf", b"scanner\r\n" + pdf(), "application/pdf"),
        ("a.png", picture("PNG"), "image/png"),
        ("a.jpeg", picture("JPEG"), "image/jpeg"),
        ("a.tif", picture("TIFF"), "image/tiff"),
        ("a.webp", picture("WEBP"), "image/webp"),
        ("a.bmp", picture("BMP"), "image/bmp"),
        ("a.gif", picture("GIF"), "image/gif"),
        ("a.heic", b"\0\0\0\x18ftypheic" + bytes(30), "image/heic"),
        ("a.mp4", b"\0\0\0\x18ftypisom" + bytes(30), "video/mp4"),
        ("a.docx", container("word/document.xml"), "application/vnd.openxmlformats-officedocument"),
        ("a.xlsx", container("xl/workbook.xml"), "application/vnd.openxmlformats-officedocument"),
        (
            "a.odt",
            container("content.xml", mimetype="application/vnd.oasis.opendocument.text"),
            "application/vnd.oasis",
        ),
        ("a.asice", container("d.pdf", mimetype="application/vnd.etsi.asic-e+zip"), "application/vnd.etsi.asic-e+zip"),
        ("a.edoc", container("META-INF/signatures0.xml"), "application/x-edoc"),
        ("a.msg", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "application/vnd.ms-outlook"),
        ("a.eml", b"From: a@b.example\r\n\r\nSveiki", "message/rfc822"),
        ("a.txt", "Šņācošs teksts".encode("utf-16"), "text/plain"),
        ("BMW un MZ.txt", b"BMW, MZ un PK motocikli", "text/plain"),
        ("a.json", b"{}", "application/json"),
    ],
)
def test_what_can_be_evidence_is_known(name: str, data: bytes, media_type: str) -> None:
    found = examine(name, data)
    assert found.media_type.startswith(media_type)
    assert not found.remarks


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("tukšs.pdf", b"", "evidence_file.empty"),
        ("nav.pdf", b"Sveiki", "evidence_file.pdf_unreadable"),
        ("aprauts.pdf", pdf()[:-200], "evidence_file.pdf_truncated"),
        ("bojāts.pdf", b"%PDF-1.7\n" + bytes(500) + b"%%EOF", "evidence_file.pdf_unreadable"),
        ("slēgts.pdf", encrypted_pdf("parole"), "evidence_file.pdf_encrypted"),
        ("nav.png", b"Sveiki", "evidence_file.no_picture"),
        ("aprauts.png", picture("PNG")[:400], "evidence_file.picture_broken"),
        ("aprauts.jpg", picture("JPEG")[:700], "evidence_file.picture_broken"),
        ("galva.png", b"\x89PNG\r\n\x1a\n" + bytes(80), "evidence_file.no_picture"),
        ("program.exe", b"MZ\x90\0", "evidence_file.program"),
        ("atsauksme.pdf", b"MZ\x90\0" + bytes(400), "evidence_file.program"),
        ("atsauksme.txt", b"#!/bin/sh\nrm -r x", "evidence_file.program"),
        ("a.docx", b"\x7fELF" + bytes(400), "evidence_file.program"),
        ("skripts.js", b"alert(1)", "evidence_file.program"),
        ("skripts.bat", b"del x", "evidence_file.program"),
        ("lapa.html", b"<!doctype html><p>x", "evidence_file.web_page"),
        ("lapa.txt", b"\xef\xbb\xbf <HTML><script>", "evidence_file.web_page"),
        ("zīme.svg", b"<svg/>", "evidence_file.web_page"),
        ("makro.docm", container("word/document.xml"), "evidence_file.macros"),
        ("makro.docx", container("word/document.xml", "word/vbaProject.bin"), "evidence_file.macros"),
        ("arhīvs.zip", container("a.pdf"), "evidence_file.archive"),
        ("bojāts.docx", container("word/document.xml")[:60], "evidence_file.container_broken"),
        ("slēgts.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "evidence_file.office_encrypted"),
        ("kas.dat", bytes(range(256)), "evidence_file.unknown"),
    ],
)
def test_what_cannot_be_evidence_is_refused_by_name(name: str, data: bytes, expected: str) -> None:
    assert reason(name, data) == expected


def test_a_pdf_whose_author_restricted_its_use_is_kept_and_said() -> None:
    found = examine("izraksts.pdf", encrypted_pdf(""))
    assert [remark.reason for remark in found.remarks] == ["evidence_file.pdf_restricted"]
    assert found.pages == 1


def test_a_file_of_300_megabytes_is_refused_without_being_read(tmp_path: Path) -> None:
    large = tmp_path / "video.mp4"
    with large.open("wb") as file:
        os.truncate(file.fileno(), 300 * 1024 * 1024)

    class Watched(io.BufferedReader):
        def read(self, size: int | None = -1, /) -> bytes:
            raise AssertionError("it was read")

    with pytest.raises(RefusedError) as found, Watched(io.FileIO(large)) as source:
        evidence_file.examine(large.name, source)
    assert dict(found.value.refusal.facts) == {"file": "video.mp4", "size": 300, "most": 200}


def test_a_picture_that_would_fill_the_memory_is_refused() -> None:
    import struct
    import zlib

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    for side in (13_000, 60_000):
        head = chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0))
        data = b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(bytes(1000))) + chunk(b"IEND", b"")
        assert reason("bumba.png", data) == "evidence_file.picture_bomb"


def test_another_ending_than_the_content_is_said() -> None:
    found = examine("foto.jpg", pdf())
    assert (found.media_type, found.pages) == ("application/pdf", 2)
    (remark,) = found.remarks
    assert (remark.facts["ending"], remark.facts["usual"]) == (".jpg", ".pdf")


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("C:\\Dokumenti\\Ģimene\\foto.png", "foto.png"),
        ("../../etc/foto.png", "foto.png"),
        ("con.png", "_con.png"),
        ("a<b>:c?.png", "a_b__c_.png"),
        ("s\u0327.png", "ş.png"),
        ("foto.png. ", "foto.png"),
    ],
)
def test_the_name_it_is_kept_under(name: str, kept: str) -> None:
    found = examine(name, picture("PNG"))
    assert (found.name, found.safe_name) == (name, kept)


def test_a_very_long_name_keeps_its_ending() -> None:
    found = examine("ļ" * 500 + ".png", picture("PNG"))
    assert len(found.safe_name.encode()) <= LONGEST_NAME
    assert found.safe_name.endswith("ļ….png")


@pytest.mark.parametrize("name", ["a\nb.pdf", "a\0.pdf", "gpj.\u202efdp", "", "/", " . "])
def test_a_name_that_lies_or_is_none_is_refused(name: str) -> None:
    with pytest.raises(RefusedError) as found:
        examine(name, pdf())
    assert found.value.reason in {"evidence_file.control_character", "evidence_file.no_name"}
