"""The difference of two versions: what is alike is left out, what differs gives both texts back."""

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from commission_app.rules.minutes_difference import Change, ChangedPassage, Passage, Words, difference

passages = st.lists(
    st.builds(
        Passage,
        place=st.sampled_from(["Piedalās", "1. | NOLEMJ", "2. | NOLEMJ"]),
        text=st.text(alphabet="abā ž\n", min_size=1, max_size=14),
    ),
    max_size=6,
)


def test_words_taken_out_and_put_in_are_told_apart() -> None:
    old = (Passage("1. | ZIŅO", "Jānis Žņaugs"), Passage("1. | NOLEMJ", "atzīt daļēji šodien"))
    new = (Passage("1. | ZIŅO", "Jānis Žņaugs"), Passage("1. | NOLEMJ", "atzīt pilnībā šodien"))
    (changed,) = difference(old, new)
    assert changed == ChangedPassage(
        "1. | NOLEMJ",
        (
            Words(Change.KEPT, "atzīt "),
            Words(Change.REMOVED, "daļēji"),
            Words(Change.ADDED, "pilnībā"),
            Words(Change.KEPT, " šodien"),
        ),
    )


def test_a_passage_that_is_new_is_put_in_whole() -> None:
    old, new = (Passage("1.", "a"),), (Passage("1.", "a"), Passage("2.", "b"))
    assert difference(old, new) == (ChangedPassage("2.", (Words(Change.ADDED, "b"),)),)
    assert difference(new, old) == (ChangedPassage("2.", (Words(Change.REMOVED, "b"),)),)


@settings(max_examples=150, deadline=None)
@given(passages, passages)
def test_the_difference_gives_both_texts_back(old: list[Passage], new: list[Passage]) -> None:
    changed = difference(old, new)
    assert (not changed) == (old == new)
    was = Counter(Passage(one.place, one.was) for one in changed if one.was)
    now = Counter(Passage(one.place, one.becomes) for one in changed if one.becomes)
    assert Counter(old) - was == Counter(new) - now, "what is left is alike in both"
    assert was <= Counter(old) and now <= Counter(new)
