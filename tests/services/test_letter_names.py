"""Names in letters: a Latvian letter goes to a name in the dative, and who acts for the applicant reads whose it is."""

from commission_app.i18n import ENGLISH, LATVIAN
from commission_app.rules.vocabulary.delivery import LetterKind
from commission_app.rules.vocabulary.person import RepresentativeKind
from commission_app.services import cases, letters, provisions, representatives
from commission_app.services.office import Office
from commission_app.services.representatives import RepresentativeForm
from commission_app.wording.letters import TEXTS, of_applicant, phrase_key
from tests import make


def test_only_the_application_of_another_is_not_the_readers_own() -> None:
    for kind, (lv, en) in TEXTS.items():
        assert "Jūsu {received} iesniegum" not in of_applicant(lv), kind
        assert "your application of {received}" not in of_applicant(en), kind
    lv, en = TEXTS[LetterKind.OTHER]
    assert of_applicant(lv).startswith("Par {whose} {received} iesniegumu")
    assert of_applicant(en).startswith("On the application of {applicant} of {received}")


def test_a_letter_goes_to_a_name_in_the_dative_and_speaks_of_the_applicant(office: Office) -> None:
    make.institution(office)
    case = make.case(office, make.standard(office), serial=1).id
    name = office.ask(cases.card, case).applicant
    assert name == "Žanete Šūpulīte"
    latvian, english = (office.ask(letters.proposal, case, LetterKind.OTHER, one) for one in (LATVIAN, ENGLISH))
    assert (latvian.recipient, english.recipient) == ("Žanetei Šūpulītei", name)
    assert latvian.text.startswith("Par Jūsu ")

    own = "{towhom}, par {whose} lietu", "{towhom}: {whose}"
    office.do(provisions.word, phrase_key(LetterKind.CLOSED), None, make.today(office), *own)
    latvian, english = (office.ask(letters.proposal, case, LetterKind.CLOSED, one) for one in (LATVIAN, ENGLISH))
    assert latvian.text == "Žanetei Šūpulītei, par Žanetes Šūpulītes lietu"
    assert english.text == f"{name}: {name}", "English has no endings"

    acting = RepresentativeForm(RepresentativeKind.POWER_OF_ATTORNEY, "Rīgas bāriņtiesa", document="Pilnvara Nr. 4")
    office.do(representatives.name, case, acting)
    latvian = office.ask(letters.proposal, case, LetterKind.OTHER, LATVIAN)
    assert latvian.recipient == "Rīgas bāriņtiesai" and latvian.text.startswith("Par Žanetes Šūpulītes 2026. gada")
