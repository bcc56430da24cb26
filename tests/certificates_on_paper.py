"""Certificates as paper: printed from a record with their signed code, scanned askew, and forged."""

import io
from dataclasses import replace
from functools import cache
from random import Random

from PIL import Image

from commission_app.documents import statement
from commission_app.documents.house_style import Letterhead, Pair, Signatures, Signer
from commission_app.documents.statement import CertifiedUnit, StatementFacts
from commission_app.exchange import key_file, payload
from commission_app.i18n import LATVIAN, Language
from commission_app.rules.certificate_record import CertificateRecord
from commission_app.rules.minutes_record import Said
from commission_app.rules.quantities import Credits
from commission_app.rules.vocabulary.key import KeyState, SignedFact
from commission_app.rules.vocabulary.key import SignedFact as F
from commission_app.services.keys import Known
from tests.records import DAY

PASSPHRASE = "zirgs upe maize logs"
HEAD = Letterhead(
    Pair("Vidzemes Tehnoloģiju koledža (paraugs)", "Vidzeme Technology College (sample)"),
    "90000000000",
    "Skolas iela 1, Valmiera, LV-4201",
    "tālr. 60000000",
    Pair("Valmierā", "Valmiera"),
)


@cache
def signer() -> tuple[Known, key_file.HeldKey]:
    """A key that is known and unlocked."""
    new = key_file.new(PASSPHRASE)
    known = Known(new.public.fingerprint, new.public.pem, HEAD.institution.lv, True, KeyState.IN_USE, DAY)
    return known, key_file.unlocked(new.private_pem, PASSPHRASE)


@cache
def code(record: CertificateRecord) -> bytes:
    """The signed code of a record."""
    return payload.sealed(record, signer()[1], DAY).text


def printed(record: CertificateRecord, language: Language = LATVIAN, *, says: CertificateRecord | None = None) -> bytes:
    """The statement of a record; one that `says` something else is forged: its code is that of the record."""
    said = says or record
    unit = said.credit_unit
    assert unit is not None
    facts = StatementFacts(
        letterhead=HEAD,
        number=said.number,
        issued_on=said.issued_on,
        holder=f"{said.holder.given} {said.holder.family}",
        programme=Pair(said.title.lv, said.title.en),
        programme_code=said.programme_code,
        level=Pair(f"LKI {said.level}. līmenis", f"LKI level {said.level}"),
        decision_number=said.basis.number,
        decision_date=said.basis.day,
        commission=Pair(said.basis.commission.lv, said.basis.commission.en),
        legal_basis="",
        units=tuple(
            CertifiedUnit(
                one.code,
                Pair(one.title.lv, one.title.en),
                Credits.from_thousandths(one.credits or 0, unit),
                Pair(one.mark.lv, one.mark.en) if one.mark else "",
            )
            for one in said.units
        ),
        total=Credits.from_thousandths(said.credits or 0, unit),
        signatures=Signatures((Signer("Direktore", "Šūpulīte Ziediņa"),)),
        holder_born=said.holder.born,
        code=code(record),
    )
    return statement.render(facts, language)


def scanned(pdf: bytes, serial: int, *, dpi: int = 150, quality: int = 60, askew: float = 5) -> bytes:
    """The pages as an office scans them: turned a little, and kept as JPEG (several pages as TIFF)."""
    import pypdfium2  # type: ignore[import-untyped]

    chance = Random(serial)
    pages = []
    document = pypdfium2.PdfDocument(pdf)
    for page in document:
        picture = page.render(scale=dpi / 72, grayscale=True).to_pil().convert("L")
        turned = picture.rotate(chance.uniform(-askew, askew), resample=Image.Resampling.BICUBIC, fillcolor=255)
        file = io.BytesIO()
        turned.save(file, "JPEG", quality=quality)
        pages.append(Image.open(file))
    if len(pages) == 1:
        return file.getvalue()
    whole = io.BytesIO()
    pages[0].save(whole, "TIFF", save_all=True, append_images=pages[1:])
    return whole.getvalue()


def with_name(record: CertificateRecord, family: str) -> CertificateRecord:
    """The record made out to another."""
    return replace(record, holder=replace(record.holder, family=family))


def forged(record: CertificateRecord, chance: Random) -> tuple[CertificateRecord, SignedFact, str]:
    """The record with one figure or letter changed, which fact that is, and of which unit."""
    at = chance.randrange(len(record.units))
    unit = record.units[at]

    def with_unit(**changed: object) -> CertificateRecord:
        other = replace(unit, **changed)  # type: ignore[arg-type]
        return replace(record, units=(*record.units[:at], other, *record.units[at + 1 :]))

    match chance.randrange(6):
        case 0:
            letters = record.holder.family
            return (
                with_name(record, letters.replace(*chance.choice((("Ķ", "K"), ("š", "s"), ("o", "e"))))),
                F.HOLDER,
                "",
            )
        case 1:
            return replace(record, number=_other_figure(record.number, chance)), F.NUMBER, ""
        case 2:
            day = record.issued_on.day
            return (
                replace(record, issued_on=record.issued_on.replace(day=_other(day % 10, chance) + 10)),
                F.ISSUED_ON,
                "",
            )
        case 3:
            mark = str(_other(int(unit.mark.lv) % 10, chance))
            return with_unit(mark=Said(mark, mark)), F.UNIT_MARK, unit.code
        case 4:
            credits = _other((unit.credits or 0) // 1000, chance) * 1000 + (unit.credits or 0) % 1000
            return with_unit(credits=credits), F.UNIT_CREDITS, unit.code
        case _:
            born = record.holder.born
            assert born is not None
            other_born = born.replace(year=1990 + _other(born.year % 10, chance))
            return replace(record, holder=replace(record.holder, born=other_born)), F.BORN, ""


def _other(figure: int, chance: Random) -> int:
    return chance.choice([one for one in range(1, 10) if one != figure])


def _other_figure(number: str, chance: Random) -> str:
    return number[:-1] + str(_other(int(number[-1]), chance))
