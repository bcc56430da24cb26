"""Microcredentials: written once, issued only whole, measured; what may be told of a certificate by its number."""

import json
from dataclasses import replace

import pypdfium2  # type: ignore[import-untyped]
import pytest

from commission_app.errors import ConflictError, RefusedError
from commission_app.i18n import ENGLISH, LANGUAGES, LATVIAN
from commission_app.rules.conformity import ConformitySheet, Judged, Kept, PrinciplesSheet
from commission_app.rules.microcredential import Profile
from commission_app.rules.minutes_record import Said
from commission_app.rules.vocabulary.case import Procedure
from commission_app.rules.vocabulary.certificate import CertificateKind, CertificateState
from commission_app.rules.vocabulary.decision import RefusalGround
from commission_app.rules.vocabulary.microcredential import (
    Conformity,
    Criterion,
    Participation,
    Principle,
    PrincipleAnswer,
    ProgrammeKind,
    QualityKind,
)
from commission_app.rules.vocabulary.provision import ProvisionKey
from commission_app.rules.vocabulary.register import Book
from commission_app.services import (
    certificate_records,
    certificate_status,
    certificates,
    checks,
    decisions,
    exams,
    microcredentials,
    papers,
    programme_papers,
    programme_reviews,
    provisions,
    register_cards,
    searching,
)
from commission_app.services.office import Office
from tests import hearings, make
from tests.hearings import House

WHOLE = Profile(
    title=Said("Datortīklu pamati", "Foundations of Networks"),
    participation=Participation.WORK,
    quality=QualityKind.PROGRAMME,
)


def text_of(data: bytes) -> str:
    paper = pypdfium2.PdfDocument(data)
    try:
        return " ".join("\n".join(page.get_textpage().get_text_range() for page in paper).split())
    finally:
        paper.close()


def test_a_microcredential_leaves_whole_or_not_at_all_and_is_told_by_its_number(house: House) -> None:
    office = house.office
    case = hearings.registered(house)
    edition = house.facts.edition
    asked = office.ask(certificates.to_issue, case)
    offer = next(one for one in asked.kinds if one.kind is CertificateKind.MICROCREDENTIAL)
    assert offer.against[0].reason == "certificate.profile_missing"
    key = office.do(microcredentials.store, edition, replace(WHOLE, quality=None))
    (lack,) = office.ask(microcredentials.of_edition, edition).rows[0].lacks
    assert (lack.reason, lack.field) == ("microcredential.no_quality", "quality")

    def issue() -> int:
        seen = hearings.version(office, case)
        return office.do(certificates.issue, case, seen, kind=CertificateKind.MICROCREDENTIAL, profile_id=key)

    with pytest.raises(RefusedError) as why:
        issue()
    assert why.value.reason == "microcredential.no_quality"
    assert office.ask(certificates.of_case, case) is None
    office.do(microcredentials.store, edition, WHOLE, key, 1)
    with pytest.raises(ConflictError):
        office.do(microcredentials.store, edition, WHOLE, key, 1)
    issued = issue()
    record = office.ask(certificate_records.record, issued)
    assert (record.title, record.kind) == (WHOLE.title, CertificateKind.MICROCREDENTIAL)
    assert record.credits == 18_000
    assert office.ask(searching.find, "mikrokvalifikācija"), "found by the older word too"
    says_everything_in_both(office, issued)
    year = make.today(office).year
    (line,) = office.ask(register_cards.entries, Book.CERTIFICATES, year, LATVIAN).rows
    assert any(cell.startswith(f"{WHOLE.title.lv}; Datorzinātnes, ") for cell in line.cells), line.cells
    is_told_by_its_number(office, issued)
    assert office.ask(checks.findings) == ()


def says_everything_in_both(office: Office, issued: int) -> None:
    """One paper in both languages, with its annex."""
    data = office.ask(papers.certificate, issued, ENGLISH)
    assert data == office.ask(papers.certificate, issued, LATVIAN), "one paper in both languages"
    said = text_of(data)
    for words in ("MIKROAPLIECINĀJUMS", "MICROCREDENTIAL", "Foundations of Networks", "akreditēta programma"):
        assert words in said
    assert "designs a network, part 2" in said and "projektē tīklu, 2. daļa" in said


def is_told_by_its_number(office: Office, issued: int) -> None:
    """Whether it holds, before and after it is annulled; the public list names nobody."""
    card = office.ask(certificates.card, issued)
    assert office.ask(certificates.status, card.number).state is CertificateState.ISSUED
    assert office.ask(certificates.status, "A-1900/1").state is None
    office.do(certificates.annul, issued, card.version, "kļūda nosaukumā")
    told = office.ask(certificates.status, card.number)
    assert (told.state, told.day) == (CertificateState.ANNULLED, make.today(office))
    (line,) = json.loads(office.ask(certificate_status.exported))["certificates"]
    assert (line["number"], line["state"]) == (card.number, "annulled")
    assert "ANULĒTS" in text_of(office.ask(papers.certificate, issued, LATVIAN))
    listed = text_of(office.ask(certificate_status.paper, LATVIAN))
    assert card.number in listed and card.holder.split()[-1] not in listed


def test_a_profile_is_of_its_edition_and_is_no_longer_issued_once_retired(paper_house: House) -> None:
    office, edition = paper_house.office, paper_house.facts.edition
    choices = office.ask(microcredentials.of_edition, edition).units
    with pytest.raises(RefusedError) as why:
        office.do(microcredentials.store, edition, replace(WHOLE, countries=("Latvija",)))
    assert why.value.refusal.field == "countries"
    with pytest.raises(RefusedError) as why:
        office.do(microcredentials.store, paper_house.facts.exam_edition, replace(WHOLE, units=(choices[0].uid,)))
    assert why.value.reason == "microcredential.unit_unknown"
    with pytest.raises(RefusedError) as why:
        office.do(microcredentials.store, edition, replace(WHOLE, workload=5000))
    assert why.value.refusal.field == "workload_unit"
    one = office.do(microcredentials.store, edition, replace(WHOLE, units=(choices[0].uid,)))
    (case,) = hearings.decided(paper_house, paper_house.facts.one_not_met).cases
    early = office.ask(certificates.to_issue, case).kinds
    assert {row.against[0].reason for row in early} == {"case.first"}
    draft = office.ask(decisions.of_case, case)
    assert draft is not None
    office.do(decisions.edit_draft, draft.id, draft.version, "Nav pierādījumu.", RefusalGround.NO_EVIDENCE)
    hearings.register(office, case)
    offer = next(
        row for row in office.ask(certificates.to_issue, case).kinds if row.kind is CertificateKind.MICROCREDENTIAL
    )
    assert offer.profiles[0].lacks[0].reason == "certificate.profile_not_covered", "its first unit was not recognised"
    office.do(microcredentials.retire, one, 1)
    with pytest.raises(RefusedError) as why:
        office.do(microcredentials.store, edition, WHOLE, one, 2)
    assert why.value.reason == "microcredential.already_retired"
    seen = hearings.version(office, case)
    with pytest.raises(RefusedError) as why:
        office.do(certificates.issue, case, seen, kind=CertificateKind.MICROCREDENTIAL, profile_id=one)
    assert why.value.reason == "certificate.profile_retired"
    with pytest.raises(RefusedError) as why:
        office.do(certificates.issue, case, seen, kind=CertificateKind.MODULE)
    assert why.value.reason == "certificate.kind_not_lawful"
    free = office.do(certificates.issue, case, seen, kind=CertificateKind.NON_FORMAL)
    assert "par neformālo izglītību" in text_of(office.ask(papers.certificate, free, LATVIAN))
    annex = text_of(office.ask(papers.certificate_annex, free, LATVIAN))
    assert "PIELIKUMS / ANNEX" in annex and "designs a network, part 1" in annex


def test_a_programme_is_judged_measured_and_printed(paper_house: House) -> None:
    office, edition = paper_house.office, paper_house.facts.edition
    first = office.ask(programme_reviews.of_edition, edition)
    rows = {row.criterion: row for row in first.meter.rows}
    assert rows[Criterion.SAYS_CREDITS].step is Conformity.FULL and rows[Criterion.LABOUR_MARKET].step is None
    sheet = ConformitySheet(ProgrammeKind.COURSES, (Judged(Criterion.STACKABLE, Conformity.NOT, Said("nē", "no")),))
    office.do(programme_reviews.judge, edition, sheet, None)
    held = office.ask(programme_reviews.of_edition, edition)
    rows = {row.criterion: row for row in held.meter.rows}
    assert rows[Criterion.LABOUR_MARKET].step is Conformity.PARTLY, "as for its kind"
    assert rows[Criterion.STACKABLE].judged and held.meter.points < held.meter.most
    own = replace(sheet, cells=(Judged(Criterion.LABOUR_MARKET, Conformity.FULL, Said("ir", "it is")),))
    office.do(programme_reviews.judge_kind, own, None)
    office.do(programme_reviews.judge_kind, replace(own, cells=(*own.cells, Judged(Criterion.QUALITY))), 1)
    with pytest.raises(ConflictError):
        office.do(programme_reviews.judge_kind, own, 1)
    rows = {row.criterion: row for row in office.ask(programme_reviews.of_edition, edition).meter.rows}
    assert rows[Criterion.LABOUR_MARKET].step is Conformity.FULL
    kept = PrinciplesSheet((Kept(Principle.QUALITY, PrincipleAnswer.YES, Said("Akreditēta", "Accredited")),))
    office.do(programme_reviews.answer, edition, kept, None)
    assert office.ask(programme_reviews.principles, edition).sheet == kept
    case = hearings.registered(paper_house)
    issued = office.do(certificates.issue, case, hearings.version(office, case))
    for language, words in zip(LANGUAGES, (("ievērots", "atbilst pilnībā"), ("kept", "conforms fully")), strict=True):
        assert words[0] in text_of(office.ask(programme_papers.principles, edition, language))
        assert words[1] in text_of(office.ask(programme_papers.programme, edition, language))
        assert words[1] in text_of(office.ask(programme_papers.issue, issued, language))
        assert office.ask(programme_papers.matrix, language)
    assert office.ask(checks.findings) == ()


def test_the_small_documents_of_the_state_are_chosen_at_issue(paper_house: House) -> None:
    office = paper_house.office
    key, (first, second) = hearings.exam(paper_house)
    hearings.record(office, key, {first: (30, 45), second: (10, 10)})
    office.do(exams.close_exam, key)
    case = paper_house.facts.examinees[0]
    kinds = [one.kind for one in office.ask(certificates.to_issue, case).kinds]
    assert kinds[0] is CertificateKind.QUALIFICATION and CertificateKind.TRANSCRIPT in kinds
    assert CertificateKind.MICROCREDENTIAL not in kinds, "not in vocational education until the institution says so"
    setting = ProvisionKey.MICROCREDENTIALS.value
    office.do(provisions.settle, setting, Procedure.VOCATIONAL, make.LONG_AGO, True)
    assert CertificateKind.MICROCREDENTIAL in [one.kind for one in office.ask(certificates.to_issue, case).kinds]
    seen = hearings.version(office, case)
    with pytest.raises(RefusedError) as why:
        office.do(certificates.issue, case, seen, kind=CertificateKind.TRANSCRIPT)
    assert why.value.refusal.field == "form_series", "it is written on a state form"
    transcript = CertificateKind.TRANSCRIPT
    issued = office.do(certificates.issue, case, seen, form_series="SI", form_number="000017", kind=transcript)
    said = text_of(office.ask(papers.certificate, issued, LATVIAN))
    assert "sekmju izziņ" in said and "000017" in said
