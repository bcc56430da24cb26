"""A statement of recognition, and the data for a pre-printed certificate."""

from datetime import date

from commission_app.documents.certificate import CertifiedUnit, FormSheetFacts, StatementFacts
from commission_app.documents.house_style import Pair, Signatures, Signer
from commission_app.rules.vocabulary.certificate import CertificateKind
from tests.documents.sample_decision import decision
from tests.documents.sample_house import (
    APPLICANT,
    COMMISSION,
    DAY,
    LEGAL_BASIS,
    LEVEL,
    PROGRAMME,
    ects,
    letterhead,
    signatures,
)


def statement(units: int = 3) -> StatementFacts:
    """A statement of recognition."""
    decided = decision(units).units
    certified = tuple(CertifiedUnit(unit.code, unit.title, unit.claimed) for unit in decided)
    return StatementFacts(
        letterhead=letterhead(),
        number="I-2026/012",
        issued_on=date(2026, 11, 27),
        holder=APPLICANT,
        programme=PROGRAMME,
        programme_code="41 484",
        level=LEVEL,
        decision_number="L-2026/045",
        decision_date=DAY,
        commission=COMMISSION,
        legal_basis=LEGAL_BASIS[0],
        units=certified,
        total=ects(str(6 * units)),
        signatures=Signatures((Signer(Pair("Direktore", "Director"), "Łucja Świętek"), *signatures().signers)),
    )


def form_sheet() -> FormSheetFacts:
    """The data for a pre-printed certificate of qualification."""
    return FormSheetFacts(
        letterhead=letterhead(),
        kind=CertificateKind.QUALIFICATION,
        number="K-2026/007",
        issued_on=date(2026, 11, 27),
        form_series="PKA",
        form_number="004217",
        holder=APPLICANT,
        identity="010190-00006",
        qualification=Pair("Programmēšanas tehniķis", "Programming technician"),
        code="33 484 01",
        level=Pair(
            "LKI 4.\u00a0līmenis, 4.\u00a0profesionālās kvalifikācijas līmenis",
            "LQF level 4, professional qualification level 4",
        ),
        basis=Pair(
            "ārpus formālās izglītības sistēmas apgūtās profesionālās kompetences novērtēšana",
            "assessment of professional competence acquired outside the formal education system",
        ),
        exam_date=DAY,
        mark=8,
        protocol_number="E-2026/003",
        protocol_date=DAY,
        chair=Signer(Pair("Komisijas priekšsēdētāja", "Chair of the commission"), "Aija Šūpulīte"),
        head=Signer(Pair("Direktore", "Director"), "Łucja Świętek"),
        outcomes=(
            Pair("Izstrādā programmatūru atbilstoši prasību specifikācijai", "Develops software to its specification"),
            Pair("Testē programmatūru un novērš kļūdas", "Tests software and removes defects"),
        ),
    )
