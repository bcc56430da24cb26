"""Every word and sentence of the rules, in both languages."""

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from commission_app import resources, rules
from commission_app.errors import Refusal, refusal
from commission_app.i18n import ENGLISH, LANGUAGES, LATVIAN, Language
from commission_app.rules import vocabulary
from commission_app.rules.legality import Bylaw, LightFinding, MemberFacts, SideMinimum, legality
from commission_app.rules.quantities import Credits
from commission_app.rules.vocabulary.case import CaseAct, CaseState, Procedure
from commission_app.rules.vocabulary.commission import MemberRole, Side
from commission_app.rules.vocabulary.evidence import Quality
from commission_app.rules.vocabulary.institution import OfficeRole, Sex
from commission_app.rules.vocabulary.register import Book
from commission_app.rules.vocabulary.scoring import OutcomeResult
from commission_app.rules.vocabulary.sitting import ItemState, Light
from commission_app.rules.vocabulary.standard import CreditUnit
from commission_app.wording.awards import CHANGES, RULES
from commission_app.wording.case import act_word
from commission_app.wording.commission import post
from commission_app.wording.evidence import quality_column
from commission_app.wording.lights import REMEDIES, light_text, remedy
from commission_app.wording.marks import mark_text
from commission_app.wording.quantities import amount, credits_text
from commission_app.wording.refusals_rules import SENTENCES as RULE_SENTENCES
from commission_app.wording.sentences import SENTENCES, TABLES, sentence
from commission_app.wording.words import word

DAY = date(2026, 11, 24)
# Words that glossary A forbids in a Latvian window.
FORBIDDEN = re.compile(
    r"portfeli|kandidāt|aplik|evidenc|sertifikāt|sertific|blank|sesij|sanāksm|aģend|žūrij|komitej|noraid|akcept"
    r"|korekcij|koriģ|dzēst|kredītvien|iepriekšējā mācīšanās|informālā|versij|pieteikum|žurnāl|\bvajag|\bklāt\b",
    re.IGNORECASE,
)


def vocabulary_enums() -> list[type[StrEnum]]:
    found: list[type[StrEnum]] = []
    for module in pkgutil.iter_modules(vocabulary.__path__, f"{vocabulary.__name__}."):
        names = vars(importlib.import_module(module.name)).values()
        found += [one for one in names if isinstance(one, type) and issubclass(one, StrEnum) and one is not StrEnum]
    return found


@pytest.fixture(scope="module")
def catalogue() -> Catalog:
    fragment = Path(resources.__path__[0]) / "locale" / "lv" / "wording.po"
    with fragment.open("rb") as source:
        return read_po(source, locale="lv")


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
@pytest.mark.parametrize("enum", vocabulary_enums(), ids=lambda enum: enum.__name__)
def test_every_member_of_every_enum_has_a_word_of_its_own(enum: type[StrEnum], language: Language) -> None:
    words = [word(language, member) for member in enum]
    assert all(words)
    assert len(set(words)) == len(words)


def test_equal_texts_of_different_enums_keep_their_own_words() -> None:
    assert word(LATVIAN, CaseState.POSTPONED) == "atlikta"
    assert word(LATVIAN, ItemState.POSTPONED) == "atlikts"
    assert word(LATVIAN, OfficeRole.CHAIR) == word(LATVIAN, MemberRole.CHAIR) == "priekšsēdētājs"


def test_the_latvian_is_whole_and_keeps_the_placeholders(catalogue: Catalog) -> None:
    for message in catalogue:
        if not message.id:
            continue
        forms = message.string if isinstance(message.string, tuple) else (message.string,)
        source = message.id[0] if isinstance(message.id, tuple) else message.id
        for form in forms:
            assert form, message.id
            assert placeholders(form) == placeholders(source), message.id


def test_the_latvian_says_no_word_that_the_glossary_forbids(catalogue: Catalog) -> None:
    for message in catalogue:
        text = " ".join(message.string) if isinstance(message.string, tuple) else str(message.string)
        assert not (message.id and FORBIDDEN.search(text)), text


def test_ten_and_twenty_take_the_genitive() -> None:
    assert credits_text(LATVIAN, Credits.of(10, CreditUnit.ECTS)) == "10 kredītpunktu (ECTS)"
    assert credits_text(LATVIAN, Credits.of(21, CreditUnit.ECTS)) == "21 kredītpunkts (ECTS)"
    assert credits_text(LATVIAN, Credits.of("4.5", CreditUnit.ECTS)) == "4,5 kredītpunkti (ECTS)"
    assert credits_text(LATVIAN, Credits.of(12, CreditUnit.HOURS)) == "12 stundu"


def test_an_amount_that_is_not_exact_says_so() -> None:
    in_kp = Credits.of(5, CreditUnit.ECTS).convert(CreditUnit.KP)
    assert amount(LATVIAN, in_kp) == "≈\u00a03,33"
    assert amount(ENGLISH, Credits.from_thousandths(-2500, CreditUnit.ECTS)) == "\u22122.5"


def test_no_reason_is_explained_twice() -> None:
    assert sum(len(table) for table in TABLES) == len(SENTENCES)


def raised_by_the_rules() -> Iterator[tuple[str, frozenset[str]]]:
    for path in Path(rules.__path__[0]).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.args):
                continue
            key = node.args[0]
            if node.func.id in {"refusal", "RefusedError"} and isinstance(key, ast.Constant):
                yield str(key.value), frozenset(word.arg for word in node.keywords if word.arg and word.arg != "at")


def test_every_sentence_of_the_rules_is_raised_and_says_only_the_facts_it_is_given() -> None:
    raised: dict[str, list[frozenset[str]]] = {}
    for reason, facts in raised_by_the_rules():
        raised.setdefault(reason, []).append(facts)
    for reason, text in RULE_SENTENCES.items():
        assert raised.get(reason), f"no rule raises {reason}"
        assert all(placeholders(text) <= facts for facts in raised[reason]), reason


@pytest.mark.parametrize(
    ("what", "latvian"),
    [
        (
            refusal("quorum.missing", present=2, needed=4),
            "Kvoruma nav: piedalās 2, nepieciešami 4 komisijas locekļi.",
        ),
        (
            refusal("date.future", day=DAY, today=date(2026, 11, 20)),
            "Datums 24.11.2026. ir nākotnē; šodien ir 20.11.2026.",
        ),
        (refusal("case.first", act=CaseAct.ADMIT), "Vispirms jāveic: Pieņemt iesniegumu izskatīšanai."),
        (
            refusal("conflicts.recused", names=("A. Ozols", "L. Kalniņa")),
            "Lēmuma pieņemšanā nepiedalās (interešu konflikts): A. Ozols, L. Kalniņa.",
        ),
        (
            refusal(
                "number.series_alike", book=Book.APPLICATIONS, pattern="{n}", other=Book.DECISIONS, other_pattern="{n}"
            ),
            "Divās sērijās varētu rasties vienāds numurs: Iesniegumu reģistrs („{n}”) un Lēmumu reģistrs („{n}”).",
        ),
    ],
)
def test_a_refusal_says_what_and_where(what: Refusal, latvian: str) -> None:
    assert sentence(LATVIAN, what) == latvian


def test_facts_are_said_as_each_language_says_them() -> None:
    over = refusal("exam.points_over", part=OutcomeResult.MET, points=Decimal("60.5"), maximum=60)
    assert "60,5" in sentence(LATVIAN, over)
    assert "60.5" in sentence(ENGLISH, over)


def test_a_reason_without_a_sentence_is_a_bug_and_not_a_shrug() -> None:
    with pytest.raises(KeyError):
        sentence(ENGLISH, refusal("nobody.wrote_this"))


def test_every_rule_of_an_award_and_every_change_has_its_sentence() -> None:
    folder = Path(rules.__path__[0]) / "credits"
    source = "".join(
        (folder / name).read_text("utf-8") for name in ("engine.py", "studies.py", "sum_lines.py", "unit_lines.py")
    )
    keys = set(re.findall(r'"((?:unit|ceiling|programme|change|studies)\.[a-z_]+)"', source))
    keys |= {"rounding.up", "rounding.down", "rounding.nearest_half"}
    assert keys <= set(RULES) | set(CHANGES)
    assert set(CHANGES) <= keys | {"change.nothing"}


def test_a_red_light_names_what_would_make_it_green() -> None:
    lone = MemberFacts("m1", "A. Ozols", MemberRole.MEMBER, Side.SCHOOL, date(2020, 1, 1), date(2021, 1, 1), True)
    strict = Bylaw(min_practitioners=1)
    seen: list[LightFinding] = []
    for members in ([lone], [_in_office(n, MemberRole.MEMBER) for n in range(5)]):
        for bylaw in (strict, Bylaw(), *_particular()):
            seen += [one for one in legality(bylaw, members, DAY, "Datorika").lights if one.light is Light.RED]
    assert {one.why.reason for one in seen} == set(REMEDIES)
    for finding in seen:
        assert light_text(ENGLISH, finding).count(":") >= 1
        assert remedy(LATVIAN, finding)


def _particular() -> tuple[Bylaw, ...]:
    """By-laws that ask for a side, for both sexes, for the field of the case."""
    side = SideMinimum(Side.STUDENTS, 1)
    return Bylaw(side_minimums=(side,)), Bylaw(minimum_each_sex=1), Bylaw(field_required=True)


def _in_office(place: int, role: MemberRole) -> MemberFacts:
    return MemberFacts(f"m{place}", f"Loceklis {place}", role, Side.SCHOOL, date(2020, 1, 1), None, place < 2)


def test_posts_marks_columns_and_buttons() -> None:
    assert post(LATVIAN, MemberRole.CHAIR, Sex.FEMALE) == "komisijas priekšsēdētāja"
    assert post(LATVIAN, MemberRole.MEMBER, Sex.MALE) == "komisijas loceklis"
    assert mark_text(LATVIAN, 7) == "7\u00a0(labi)"
    assert [quality_column(LATVIAN, quality) for quality in Quality] == ["Atb.", "Aut.", "Akt.", "Piet."]
    assert act_word(LATVIAN, CaseAct.REGISTER_DECISION, Procedure.VOCATIONAL) == "Reģistrēt eksāmena protokolu"
    assert act_word(LATVIAN, CaseAct.REGISTER_DECISION, Procedure.HIGHER_EDUCATION) == "Reģistrēt lēmumu"


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}
