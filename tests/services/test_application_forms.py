"""The form for applicants without the program goes out and comes back; what was touched is named by its place."""

from collections.abc import Mapping
from io import BytesIO

import openpyxl  # type: ignore[import-untyped]
import pytest

from commission_app.errors import RefusedError
from commission_app.i18n import ENGLISH, LATVIAN, Language
from commission_app.rules.vocabulary.case import Channel, ExperienceKind, Motive, Procedure
from commission_app.rules.vocabulary.evidence import SelfAssessmentLevel
from commission_app.services import application_forms, case_list, cases, experience, self_assessment
from commission_app.services.office import Office
from commission_app.wording.sentences import sentence
from commission_app.wording.words import word
from tests import make

FILE = "iesniegums.xlsx"


@pytest.fixture
def desk(office: Office) -> tuple[Office, int]:
    """An office with one approved programme."""
    make.institution(office)
    return office, make.standard(office)


def filled(office: Office, edition: int, language: Language, cells: Mapping[str, object]) -> bytes:
    """The form as an applicant fills it in; cells by "sheet!place"."""
    _, data = office.ask(application_forms.blank, edition, language)
    book = openpyxl.load_workbook(BytesIO(data))
    given = {
        "0!A2": "Aija",
        "0!B2": "Ķēniņa",
        "0!C2": make.code(7),
        "0!F2": "aija@example.invalid",
        "0!I2": word(language, Motive.OWN_WISH),
        "0!J2": word(language, Channel.EMAIL),
        "1!A2": word(language, ExperienceKind.WORK),
        "1!B2": "SIA „Ķekava”",
        "1!D2": "01.03.2015.",
        "2!D2": word(language, SelfAssessmentLevel.YES),
        "2!E2": "Darbā.",
        **cells,
    }
    for place, value in given.items():
        sheet, _, cell = place.partition("!")
        book.worksheets[int(sheet)][cell] = value
    out = BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize("language", [LATVIAN, ENGLISH], ids=["lv", "en"])
def test_a_filled_form_becomes_an_application_with_rows_and_self_assessment(
    language: Language, desk: tuple[Office, int]
) -> None:
    office, edition = desk
    data = filled(office, edition, language, {})
    seen = office.ask(application_forms.foresee, data, FILE)
    assert (seen.name, seen.rows, seen.outcomes, seen.refused) == ("Aija Ķēniņa", 1, 1, ())
    day = make.today(office)
    case = office.do(application_forms.take_in, data, FILE, Procedure.HIGHER_EDUCATION, day)
    card = office.ask(cases.card, case.id)
    assert (card.applicant, card.motive_kind, card.answer_channel) == ("Aija Ķēniņa", Motive.OWN_WISH, Channel.EMAIL)
    (row,) = office.ask(experience.of_case, case.id).rows
    assert row.form.organisation == "SIA „Ķekava”"
    first = office.ask(self_assessment.sheet, case.id).units[0].rows[0]
    assert (first.level, first.said) == (SelfAssessmentLevel.YES, "Darbā.")


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({"0!B2": None}, "Uzvārds"),
        ({"0!C2": "010190-00000"}, FILE),
        ({"0!D2": "31.12.2999."}, "Dzimšanas datums"),
        ({"0!I2": "tāpat vien"}, "tāpat vien"),
        ({"1!A2": "spēle"}, "spēle"),
        ({"1!D2": "05.05.2020.", "1!E2": "01.01.2020."}, "05.05.2020."),
        ({"2!C2": "cits teksts"}, "teksts ir mainīts"),
        ({"2!B2": "X.9"}, "X.9"),
        ({"2!D2": "varbūt"}, "varbūt"),
        ({"2!D2": "=1+1"}, "D2"),
    ],
    ids=["surname", "code", "future", "motive", "kind", "period", "tampered", "outcome", "level", "formula"],
)
def test_what_is_wrong_is_named_and_nothing_is_stored(
    cells: Mapping[str, object], said: str, desk: tuple[Office, int]
) -> None:
    office, edition = desk
    data = filled(office, edition, LATVIAN, cells)
    refused = office.ask(application_forms.foresee, data, FILE).refused
    assert any(said in sentence(LATVIAN, finding.refusal) for finding in refused), refused
    with pytest.raises(RefusedError):
        office.do(application_forms.take_in, data, FILE, Procedure.HIGHER_EDUCATION, make.today(office))
    assert office.ask(case_list.count) == 0


def test_a_form_of_another_edition_is_not_taken(desk: tuple[Office, int]) -> None:
    office, edition = desk
    with pytest.raises(RefusedError) as refused:
        office.ask(application_forms.foresee, filled(office, edition, LATVIAN, {"0!L2": "1999"}), FILE)
    assert refused.value.refusal.reason == "application_form.no_edition"
