"""A receipt as the counter gives it."""

from datetime import date

from commission_app.documents.house_style import Pair, Signatures, Signer
from commission_app.documents.receipt import ReceiptFacts, ReceivedItem
from tests.documents.sample_house import APPLICANT, PROGRAMME, letterhead


def receipt() -> ReceiptFacts:
    """A receipt for five documents, three compared with the original."""
    titles = (
        ("CV (Europass)", Pair("CV", "CV"), 3, None),
        ("Darba līgums ar SIA „Tīkls un ķēde”", Pair("Darba līgums", "Employment contract"), 6, "Jānis Žņaugs"),
        ("Amata apraksts", Pair("Amata apraksts", "Job description"), 2, "Jānis Žņaugs"),
        ("Apliecība par kursu „Datubāzes”, 160 stundas", Pair("Apliecība", "Certificate"), 1, "Jānis Žņaugs"),
        ("Pašvērtējums", Pair("Pašvērtējums", "Self-assessment"), 4, None),
    )
    return ReceiptFacts(
        letterhead=letterhead(),
        case_number="2026/031",
        application_number="A-2026/017",
        received_on=date(2026, 9, 1),
        applicant=APPLICANT,
        procedure=Pair(
            "Ārpus formālās izglītības apgūto kompetenču atzīšana",
            "Recognition of competences acquired outside formal education",
        ),
        programme=PROGRAMME,
        decision_due=date(2027, 1, 1),
        items=tuple(
            ReceivedItem(title, kind, pages, by, date(2026, 9, 1) if by else None) for title, kind, pages, by in titles
        ),
        signatures=Signatures((Signer(Pair("Komisijas sekretārs", "Secretary of the commission"), "Jānis Žņaugs"),)),
    )
