"""The minutes in official Latvian word by word, in complete English, of one item and of forty."""

from dataclasses import replace
from pathlib import Path

import pytest

from commission_app.documents import minutes
from commission_app.documents.minutes import CorrectionNote, MinutesFacts
from commission_app.errors import RefusedError
from commission_app.i18n import ENGLISH, LATVIAN
from commission_app.rules import minutes_record
from commission_app.rules.minutes_record import Edits, KeptMinutes, Said
from tests.documents.reading import pages, words
from tests.documents.sample_house import DAY, letterhead
from tests.documents.sample_minutes import LONG, item, record
from tests.documents.sample_minutes import minutes as sample

GOLDEN = Path(__file__).parent / "fixtures" / "minutes_lv.txt"


def test_the_latvian_minutes_say_word_by_word_what_was_done() -> None:
    assert len(f"{LONG}s") == 60
    assert words(minutes.render(sample(), LATVIAN)) == GOLDEN.read_text("utf-8").strip()


def test_the_english_minutes_are_complete() -> None:
    text = words(minutes.render(sample(), ENGLISH))
    for said in (
        "Start – end 14:00 – 15:35",
        "Aija Šūpulīte, deputy chair (stands in for the chair, order No. 1-5/77)",
        "(instead of Mārtiņš Krūmiņš)",
        "member (absence excused)",
        "ADDED LATE",
        "PRESIDING OVER THE ITEM",
        "NOT TAKING PART Ģirts Ķēniņš-Āboļš (conflict of interest: same employer)",
        "5 take part in deciding, 4 needed",
        "for – 2, against – 2, abstained – 1 for: Aija Šūpulīte, Łucja Świętek",
        "the votes were equal; the vote of who presided decided",
        "ballots given out – 5, invalid – 1",
        "DISSENTING OPINION Юрий Щукин: Tīkla drošība bija jāpārbauda klātienē.",
        "14:41, item 2: Pārtrūka attālinātais savienojums.",
    ):
        assert said in text
    assert "pret" not in text


def test_a_secret_ballot_names_nobody() -> None:
    text = words(minutes.render(MinutesFacts(letterhead(), replace(record(), items=(item(1),))), LATVIAN))
    assert "BALSO AIZKLĀTI par – 3, pret – 1, atturas – 0" in text
    assert "par: " not in text


@pytest.mark.parametrize("many", [0, 1, 40])
def test_minutes_of_any_length_keep_their_signatures_in_company(many: int) -> None:
    facts = sample(many)
    if not many:
        facts = replace(facts, record=replace(facts.record, items=(), annexes=(), incidents=(), ended=""))
    read = pages(minutes.render(facts, LATVIAN))
    assert "Sēdes vadītāja Aija Šūpulīte" in read[-1] and "Protokolēja Jānis Žņaugs" in read[-1]
    for at in range(many):
        assert f"{at + 1}. Par kompetenču atzīšanu (Ieva Ķēniņa-Āboļa, lieta Nr. 2026/{30 + at:03d})" in " ".join(read)
    assert len(read) == {0: 1, 1: 2, 40: 22}[many]


def test_what_was_not_considered_yet_is_said_of_a_draft() -> None:
    waiting = replace(item(0), closed=False, verdict=None, units=(), ballot=None)
    text = words(minutes.render(MinutesFacts(letterhead(), replace(record(), items=(waiting,)), True, 3), LATVIAN))
    assert "vēl nav izskatīts" in text and "PROJEKTS" in text and "3. versija" in text


def test_a_correction_goes_with_the_signed_minutes() -> None:
    note = CorrectionNote(DAY, "2. jautājums", "lieta Nr. 2026/032", "pārrakstīšanās kļūda", "Anna Ozola")
    text = words(minutes.render(replace(sample(), signed_on=DAY, corrections=(note,)), LATVIAN))
    assert "Protokols parakstīts 24.11.2026." in text
    assert "PIEZĪME PAR LABOJUMU, 24.11.2026." in text and "Lasāms lieta Nr. 2026/032" in text


def test_a_missing_half_refuses_the_english_minutes_by_name() -> None:
    facts = replace(sample(), record=replace(record(), commission=Said("Komisija", "")))
    with pytest.raises(RefusedError) as refused:
        minutes.render(facts, ENGLISH)
    assert refused.value.reason == "paper.missing_translation" and refused.value.refusal.facts["what"] == "Komisija"


def test_a_version_is_read_back_as_it_was_written() -> None:
    kept = KeptMinutes(Edits(opening="Sēdi atklāj.", also_sign=("Łucja Świętek",)), record(3))
    assert minutes_record.read(minutes_record.written(kept)) == kept


@pytest.mark.parametrize(
    "text",
    ["", "{}", "[]", '{"edits":{},"record":7}', '{"edits":{"opening":1},"record":{}}', "{" * 5000],
)
def test_nonsense_is_never_read_as_minutes(text: str) -> None:
    with pytest.raises(RefusedError) as refused:
        minutes_record.read(text)
    assert refused.value.reason == "minutes.unreadable"


def test_a_moment_that_is_none_is_refused() -> None:
    text = minutes_record.written(KeptMinutes(Edits(), replace(record(), began="pusdienās")))
    with pytest.raises(RefusedError):
        minutes_record.read(text)
