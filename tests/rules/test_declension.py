"""Latvian names in the genitive and the dative, as letters and minutes print them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from commission_app.rules.declension import GrammaticalCase, said_name, said_receiver, said_title
from commission_app.rules.vocabulary.person import Sex

GENITIVE, DATIVE = GrammaticalCase.GENITIVE, GrammaticalCase.DATIVE
NAMES = """
Jānis Bērziņš|Jāņa Bērziņa|Jānim Bērziņam
Aija Bērziņa|Aijas Bērziņas|Aijai Bērziņai
Pēteris Ūdris|Pētera Ūdra|Pēterim Ūdrim
Ģirts Ķēniņš-Āboļš|Ģirta Ķēniņa-Āboļa|Ģirtam Ķēniņam-Āboļam
Žanete Šūpulīte|Žanetes Šūpulītes|Žanetei Šūpulītei
Jānis Žņaugs|Jāņa Žņauga|Jānim Žņaugam
Andris Kalējs|Andra Kalēja|Andrim Kalējam
Juris Briedis|Jura Brieža|Jurim Briedim
Māris Lācis|Māra Lāča|Mārim Lācim
Uldis Gulbis|Ulda Gulbja|Uldim Gulbim
Atis Dadzis|Ata Dadža|Atim Dadzim
Ilze Ērgle|Ilzes Ērgles|Ilzei Ērglei
Edgars Kļava|Edgara Kļavas|Edgaram Kļavam
Otto Ozols|Otto Ozola|Otto Ozolam
Mikus Ledus|Mikus Ledus|Mikum Ledum
Ingus Zālītis|Ingus Zālīša|Ingum Zālītim
Kārlis Ulmanis|Kārļa Ulmaņa|Kārlim Ulmanim
Viesturs Akmens|Viestura Akmens|Viesturam Akmenim
Aivars Tilts|Aivara Tilta|Aivaram Tiltam
Ivo Zīle|Ivo Zīles|Ivo Zīlem
Artis Vilks|Arta Vilka|Artim Vilkam
Valdis Siliņš|Valda Siliņa|Valdim Siliņam
Guntis Rullis|Gunta Ruļļa|Guntim Rullim
Ojārs Zutis|Ojāra Zuša|Ojāram Zutim
Ansis Zvirbulis|Anša Zvirbuļa|Ansim Zvirbulim
Raitis Kaķis|Raita Kaķa|Raitim Kaķim
Imants Strazdiņš|Imanta Strazdiņa|Imantam Strazdiņam
Gunārs Cīrulis|Gunāra Cīruļa|Gunāram Cīrulim
Zigurds Vanags|Zigurda Vanaga|Zigurdam Vanagam
Rūta Niedre|Rūtas Niedres|Rūtai Niedrei
Kristīne Liepa|Kristīnes Liepas|Kristīnei Liepai
Jurģis Asaris|Jurģa Asara|Jurģim Asarim
Toms Pūce|Toma Pūces|Tomam Pūcem
Bruno Eglītis|Bruno Eglīša|Bruno Eglītim
Elmārs Vītols|Elmāra Vītola|Elmāram Vītolam
Normunds Pētersons|Normunda Pētersona|Normundam Pētersonam
Egils Zariņš|Egila Zariņa|Egilam Zariņam
Maija Caune|Maijas Caunes|Maijai Caunei
Gatis Zeltiņš|Gata Zeltiņa|Gatim Zeltiņam
Inguna Kārkliņa-Žīgure|Ingunas Kārkliņas-Žīgures|Ingunai Kārkliņai-Žīgurei
Modris Sīlis|Modra Sīļa|Modrim Sīlim
Laimonis Grīslis|Laimoņa Grīšļa|Laimonim Grīslim
Mārcis Lūsis|Mārča Lūša|Mārcim Lūsim
Viktors Krūmiņš|Viktora Krūmiņa|Viktoram Krūmiņam
Agris Dzenis|Agra Dzeņa|Agrim Dzenim
Aldis Krastiņš|Alda Krastiņa|Aldim Krastiņam
Ēriks Alksnis|Ērika Alkšņa|Ērikam Alksnim
Linards Kaktiņš|Linarda Kaktiņa|Linardam Kaktiņam
Viesturs Lasmanis|Viestura Lasmaņa|Viesturam Lasmanim
Kalvis Mazais|Kalvja Mazā|Kalvim Mazajam
Zane Mazā|Zanes Mazās|Zanei Mazajai
Anna Zvirbule|Annas Zvirbules|Annai Zvirbulei
Gunta Kalniņa|Guntas Kalniņas|Guntai Kalniņai
Dace Ozoliņa|Daces Ozoliņas|Dacei Ozoliņai
Mārtiņš Krūms|Mārtiņa Krūma|Mārtiņam Krūmam
Edijs Balodis|Edija Baloža|Edijam Balodim
Raimonds Dambis|Raimonda Dambja|Raimondam Dambim
Arvīds Celmiņš|Arvīda Celmiņa|Arvīdam Celmiņam
Emīls Ķirsis|Emīla Ķirša|Emīlam Ķirsim
Sandris Purvis|Sandra Purvja|Sandrim Purvim
Hugo Irbe|Hugo Irbes|Hugo Irbem
Anna Lindgren|Annas Lindgren|Annai Lindgren
John Smith|John Smith|John Smith
Łucja Świętek|Łucja Świętek|Łucja Świętek
Юрий Щукин|Юрий Щукин|Юрий Щукин
"""
GOLDEN = [tuple(line.split("|")) for line in NAMES.strip().splitlines()]


@pytest.mark.parametrize(("name", "whose", "to_whom"), GOLDEN, ids=[name for name, _, _ in GOLDEN])
def test_a_name_is_declined_by_its_ending(name: str, whose: str, to_whom: str) -> None:
    assert (said_name(name, GENITIVE), said_name(name, DATIVE)) == (whose, to_whom)
    assert said_name(name.upper(), DATIVE) == to_whom.upper()


def test_the_sex_that_was_said_goes_before_the_ending() -> None:
    assert said_name("Mika Kļava", DATIVE, Sex.MALE) == "Mikam Kļavam"
    assert said_name("Mika Kļava", DATIVE, Sex.FEMALE) == "Mikai Kļavai"
    assert said_name("Aija Smits", GENITIVE, Sex.FEMALE) == "Aijas Smits"


@pytest.mark.parametrize(
    ("title", "whose", "to_whom"),
    [
        ("komisijas priekšsēdētāja", "komisijas priekšsēdētājas", "komisijas priekšsēdētājai"),
        ("komisijas loceklis", "komisijas locekļa", "komisijas loceklim"),
        ("komisijas locekle", "komisijas locekles", "komisijas loceklei"),
        ("vadošais pētnieks", "vadošā pētnieka", "vadošajam pētniekam"),
        ("vecākā lektore (datorika)", "vecākās lektores (datorika)", "vecākajai lektorei (datorika)"),
        ("studiju daļas vadītāja, docente", "studiju daļas vadītājas, docente", "studiju daļas vadītājai, docente"),
        ("", "", ""),
    ],
)
def test_a_post_is_declined_at_its_head(title: str, whose: str, to_whom: str) -> None:
    assert (said_title(title, GENITIVE), said_title(title, DATIVE)) == (whose, to_whom)


@pytest.mark.parametrize(
    ("name", "whose", "to_whom"),
    [
        ("Anna Bērziņa", "Annas Bērziņas", "Annai Bērziņai"),
        ("Anna BĒRZIŅA", "Annas BĒRZIŅAS", "Annai BĒRZIŅAI"),
        ("Rīgas bāriņtiesa", "Rīgas bāriņtiesas", "Rīgas bāriņtiesai"),
        ("Amatas tehnikuma direktors", "Amatas tehnikuma direktora", "Amatas tehnikuma direktoram"),
        ("SIA Darbs", "SIA Darbs", "SIA Darbs"),
        ("biedrība „Palīdzi”", "biedrība „Palīdzi”", "biedrība „Palīdzi”"),
        ("Ludwig van Beethoven", "Ludwig van Beethoven", "Ludwig van Beethoven"),
        ("Oleksandr Kovalchuk", "Oleksandr Kovalchuk", "Oleksandr Kovalchuk"),
        ("", "", ""),
    ],
)
def test_a_letter_goes_to_a_person_or_to_a_body(name: str, whose: str, to_whom: str) -> None:
    assert (said_receiver(name, GENITIVE), said_receiver(name, DATIVE)) == (whose, to_whom)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=40), st.sampled_from(GrammaticalCase), st.sampled_from(Sex))
def test_whatever_is_typed_is_answered_and_foreign_letters_are_never_touched(
    name: str, case: GrammaticalCase, sex: Sex
) -> None:
    declined = said_name(name, case, sex)
    assert len(said_receiver(name, case, sex).split()) == len(name.split())
    if name.split():
        assert len(declined.split()) == len(name.split())
    for was, becomes in zip(name.split(), declined.split(), strict=False):
        if any(letter.lower() not in "aābcčdeēfgģhiījkķlļmnņoprsštuūvzž-" for letter in was) and "-" not in was:
            assert was == becomes
