"""Signed containers for tests, made with lxml and cryptography alone: another hand than the one that checks them."""

import base64
import hashlib
import io
import zipfile
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.x509.oid import NameOID
from lxml import etree

DS = "http://www.w3.org/2000/09/xmldsig#"
XADES = "http://uri.etsi.org/01903/v1.3.2#"
ASIC = "http://uri.etsi.org/02918/v1.2.1#"
C14N = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315"
SHA256 = "http://www.w3.org/2001/04/xmlenc#sha256"
MIMETYPE = "application/vnd.etsi.asic-e+zip"
SIGNED_AT = datetime(2025, 3, 4, 9, 30, tzinfo=UTC)


@dataclass(frozen=True)
class Identity:
    """A made-up signer with the certificate of a made-up issuer."""

    key: rsa.RSAPrivateKey
    certificate: x509.Certificate
    issuer: x509.Certificate

    @property
    def anchor(self) -> str:
        """The issuer's certificate as the trust list keeps it."""
        return self.issuer.public_bytes(serialization.Encoding.PEM).decode()


def identity(
    name: str = "Žanete Šūpulīte", begin: datetime = datetime(2024, 1, 1, tzinfo=UTC), years: int = 60
) -> Identity:
    """A signer and the issuer of the certificate."""
    issuer_key = ec.generate_private_key(ec.SECP256R1())
    issuer_name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Test Issuer of Nowhere")])
    start = datetime(2020, 1, 1, tzinfo=UTC)
    issuer = (
        x509.CertificateBuilder()
        .subject_name(issuer_name)
        .issuer_name(issuer_name)
        .public_key(issuer_key.public_key())
        .serial_number(1)
        .not_valid_before(start)
        .not_valid_after(start + timedelta(days=365 * 100))
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(issuer_key, hashes.SHA256())
    )
    key = rsa.generate_private_key(65537, 2048)
    serial = x509.NameAttribute(NameOID.SERIAL_NUMBER, "PNOLV-020290-00003")
    certificate = (
        x509.CertificateBuilder()
        .subject_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name), serial]))
        .issuer_name(issuer_name)
        .public_key(key.public_key())
        .serial_number(2)
        .not_valid_before(begin)
        .not_valid_after(begin + timedelta(days=365 * years))
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .sign(issuer_key, hashes.SHA256())
    )
    return Identity(key, certificate, issuer)


def signature(signer: Identity, files: dict[str, bytes], at: datetime = SIGNED_AT) -> bytes:
    """A XAdES signature over the files, as ASiC-E wants it."""
    root = etree.Element(f"{{{ASIC}}}XAdESSignatures", nsmap={"asic": ASIC, "ds": DS, "xades": XADES})
    sig = etree.SubElement(root, f"{{{DS}}}Signature", Id="S0")
    info = etree.SubElement(sig, f"{{{DS}}}SignedInfo")
    etree.SubElement(info, f"{{{DS}}}CanonicalizationMethod", Algorithm=C14N)
    method = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"
    etree.SubElement(info, f"{{{DS}}}SignatureMethod", Algorithm=method)
    value = etree.SubElement(sig, f"{{{DS}}}SignatureValue")
    data = etree.SubElement(etree.SubElement(sig, f"{{{DS}}}KeyInfo"), f"{{{DS}}}X509Data")
    der = signer.certificate.public_bytes(serialization.Encoding.DER)
    etree.SubElement(data, f"{{{DS}}}X509Certificate").text = base64.b64encode(der).decode()
    properties = _properties(sig, der, at)
    for name, content in files.items():
        _reference(info, name, content)
    body = etree.tostring(properties, method="c14n")
    node = _reference(info, "#S0-P", body, "http://uri.etsi.org/01903#SignedProperties")
    transforms = etree.Element(f"{{{DS}}}Transforms")
    etree.SubElement(transforms, f"{{{DS}}}Transform", Algorithm=C14N)
    node.insert(0, transforms)
    signed = etree.tostring(info, method="c14n")
    value.text = base64.b64encode(signer.key.sign(signed, padding.PKCS1v15(), hashes.SHA256())).decode()
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def container(signer: Identity, files: dict[str, bytes], *, sign: dict[str, bytes] | None = None) -> bytes:
    """An ASiC-E of the files; `sign` where the signature was made over something else."""
    return packed(files | {"META-INF/signatures0.xml": signature(signer, files if sign is None else sign)})


def packed(entries: dict[str, bytes]) -> bytes:
    """A container of entries as they are."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", MIMETYPE, zipfile.ZIP_STORED)
        for name, content in entries.items():
            archive.writestr(name, content)
    return target.getvalue()


def _properties(sig: etree._Element, der: bytes, at: datetime) -> etree._Element:
    holder = etree.SubElement(sig, f"{{{DS}}}Object")
    qualifying = etree.SubElement(holder, f"{{{XADES}}}QualifyingProperties", Target="#S0")
    properties = etree.SubElement(qualifying, f"{{{XADES}}}SignedProperties", Id="S0-P")
    inner = etree.SubElement(properties, f"{{{XADES}}}SignedSignatureProperties")
    etree.SubElement(inner, f"{{{XADES}}}SigningTime").text = at.isoformat().replace("+00:00", "Z")
    cert = etree.SubElement(etree.SubElement(inner, f"{{{XADES}}}SigningCertificateV2"), f"{{{XADES}}}Cert")
    digest = etree.SubElement(cert, f"{{{XADES}}}CertDigest")
    etree.SubElement(digest, f"{{{DS}}}DigestMethod", Algorithm=SHA256)
    hashed = hashlib.sha256(der).digest()
    etree.SubElement(digest, f"{{{DS}}}DigestValue").text = base64.b64encode(hashed).decode()
    return properties


def _reference(info: etree._Element, uri: str, content: bytes, kind: str = "") -> etree._Element:
    node = etree.SubElement(info, f"{{{DS}}}Reference", URI=uri, **({"Type": kind} if kind else {}))
    etree.SubElement(node, f"{{{DS}}}DigestMethod", Algorithm=SHA256)
    hashed = hashlib.sha256(content).digest()
    etree.SubElement(node, f"{{{DS}}}DigestValue").text = base64.b64encode(hashed).decode()
    return node
