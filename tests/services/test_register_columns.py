"""The eight books: the columns that are asked for, each filled from the record, personal codes in one book alone."""

from collections.abc import Sequence
from datetime import date, timedelta
from io import BytesIO
from typing import Any

import openpyxl  # type: ignore[import-untyped]
import pytest

from commission_app.i18n import LATVIAN
from commission_app.models.delivery import Delivery, Letter
from commission_app.models.evidence import EvidenceFile, EvidenceItem
from commission_app.models.term import TermChange
from commission_app.rules.vocabulary.deadline import TermChangeKind
from commission_app.rules.vocabulary.delivery import DeliveryChannel, LetterKind
from commission_app.rules.vocabulary.evidence import EvidenceKind
from commission_app.rules.vocabulary.fee import PaymentKind
from commission_app.rules.vocabulary.register import Book
from commission_app.services import (
    book_files,
    certificates,
    consultations,
    decisions,
    exams,
    fees,
    register_books,
)
from commission_app.services.consultations import ConsultationForm
from commission_app.services.fees import PaymentForm
from commission_app.services.office import Work
from commission_app.services.plain_shelf import PLAIN
from tests import hearings, make
from tests.documents.reading import words as text_of
from tests.hearings import House
from tests.services.test_appeals import received

HEADINGS = {
    Book.APPLICATIONS: (
        "Nr. p. k. · Reģistrācijas Nr. · Reģistrācijas datums · Lietvedības (DVS) Nr., datums · Saņemšanas veids "
        "· Pretendents · Pārstāvis · Statuss (studējošais / nestudē) · Procedūra · Programma vai kvalifikācija, "
        "kods, LKI · Pielikumi, lapas · Maksa, EUR · Samaksāts (datums, dokuments, maksātājs) · Trūkumi "
        "pieprasīti / novērsti · Termiņš · Pagarināts līdz · Lēmuma vai protokola Nr., datums · Iznākums · "
        "Kavējums, dienas · Lietas indekss · Piezīmes"
    ),
    Book.DECISIONS: (
        "Nr. p. k. · Lēmuma Nr. · Lēmuma datums · Protokola Nr., datums, jautājums · Komisija, rīkojuma Nr., "
        "datums · Lietas Nr. · Iesnieguma Nr., datums · Pretendents · Programma, kods, LKI · Tematiskā joma · "
        "Procedūra · Pieteiktie kursi / moduļi · Atzītie kursi / moduļi · Pieteikti kredītpunkti · Atzīti "
        "kredītpunkti · Mērvienība · Lēmuma veids · Atteikuma pamats · Balsojums (par / pret / atturas / "
        "nepiedalās) · Pārbaudījums (datums, vērtējums) · Parakstīts (datums, veids) · Nosūtīts (datums, veids, "
        "sūtījuma Nr.) · Paziņots · Apstrīdams līdz · Apstrīdēts (datums, iznākums) · Labots / grozīts / atcelts "
        "ar ierakstu · Kavējums, dienas · Lietas indekss, lapas · Piezīmes · Ieraksta kontrolsumma"
    ),
    Book.CERTIFICATES: (
        "Nr. p. k. · Reģistrācijas Nr. · Dokumenta veids · Veidlapas sērija, Nr. · Vārds, uzvārds (izdošanas "
        "dienā) · Personas kods vai dzimšanas datums · Kvalifikācija / daļa / modulis, kods, LKI, PKL · Eksāmena "
        "protokola vai lēmuma Nr., datums · Vērtējums · Izdošanas datums · Izsniegšanas datums · Saņēmēja "
        "paraksts / pilnvara / sūtījuma Nr. · Dublikāts (par Nr., iemesls, sludinājums) · Anulēts (datums, "
        "pamats) · Ievadīts VIIS (datums, kas) · Piezīmes"
    ),
    Book.BLANKS: (
        "Datums · Pamats (pavadzīme, akts) · Veids · Sērija · Nr. no · Nr. līdz · Saņemts · Izlietots · Sabojāts "
        "· Iznīcināts (akta Nr.) · Atlikums · Atbildīgā persona, paraksts · Piezīmes"
    ),
    Book.EXAMS: (
        "Nr. p. k. · Protokola Nr. · Datums · Kvalifikācija, kods, LKI · Deleģējums (Nr., derīgs līdz) · "
        "Komisija, rīkojums · Pieteikti · Kārtoja · Nokārtoja · Nenokārtoja · Neieradās · Izraidīti · Apelācijas "
        "· Apliecību Nr. no–līdz · Piezīmes"
    ),
    Book.APPEALS: (
        "Nr. p. k. · Saņemts (datums, veids) · Iesniedzējs · Apstrīdētais lēmums · Termiņš ievērots · Lieta "
        "nodota (kam, datums, lapas) · Izskatītājs · Iznākums, datums · Jaunais lēmums · Ietekme uz apliecību · "
        "Pārsūdzēts tiesā · Piezīmes"
    ),
    Book.PAYMENTS: (
        "Nr. p. k. · Lietas Nr. · Pretendents · Maksātājs (reģ. Nr.) · Pakalpojums, cenrāža rinda · Grupas "
        "lielums · Aprēķināts, EUR · Rēķina Nr., datums · Samaksāts, EUR, datums · Starpība (piemaksa / atmaksa) "
        "· Atbrīvojums, pamats · Piezīmes"
    ),
    Book.CONSULTATIONS: (
        "Nr. p. k. · Datums, sākums, beigas · Minūtes · Pretendents · Konsultants · Temats · Bezmaksas / maksas ·"
        " Lietas Nr. · Paraksts"
    ),
}


@pytest.mark.parametrize("book", list(HEADINGS))
def test_a_book_has_the_columns_that_auditors_cite(book: Book) -> None:
    columns = PLAIN[book].columns if book in PLAIN else register_books.columns(book)
    assert " · ".join(LATVIAN.say_of("register", column.heading) for column in columns) == HEADINGS[book]


def table(house: House, book: Book) -> dict[str, Any]:
    """The first entry of a book's workbook, by the headings; the line of column numbers is proved on the way."""
    year = make.today(house.office).year
    data = house.office.ask(book_files.workbook, book, year, LATVIAN)
    heads, numbers, *rows = openpyxl.load_workbook(BytesIO(data)).worksheets[0].iter_rows(values_only=True)
    assert list(numbers) == list(range(1, len(heads) + 1))
    return dict(zip(heads, rows[0], strict=True))


def lived(house: House) -> int:
    """A case with annexes, a shortcoming, a longer term, money, a decision that was sent and contested."""
    office, case, day = house.office, house.facts.met, make.today(house.office)
    office.do(fees.pay, case, None, PaymentForm(PaymentKind.PAYMENT, 5000, day, "SIA Amata", "MU-1"))
    office.do(annex, case, day)
    hearings.registered(house, case)
    office.do(consultations.record, case, ConsultationForm(day, 45, "Līga Bērziņa", began_at="10.30", topic="Prasmes"))
    card = office.ask(decisions.of_case, case)
    assert card is not None
    office.do(send, case, card.uid, day)
    received(house, case)
    return case


def annex(work: Work, case: int, day: date) -> None:
    item = EvidenceItem(case_id=case, position=9, kind=EvidenceKind.CERTIFICATE, title="Apliecība")
    work.add(item)
    work.session.flush()
    blob = work.blobs.put(work.session, b"pielikums")
    work.add(
        EvidenceFile(item_id=item.id, blob_id=blob.id, name="a.pdf", media_type="application/pdf", pages=3),
        Letter(case_id=case, kind=LetterKind.MORE_INFORMATION, written_on=day, answered_on=day),
        TermChange(
            case_id=case, kind=TermChangeKind.EXTENSION, from_day=day, until_day=day + timedelta(30), reason="x"
        ),
    )


def send(work: Work, case: int, uid: Any, day: date) -> None:
    work.add(
        Delivery(
            case_id=case,
            subject_uid=uid,
            channel=DeliveryChannel.REGISTERED_POST,
            recipient="Žņaugs",
            sent_on=day,
            notified_on=day,
            item_number="RR1LV",
        )
    )


def filled(found: dict[str, Any], *but: str) -> None:
    empty = [name for name, value in found.items() if value in (None, "")]
    assert sorted(empty) == sorted(but)


def test_every_column_is_filled_from_the_record(paper_house: House) -> None:
    house, office = paper_house, paper_house.office
    day = LATVIAN.date(make.today(office))
    case = lived(house)
    office.do(certificates.issue, case, hearings.version(office, case))
    found = table(house, Book.APPLICATIONS)
    assert found["Pielikumi, lapas"].endswith(", 3 lappuses")
    assert found["Trūkumi pieprasīti / novērsti"] == f"{day} / {day}"
    assert found["Samaksāts (datums, dokuments, maksātājs)"] == f"{day}, MU-1, SIA Amata"
    assert isinstance(found["Reģistrācijas datums"], date) and found["Iznākums"] == "atzīt"
    filled(found, *_unused(found, "Lietvedības (DVS) Nr., datums", "Pārstāvis", "Maksa, EUR", "Lietas indekss"))
    found = table(house, Book.DECISIONS)
    assert found["Nosūtīts (datums, veids, sūtījuma Nr.)"].endswith("RR1LV") and found["Apstrīdēts (datums, iznākums)"]
    assert isinstance(found["Apstrīdams līdz"], date) and found["Atzīti kredītpunkti"] == 18
    found = table(house, Book.CERTIFICATES)
    assert found["Personas kods vai dzimšanas datums"] and found["Izdošanas datums"]
    filled(table(house, Book.CONSULTATIONS), "Paraksts")
    assert table(house, Book.PAYMENTS)["Samaksāts, EUR, datums"] == f"{LATVIAN.money(5000)}, {day}"
    assert table(house, Book.APPEALS)["Saņemts (datums, veids)"].startswith("AP-")
    codes_stand_in_one_book_alone(house)


def _unused(found: dict[str, Any], *names: str) -> Sequence[str]:
    """What nobody entered for this case, besides what is empty of its nature."""
    return [*names, "Kavējums, dienas", "Piezīmes"]


def codes_stand_in_one_book_alone(house: House) -> None:
    year, code = make.today(house.office).year, make.code(1)
    shown = set()
    for book in (*HEADINGS, Book.MINUTES, Book.LETTERS):
        said = text_of(house.office.ask(book_files.printed_book, book, year, LATVIAN))
        if any(make.code(serial) in said.replace(" ", "") for serial in range(9)):
            shown.add(book)
    assert shown == {Book.CERTIFICATES}, code


def test_the_book_of_exams_counts_appeals_and_names_its_certificates(paper_house: House) -> None:
    house, office = paper_house, paper_house.office
    key, (first, second) = hearings.exam(house)
    hearings.record(office, key, {first: (35, 50), second: (10, 10)})
    office.do(exams.close_exam, key)
    found = table(house, Book.EXAMS)
    counted = [found[name] for name in ("Pieteikti", "Kārtoja", "Nokārtoja", "Nenokārtoja", "Apelācijas")]
    assert counted == [2, 2, 1, 1, 0]
