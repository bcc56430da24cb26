"""A sample of the long trial: tampered papers are all reported, untouched ones all accepted, `pdfsig` is asked too."""

from pathlib import Path

from tests.documents import tampering

SAMPLE = 8


def test_no_tampered_paper_passes_and_every_untouched_one_does(tmp_path: Path) -> None:
    for one in tampering.tampered(SAMPLE, tmp_path):
        assert tampering.accepted(one.good), one.way
        assert not tampering.accepted(one.bad), f"{one.way} at {one.where}"
        if tampering.second_opinion(one.bad, tmp_path):
            assert tampering.explained(one), f"pdfsig accepts {one.way} at {one.where}, and nobody knows why"


def test_a_byte_in_the_padding_of_a_signature_is_seen(tmp_path: Path) -> None:
    (good,) = tampering.signed_papers(1, tmp_path)
    found = tampering.CONTENTS.search(good)
    assert found is not None
    padding, letters = found.end(1) - 2, found.group(1).decode()
    letter = found.start(1) + next(at for at, one in enumerate(letters) if one.isalpha())
    for where, byte in ((padding, b"7"), (padding, b" "), (letter, good[letter : letter + 1].swapcase())):
        assert not tampering.accepted(good[:where] + byte + good[where + 1 :]), (where, byte)
