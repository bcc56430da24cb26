"""Digital twins in the office: made from the kept record, kept as papers, the same again, never of what is annulled."""

from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest

from commission_app.errors import RefusedError
from commission_app.exchange import elm_writer
from commission_app.exchange.credential import read_credential
from commission_app.i18n import ENGLISH, LATVIAN
from commission_app.models.case import RecognitionCase
from commission_app.models.certificate import Certificate, Paper
from commission_app.models.evidence import EvidenceItem
from commission_app.rules.twins import UNTICKED, Choices
from commission_app.rules.vocabulary.certificate import CertificateKind, PaperKind
from commission_app.rules.vocabulary.evidence import EvidenceKind, SignatureVerdict
from commission_app.services import (
    cases,
    certificate_records,
    certificates,
    checks,
    keys,
    microcredentials,
    papers,
    twin_seals,
    twin_texts,
    twins,
)
from commission_app.services import institution as institutions
from commission_app.services.evidence import NewFile
from commission_app.services.evidence_intake import Handed, described, lay_in
from commission_app.services.office import Office, Reading, Work
from tests import hearings, make
from tests.exchange.certificate_samples import sealed
from tests.hearings import House
from tests.services.test_microcredentials import WHOLE

ELM, BADGE, ELMO = PaperKind.CREDENTIAL_ELM, PaperKind.CREDENTIAL_BADGE, PaperKind.CREDENTIAL_ELMO
PASSPHRASE = "gara parole, ko neviens nezina"


def issued(house: House) -> int:
    """A statement of recognition that left in both languages."""
    case = hearings.registered(house)
    seen = hearings.version(house.office, case)
    return house.office.do(certificates.issue, case, seen, languages=(LATVIAN, ENGLISH))


def with_key(office: Office) -> None:
    office.do(keys.begin, keys.made(PASSPHRASE, PASSPHRASE))
    office.ask(keys.unlock, PASSPHRASE)


def with_website(work: Work) -> None:
    """The institution enters its address in the net after the certificate was issued."""
    institutions.name_on(work.session, work.today).website = "https://amata.invalid"


def half_forgotten(work: Work, key: int) -> None:
    """The first unit loses its English title and the English of an outcome, as if they had never been entered."""
    row = work.lock(Certificate, key)
    unit = work.get(RecognitionCase, row.case_id).edition.units[0]
    unit.title_en = unit.outcomes[0].text_en = ""
    row.record = ""


def against(office: Office, key: int) -> dict[PaperKind, list[str]]:
    return {line.kind: [why.reason for why in line.missing] for line in office.ask(twins.card, key).lines}


def test_each_twin_leaves_once_it_is_complete_and_is_the_same_again(house: House) -> None:
    office = house.office
    key = issued(house)
    assert against(office, key) == {ELM: [], BADGE: ["twins.no_key"], ELMO: ["twins.website"]}
    with pytest.raises(RefusedError) as why:
        office.do(twins.export, key, ELMO)
    assert why.value.reason == "twins.website"
    assert office.ask(kept_papers, key) == [], "nothing is half stored"
    office.do(with_website)
    with_key(office)
    other = make.case(office, house.facts.edition, serial=9).id
    make.move(office, other, cases.admit)
    for kind in (ELM, BADGE, ELMO):
        first = office.do(twins.export, key, kind)
        assert office.do(twins.export, key, kind) == first, "the same facts are the same paper"
        file = office.ask(twins.file_of, first)
        facts = read_credential(file.name, "", file.data)
        card = office.ask(certificates.card, key)
        assert (facts.holder, facts.issued_on) == (card.holder, card.issued_on)
        assert facts.title in (card.title_lv, card.title_en)
        guessed = described(NewFile(file.name, file.data), make.today(office))
        assert guessed.kind is EvidenceKind.DIGITAL_CREDENTIAL, "brought to another commission, it is recognised"
        assert guessed.title == facts.title
        laid = office.do(lay_in, Handed(other, NewFile(file.name, file.data)))
        assert office.ask(kind_of, laid.item_id) is EvidenceKind.DIGITAL_CREDENTIAL
    assert len(office.ask(kept_papers, key)) == 3
    assert office.ask(checks.findings) == ()


def kind_of(reading: Reading, item: int) -> EvidenceKind:
    return reading.get(EvidenceItem, item).kind


def kept_papers(reading: Reading, key: int) -> list[str]:
    uid = reading.get(Certificate, key).uid
    rows = reading.session.query(Paper).where(Paper.subject_uid == uid, Paper.kind != PaperKind.CERTIFICATE)
    return [row.name for row in rows]


def test_a_choice_makes_another_edition_and_a_locked_key_signs_nothing(paper_house: House) -> None:
    office = paper_house.office
    key = issued(paper_house)
    plain = office.do(twins.export, key, ELM)
    card = office.ask(twins.card, key)
    if card.has_birth:
        assert office.do(twins.export, key, ELM, Choices(with_birth=True)) != plain
    with_key(office)
    badge = office.do(twins.export, key, BADGE)
    (proof,) = read_credential("a.jwt", "", office.ask(twins.file_of, badge).data).proofs
    assert proof.verdict is SignatureVerdict.UNKNOWN_SIGNER
    office.ask(keys.lock)
    assert office.ask(twins.card, key).key_locked
    with pytest.raises(RefusedError) as why:
        office.do(twins.export, key, BADGE)
    assert why.value.reason == "key.locked"


def test_what_the_evidence_was_is_told_without_the_holders_secrets(paper_house: House) -> None:
    office = paper_house.office
    key = issued(paper_house)
    office.do(with_website)
    record = office.ask(certificate_records.record, key)
    assert record.grounds and all(unit.grounds for unit in record.units)
    data = office.ask(twins.file_of, office.do(twins.export, key, ELMO)).data.decode()
    (ground,) = record.grounds
    assert ground.title in data and ground.issuer in data
    code = office.ask(cases.card, office.ask(certificates.card, key).case_id).person.personal_code
    assert code not in data


def test_the_certificate_takes_its_twins_inside_on_demand_and_at_issue(paper_house: House) -> None:
    office = paper_house.office
    key = issued(paper_house)
    bare = office.ask(papers.certificate, key, LATVIAN)
    data = office.ask(twins.file_of, office.do(twins.attach, key, LATVIAN)).data
    number = papers.file_name(office.ask(certificates.card, key).number).removesuffix(".pdf")
    with pikepdf.open(BytesIO(data)) as pdf:
        assert list(pdf.attachments) == [f"{number}.elm.json"], "only what is complete is inside"
        inside = pdf.attachments[f"{number}.elm.json"].get_file().read_bytes()
    assert inside == office.ask(twins.file_of, office.do(twins.export, key, ELM)).data
    assert office.do(twins.attach, key, LATVIAN) == office.do(twins.attach, key, LATVIAN)
    assert office.ask(papers.certificate, key, LATVIAN) == bare, "the issued paper stays what it was"
    office.do(twins.set_at_issue, True)
    card = office.ask(certificates.card, key)
    office.do(certificates.annul, key, card.version, "kļūda")
    again = office.do(certificates.issue, card.case_id, hearings.version(office, card.case_id))
    with pikepdf.open(BytesIO(office.ask(papers.certificate, again, LATVIAN))) as pdf:
        assert len(pdf.attachments) == 1
    assert against(office, key)[ELM] == ["twins.annulled"]
    for act in (lambda: office.do(twins.export, key, ELM), lambda: office.do(twins.attach, key, LATVIAN)):
        with pytest.raises(RefusedError) as why:
            act()
        assert why.value.reason == "twins.annulled"
    assert office.ask(checks.findings) == ()


def test_the_sealed_credential_comes_back_only_where_it_says_the_same(paper_house: House) -> None:
    office = paper_house.office
    key = issued(paper_house)
    with pytest.raises(RefusedError) as why:
        office.do(twin_seals.take_back, key, "a.jsonld", b"{}")
    assert why.value.reason == "twins.not_left"
    plain = office.ask(twins.file_of, office.do(twins.export, key, ELM)).data
    data = sealed(plain)
    other = sealed(plain.replace("Datorzinātnes".encode(), b"Fizika"))
    broken = data.replace("Datorzinātnes".encode(), b"Fizika")
    for wrong, reason in ((plain, "not_sealed"), (broken, "seal_broken"), (other, "sealed_differs")):
        with pytest.raises(RefusedError) as why:
            office.do(twin_seals.take_back, key, "a.jsonld", wrong)
        assert why.value.reason == f"twins.{reason}"
    taken = office.do(twin_seals.take_back, key, "a.jsonld", data)
    assert taken.sealed_by == "Eiropas zīmogs"
    assert office.ask(twins.file_of, taken.paper_id).data == data
    assert office.ask(twins.file_of, office.do(twins.export, key, ELM)).data == plain, "ours is still the same paper"
    assert office.ask(checks.findings) == ()


def test_a_half_translated_certificate_names_the_unit_and_leaves_once_it_is_mended(paper_house: House) -> None:
    office = paper_house.office
    key = issued(paper_house)

    def forget(work: Work) -> None:
        row = work.lock(Certificate, key)
        record = certificate_records.record(work, key)
        first, *rest = record.units
        half = replace(first, title=replace(first.title, en=""))
        row.record = certificate_records.certificate_record.text(replace(record, units=(half, *rest)))

    office.do(forget)
    assert against(office, key)[ELM] == [], "the standard has the English title by now"
    record = office.ask(lambda reading: twins.completed(reading, reading.get(Certificate, key)))
    assert all(unit.title.en for unit in record.units)
    assert elm_writer.write(record, UNTICKED) == office.ask(twins.file_of, office.do(twins.export, key, ELM)).data


def test_missing_texts_are_supplied_to_an_edition_in_use_and_nothing_said_is_changed(paper_house: House) -> None:
    office = paper_house.office
    key = issued(paper_house)

    office.do(half_forgotten, key)
    assert against(office, key)[ELM] == ["twins.unit_title_en", "twins.outcome_text_en"]
    title, outcome = office.ask(twin_texts.missing_texts, key)
    assert (title.language, title.outcome, title.said) == ("en", "", "Kurss Nr. 1")
    office.do(twin_texts.supply, key, ((title, " Course  No. 1 "), (outcome, "")))
    assert against(office, key)[ELM] == ["twins.outcome_text_en"], "what was left empty is still missing"
    with pytest.raises(RefusedError) as why:
        office.do(twin_texts.supply, key, ((title, "Something else"),))
    assert why.value.reason == "twins.text_there"
    with pytest.raises(RefusedError) as why:
        office.do(twin_texts.supply, key, ((title, "x" * 501),))
    assert why.value.reason == "twins.text_too_long"
    office.do(twin_texts.supply, key, ((outcome, "designs a network"),))
    assert against(office, key)[ELM] == []
    assert office.ask(checks.findings) == ()


def test_a_microcredential_tells_its_mandatory_elements_in_its_twins(paper_house: House) -> None:
    office = paper_house.office
    case = hearings.registered(paper_house)
    profile = office.do(microcredentials.store, paper_house.facts.edition, WHOLE)
    seen = hearings.version(office, case)
    key = office.do(certificates.issue, case, seen, kind=CertificateKind.MICROCREDENTIAL, profile_id=profile)
    office.do(with_website)
    with_key(office)
    assert against(office, key) == {ELM: [], BADGE: [], ELMO: []}
    record = office.ask(certificate_records.record, key)
    for kind in (ELM, BADGE, ELMO):
        file = office.ask(twins.file_of, office.do(twins.export, key, kind))
        facts = read_credential(file.name, "", file.data)
        assert facts.title in (WHOLE.title.lv, WHOLE.title.en)
        assert len(facts.outcomes) == sum(len(unit.outcomes) for unit in record.units) > 0
        assert facts.credits.startswith("18 ") and facts.level
        assert ELMO is kind or facts.assessment
