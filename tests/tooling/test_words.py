"""The catalogue of words: nothing missing, nothing unused, one translation for one text, the same facts."""

from pathlib import Path

import pytest

from tooling import catalogue, texts, words
from tooling.texts import Harvest, Text

HEADER = (
    f'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Plural-Forms: {catalogue.PLURALS}\\n"\n\n'
)


def said(*told: Text, contexts: tuple[str, ...] = ()) -> Harvest:
    """What a source would say."""
    return Harvest(tuple(told), frozenset(contexts), ())


def text(one: str, many: str | None = None, context: str | None = None, *, marked: bool = False) -> Text:
    """One text of a source."""
    return Text(context, one, many, "source.py:1", marked)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder for fragments."""
    return tmp_path


def fragment(folder: Path, name: str, body: str, header: str = HEADER) -> None:
    """Writes one fragment."""
    (folder / f"{name}.po").write_text(header + body, encoding="utf-8")


CASES = (
    'msgid "{n} case"\nmsgid_plural "{n} cases"\nmsgstr[0] "{n} lieta"\nmsgstr[1] "{n} lietas"\nmsgstr[2] "{n} lietu"\n'
)


def test_a_whole_catalogue_has_nothing_to_mend(folder: Path) -> None:
    fragment(folder, "cases", CASES + '\nmsgctxt "case"\nmsgid "postponed"\nmsgstr "atlikta"\n')
    source = said(text("{n} case", "{n} cases"), text("postponed", context="case"))
    assert words.report(source, catalogue.merged(folder)) == []


def test_a_text_without_latvian_is_named_with_its_place(folder: Path) -> None:
    assert words.report(said(text("Sitting")), catalogue.merged(folder)) == ["source.py:1: no Latvian: 'Sitting'"]


def test_an_empty_translation_is_none(folder: Path) -> None:
    fragment(folder, "cases", 'msgid "Sitting"\nmsgstr ""\n')
    (finding,) = words.report(said(text("Sitting")), catalogue.merged(folder))
    assert "empty" in finding


def test_a_count_needs_all_three_forms(folder: Path) -> None:
    fragment(folder, "cases", 'msgid "{n} case"\nmsgstr "{n} lieta"\n')
    (finding,) = words.report(said(text("{n} case", "{n} cases")), catalogue.merged(folder))
    assert "3 plural forms" in finding


def test_a_text_nobody_says_is_found(folder: Path) -> None:
    fragment(folder, "cases", 'msgid "Sitting"\nmsgstr "Sēde"\n')
    (finding,) = words.report(said(), catalogue.merged(folder))
    assert finding == "cases.po: not said anywhere: 'Sitting'"


def test_a_table_word_said_of_a_noun_counts_as_said(folder: Path) -> None:
    fragment(folder, "cases", 'msgctxt "case"\nmsgid "postponed"\nmsgstr "atlikta"\n')
    assert words.report(said(text("postponed", marked=True), contexts=("case",)), catalogue.merged(folder)) == []


def test_a_text_said_without_a_noun_needs_its_own_latvian(folder: Path) -> None:
    fragment(folder, "cases", 'msgctxt "case"\nmsgid "postponed"\nmsgstr "atlikta"\n')
    told = said(text("postponed", marked=True), text("postponed"), contexts=("case",))
    assert words.report(told, catalogue.merged(folder)) == ["source.py:1: no Latvian: 'postponed'"]


def test_two_fragments_must_agree(folder: Path) -> None:
    fragment(folder, "cases", 'msgid "Sitting"\nmsgstr "Sēde"\n')
    fragment(folder, "papers", 'msgid "Sitting"\nmsgstr "Sapulce"\n')
    (finding,) = words.report(said(text("Sitting")), catalogue.merged(folder))
    assert "'Sapulce' here and 'Sēde' in cases.po" in finding


def test_the_same_text_twice_with_one_translation_is_fine(folder: Path) -> None:
    fragment(folder, "cases", 'msgid "Sitting"\nmsgstr "Sēde"\n')
    fragment(folder, "papers", 'msgid "Sitting"\nmsgstr "Sēde"\n')
    assert words.report(said(text("Sitting")), catalogue.merged(folder)) == []


def test_a_lost_fact_is_found(folder: Path) -> None:
    fragment(folder, "cases", 'msgid "Sitting {number}"\nmsgstr "Sēde {numurs}"\n')
    (finding,) = words.report(said(text("Sitting {number}")), catalogue.merged(folder))
    assert "number, numurs" in finding


def test_the_wrong_plural_rule_is_found(folder: Path) -> None:
    fragment(folder, "cases", 'msgid "Sitting"\nmsgstr "Sēde"\n', HEADER.replace("n%10==0 ||", "n!=0 ||"))
    (finding,) = words.report(said(text("Sitting")), catalogue.merged(folder))
    assert "Plural-Forms" in finding


def test_the_compiled_catalogue_speaks_latvian_plurals(folder: Path) -> None:
    import gettext
    import io

    fragment(folder, "cases", CASES)
    spoken = gettext.GNUTranslations(io.BytesIO(catalogue.compiled(catalogue.merged(folder))))
    counted = [spoken.ngettext("{n} case", "{n} cases", n).format(n=n) for n in (1, 2, 10, 11, 20, 21)]
    assert counted == ["1 lieta", "2 lietas", "10 lietu", "11 lietu", "20 lietu", "21 lieta"]


def test_compiling_twice_gives_the_same_bytes(folder: Path) -> None:
    fragment(folder, "cases", CASES)
    assert catalogue.compiled(catalogue.merged(folder)) == catalogue.compiled(catalogue.merged(folder))


def test_the_reader_finds_every_way_of_saying(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = (
        'lang.say("A {x}", x=1); lang.say_of("case", "B"); lang.count("{n} c", "{n} cs", 3)\n'
        'T = marked("D"); lang.say_of("unit", T); lang.say("E" if y else "F"); lang.say(f"G {y}")\n'
    )
    (tmp_path / "module.py").write_text(source, encoding="utf-8")
    monkeypatch.setattr(texts, "SOURCE", tmp_path)
    monkeypatch.setattr(texts, "ROOT", tmp_path)
    found = texts.harvest()
    assert [(t.context, t.one, t.many) for t in found.texts] == [
        (None, "A {x}", None),
        ("case", "B", None),
        (None, "{n} c", "{n} cs"),
        (None, "D", None),
        (None, "E", None),
        (None, "F", None),
    ]
    assert found.open_contexts == {"unit"}
    assert found.troubles == ("module.py:2: a text put together cannot be translated; say it whole",)
