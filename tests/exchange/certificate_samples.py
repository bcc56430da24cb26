"""Records of certificates for tests: a plain one to change, and any that Hypothesis can think of."""

import base64
import json
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, utils
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import NameOID
from hypothesis import strategies as some

from commission_app.rules.certificate_record import (
    CertificateRecord,
    RecordBasis,
    RecordElements,
    RecordGround,
    RecordHolder,
    RecordIssuer,
    RecordOutcome,
    RecordUnit,
)
from commission_app.rules.minutes_record import Said
from commission_app.rules.vocabulary.certificate import CertificateKind
from commission_app.rules.vocabulary.microcredential import (
    AssessmentKind,
    Participation,
    QualityKind,
    Stackability,
    Supervision,
)
from commission_app.rules.vocabulary.standard import CreditUnit, OutcomeKind

ELEMENTS = RecordElements(
    countries=("LV",),
    workload=18000,
    workload_unit=CreditUnit.ECTS,
    assessment=(AssessmentKind.PRIOR_LEARNING, AssessmentKind.PORTFOLIO),
    participation=Participation.WORK,
    quality=QualityKind.DIRECTION,
    prerequisites=Said("vidējā izglītība", "secondary education"),
    supervision=Supervision.IDENTIFIED,
    stackability=Stackability.STACKABLE,
    more=Said("Derīgs bez termiņa.", "Valid without end."),
)
LONG_NAME = "Ķēniņš-Āboļš-Šūpulīte-Žņaugs-Ģērmane-Ļaudaks-Čakste-Ņikitins"


def unit(place: int, *, english: bool = True, outcomes: int = 2, credits: int | None = 6000) -> RecordUnit:
    """A unit with its outcomes."""
    return RecordUnit(
        uid=str(UUID(int=1000 + place)),
        code=f"D{place}",
        title=said(f"Kurss Nr. {place}", f"Course No. {place}", english=english),
        credits=credits,
        credit_unit=None if credits is None else CreditUnit.ECTS,
        hours=40_000,
        outcomes=tuple(
            RecordOutcome(
                f"D{place}.{n}",
                said(f"projektē tīklu <{place}.{n}> & “mezglus”", f"designs network {place}.{n}", english=english),
                OutcomeKind.SKILL,
            )
            for n in range(outcomes)
        ),
        grounds=("g1",),
    )


def said(lv: str, en: str, *, english: bool = True) -> Said:
    """A text in both languages, or in Latvian alone."""
    return Said(lv, en if english else "")


def record(*, units: int = 3, english: bool = True, elements: RecordElements | None = ELEMENTS) -> CertificateRecord:
    """A microcredential, or without elements a statement of recognition."""
    micro = elements is not None
    return CertificateRecord(
        uid=str(UUID(int=7)),
        kind=CertificateKind.MICROCREDENTIAL if micro else CertificateKind.RECOGNITION_STATEMENT,
        number="A-2026/1",
        issued_on=date(2026, 11, 21),
        holder=RecordHolder(str(UUID(int=8)), "Ģirts", "Ķēniņš-Āboļš", "", date(1990, 1, 1), "010190-00005"),
        issuer=RecordIssuer(
            name=said("Amatas koledža", "Amata College", english=english),
            reg_no="90000000000",
            address=said("Skolas iela 1, Amata", "1 School Street, Amata", english=english),
            email="info@amata.invalid",
            website="https://amata.invalid",
        ),
        title=said("Datortīkli", "Computer Networks", english=english),
        programme=said("Datorzinātnes", "Computer Science", english=english),
        programme_code="DAT-B",
        basis=RecordBasis("L-2026/3", date(2026, 11, 20), said("Komisija", "Commission", english=english)),
        units=tuple(unit(place, english=english) for place in range(units)),
        credits=6000 * units,
        credit_unit=CreditUnit.ECTS,
        level=5,
        isced_f="0612",
        mark=said("8 (ļoti labi)", "8 (very good)", english=english),
        elements=elements,
        grounds=(RecordGround("g1", Said("apliecība", "certificate"), "CAD", "Kursu centrs", date(2020, 1, 1)),),
    )


def whole(one: CertificateRecord, **changes: Any) -> CertificateRecord:
    """A record with changes."""
    return replace(one, **changes)


_LETTERS = "AaĀāČĒēĢģĪķĻļŅņŠŪŽžЖяЇєß Łø'’\"<>&\\/{}-."
texts = some.text(_LETTERS, min_size=1, max_size=30).map(lambda text: text.strip() or "Ķ")
names = texts | some.just(LONG_NAME)


@some.composite
def records(draw: Any) -> CertificateRecord:
    """Any complete record: one unit or forty, Latvian alone or both languages, with credits of every unit."""
    english = draw(some.booleans())

    def text() -> Said:
        return Said(draw(texts), draw(texts) if english else "")

    credit_unit = draw(some.sampled_from(CreditUnit))
    many = draw(some.sampled_from((0, 1, 1, 2, 40)))
    shared = tuple(RecordOutcome(f"o{n}", text(), draw(some.sampled_from(OutcomeKind))) for n in range(2))
    units = tuple(
        RecordUnit(str(UUID(int=1000 + place)), f"D{place}", text() if place < 2 else Said("Kurss", "Course"),
                   6000, credit_unit, 40_500, Said(), shared if place < 2 else ())
        for place in range(many)
    )  # fmt: skip
    if not english:
        units = tuple(replace(one, title=Said(one.title.lv)) for one in units)
    level = draw(some.none() | some.integers(1, 8))
    said = replace(ELEMENTS, workload=None, workload_unit=None, level_applies=level is not None)
    elements = said if many and draw(some.booleans()) else None
    return replace(
        record(english=english, elements=elements),
        holder=RecordHolder(str(UUID(int=8)), draw(names), draw(names)),
        issuer=replace(record(english=english).issuer, name=text()),
        title=text(),
        units=units,
        credits=draw(some.integers(1, 240_000)),
        credit_unit=credit_unit,
        level=level,
        mark=draw(some.just(Said()) | some.just(Said("9 (teicami)", "9 (excellent)"))),
        grounds=(),
    )


def sealed(credential: bytes, *, issuer: str = "Eiropas zīmogs") -> bytes:
    """A credential as the European issuer gives it back: inside a seal, with the certificate in its head."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, issuer)])
    begin = datetime(2026, 1, 1, tzinfo=UTC)
    made = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
    made = made.serial_number(1).not_valid_before(begin).not_valid_after(begin.replace(year=2030))
    der = made.sign(key, hashes.SHA256()).public_bytes(Encoding.DER)
    header = {"alg": "ES256", "b64": False, "crit": ["b64"], "x5c": [base64.b64encode(der).decode()]}
    head = base64.urlsafe_b64encode(json.dumps(header).encode()).decode().rstrip("=")
    inside = json.dumps(json.loads(credential)["credential"], ensure_ascii=False)
    pair = utils.decode_dss_signature(key.sign(f"{head}.{inside}".encode(), ec.ECDSA(hashes.SHA256())))
    signature = base64.urlsafe_b64encode(b"".join(part.to_bytes(32, "big") for part in pair)).decode().rstrip("=")
    seal = {"payload": inside, "signatures": [{"protected": head, "signature": signature}]}
    return json.dumps(seal, ensure_ascii=False).encode()
