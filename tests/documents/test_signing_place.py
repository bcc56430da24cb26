"""The visible signature: on the signer's own line, else in the strip at the foot; it never covers a word or another."""

from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from commission_app.documents import decision as decision_paper
from commission_app.documents.house_style import ELECTRONIC_NOTE, Signer
from commission_app.documents.signing_key import KeySource, Secret, open_key
from commission_app.documents.signing_place import Place, place_for
from commission_app.documents.signing_writer import Pen
from commission_app.i18n import ENGLISH, LATVIAN, Language
from tests import signers
from tests.documents import papers

LONG = "Ķēniņš-Āboļš Žņaugs Šūpulīte Maksimiliāns-Aleksandrs Vidzemnieks"


def paper(language: Language, *names: str, electronic: bool = False) -> bytes:
    facts = papers.decision()
    block = tuple(Signer("Komisijas loceklis", name) for name in names)
    note = ELECTRONIC_NOTE if electronic else None
    return decision_paper.render(
        replace(facts, signatures=replace(facts.signatures, signers=block, electronic_note=note)), language
    )


def apart(one: Place, other: Place) -> bool:
    left, right = one.box, other.box
    beside = left[2] <= right[0] or right[2] <= left[0] or left[3] <= right[1] or right[3] <= left[1]
    return one.page != other.page or beside


@pytest.mark.parametrize(("language", "electronic"), [(LATVIAN, False), (ENGLISH, True)])
def test_signatures_stand_apart_and_over_no_word(tmp_path: Path, language: Language, electronic: bool) -> None:
    names = ("Ģirts Ķēniņš-Āboļš", "Žanete Šūpulīte", LONG)
    data = plain = paper(language, *names, electronic=electronic)
    path = signers.key_file(tmp_path, signers.person("Žanete Šūpulīte"))
    key = open_key(KeySource(file=str(path)), Secret(signers.PASSWORD))
    pen, places = Pen(key), []
    for at, name in enumerate((*names, "Čaks Ļaudaks", "Ņina Žņauga", "Anna Ozola", "Jānis Žņaugs")):
        place = place_for(data, name)
        assert place is not None
        places.append(place)
        data = pen.sign(data, f"Signature-{at}", ("Signed electronically", name, "Member"), place).data
    document = pypdfium2.PdfDocument(plain)
    for at, one in enumerate(places):
        assert not document[one.page].get_textpage().get_text_bounded(*one.box).strip()
        assert all(apart(one, other) for other in places[:at])
    assert all(place.box[1] > 40 for place in places[:3]), "on the lines of the block"
    assert all(place.box[3] < 40 for place in places[3:]), "in the strip at the foot"
    assert place_for(data, "Cits Cilvēks") is None, "the strip is full: the signature has no picture"
