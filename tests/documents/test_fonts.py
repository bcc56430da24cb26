"""Every letter of a name is printed as it is, or the paper is refused by the letter's name."""

from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from commission_app.documents import decision, fonts
from commission_app.documents.layout import wrapped
from commission_app.documents.sheet import BODY
from commission_app.errors import RefusedError
from commission_app.i18n import LATVIAN
from tests.documents import papers
from tests.documents.reading import words

PRINTABLE = st.text(
    st.sampled_from("aābcčdeēfgģhiījkķlļmnņoprsštuūvzž ŖŌ„”–№€ЖЯщłąęė0123456789-/¹³⁴×−•☐"), max_size=200
)


@pytest.mark.parametrize(
    "name",
    [
        "Ķēniņš-Āboļš, Žņaugs, Šūpulīte",
        "Ąžuolas Jūratė Kęstutis Žilvinėlis",
        "Łucja Świętek-Gżegżółka",
        "Юрий Щукин, Объедков",
        "Ŗemers Ōzoliņš",
        "Õunapuu Jüri, Ångström, Müßig, Nuñez",
    ],
)
def test_the_names_of_the_region_print(name: str) -> None:
    fonts.check_glyphs([("name", name)])
    text = words(decision.render(replace(papers.decision(1), applicant=name), LATVIAN))
    assert name in text


def test_a_section_with_a_small_number_needs_no_typeface_of_its_own() -> None:
    plain, cited = (
        papers.decision(1),
        replace(papers.decision(1), appeal="Augstskolu likuma 59.³ pants, 1.¹ daļa • 2 × 3"),
    )
    assert "59.³ pants, 1.¹ daļa • 2 × 3" in words(decision.render(cited, LATVIAN))
    assert embedded(decision.render(cited, LATVIAN)) == embedded(decision.render(replace(plain, appeal="x"), LATVIAN))


def embedded(paper: bytes) -> list[bytes]:
    """The typefaces inside a paper."""
    with pikepdf.open(BytesIO(paper)) as opened:
        found = [one.FontFile2.read_bytes() for one in opened.objects if "/FontFile2" in _keys(one)]
    return sorted(found)


def _keys(one: object) -> list[str]:
    return list(one.keys()) if isinstance(one, pikepdf.Dictionary) else []


def test_a_letter_typed_as_a_base_and_its_mark_prints_as_one_letter() -> None:
    apart = "K\u0327e\u0304nin\u0327s\u030c"
    assert fonts.clean(apart) == "Ķēniņš"
    assert "Ķēniņš" in words(decision.render(replace(papers.decision(1), applicant=apart), LATVIAN))


@pytest.mark.parametrize(
    ("name", "letter", "called"),
    [
        ("Li 漢", "漢", "U+6F22 CJK UNIFIED IDEOGRAPH-6F22"),
        ("გიორგი", "გ", "U+10D2 GEORGIAN LETTER GAN"),
        ("Ann \U0001f600", "\U0001f600", "U+1F600 GRINNING FACE"),
        ("Ann\x07", "—", "U+0007"),
    ],
)
def test_a_letter_the_typefaces_lack_refuses_the_paper_by_name(name: str, letter: str, called: str) -> None:
    with pytest.raises(RefusedError) as refused:
        decision.render(replace(papers.decision(1), applicant=name), LATVIAN)
    facts = refused.value.refusal.facts
    assert refused.value.reason == "paper.missing_letter"
    assert (facts["letter"], facts["name"]) == (letter, called)
    assert str(facts["where"]).startswith(name[:3])


def test_the_place_of_a_missing_letter_is_the_one_given() -> None:
    with pytest.raises(RefusedError) as refused:
        fonts.check_glyphs([("applicant", "Ieva"), ("programme", "漢")])
    assert refused.value.refusal.facts["where"] == "programme"


@given(PRINTABLE, st.floats(40, 400))
def test_lines_fit_and_keep_every_letter(text: str, width: float) -> None:
    lines = wrapped(text, BODY, width)
    assert all(BODY.width(line) <= width for line in lines)
    assert "".join(lines).replace(" ", "") == fonts.clean(text).replace(" ", "")
