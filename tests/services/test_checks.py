"""Whatever is touched from outside is found by the check, and named by what it is."""

import hashlib
import json
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from commission_app.i18n import ENGLISH, LATVIAN
from commission_app.rules.credits import award_seal
from commission_app.services import backups, checks
from commission_app.services.office import Office
from commission_app.services.opening import open_office
from commission_app.store.work import Progress
from commission_app.wording.sentences import sentence

Tamper = Callable[[sqlite3.Connection], object]
OF_A_CASE = frozenset({"check.award_text", "check.award_engine", "check.award_differs", "check.decision_sum"})
"""Nobody looks for a decision by its number alone: its case is named too."""


def reasons(where: str | Path) -> set[str]:
    """What the check finds, every finding said in both languages."""
    office = open_office(where)
    try:
        found = office.ask(checks.findings)
    finally:
        office.close()
    for finding in found:
        assert sentence(ENGLISH, finding) and "{" not in sentence(LATVIAN, finding)
        assert finding.reason not in OF_A_CASE or str(finding.facts["case"]) in sentence(LATVIAN, finding)
    return {finding.reason for finding in found}


def touched(where: Path, tamper: Tamper) -> None:
    """Changes the database as somebody with a tool would, who also puts the guards back."""
    connection = sqlite3.connect(where)
    guards = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for name, _ in guards:
        connection.execute(f"DROP TRIGGER {name}")
    tamper(connection)
    for _, sql in guards:
        connection.execute(sql)
    connection.commit()
    connection.close()


def sql(statement: str) -> Tamper:
    """One statement that must change something."""

    def tamper(connection: sqlite3.Connection) -> None:
        assert connection.execute(statement).rowcount > 0

    return tamper


def rewritten(connection: sqlite3.Connection, place: str) -> None:
    """Changes an entry's text and gives it the hash that belongs to the new text."""
    row = connection.execute(f"SELECT id, previous_hash, text FROM register_entry WHERE {place}").fetchone()
    text = row[2].replace("2026", "2062").replace("Ģirts", "Garijs")
    assert text != row[2]
    link = hashlib.sha256(f"{row[1]}\n{text}".encode()).hexdigest()
    connection.execute("UPDATE register_entry SET text = ?, hash = ? WHERE id = ?", (text, link, row[0]))


def relabelled(connection: sqlite3.Connection) -> None:
    """Changes who did the newest act, and forges the hash and the head to fit."""
    row = connection.execute("SELECT id, previous_hash, text FROM act ORDER BY position DESC LIMIT 1").fetchone()
    said = json.loads(row[2])
    said["by"] = None
    text = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    link = hashlib.sha256(f"{row[1]}\n{text}".encode()).hexdigest()
    connection.execute("UPDATE act SET text = ?, hash = ? WHERE id = ?", (text, link, row[0]))
    connection.execute("UPDATE chain_head SET hash = ?", (link,))


def forgotten(connection: sqlite3.Connection) -> None:
    """Takes the last decision out of its register as if it had never been entered."""
    series = connection.execute("SELECT id FROM series WHERE book = 'decisions'").fetchone()[0]
    last = connection.execute(
        "SELECT id, number_id, previous_hash FROM register_entry WHERE series_id = ? ORDER BY position DESC", (series,)
    ).fetchone()
    connection.execute("DELETE FROM register_entry WHERE id = ?", (last[0],))
    connection.execute("UPDATE series_number SET state = 'reserved' WHERE id = ?", (last[1],))
    connection.execute("UPDATE series SET last_entry = last_entry - 1, head_hash = ? WHERE id = ?", (last[2], series))


FIRST_DECISION = "id = (SELECT min(id) FROM decision WHERE state = 'registered')"
BOOK = "series_id = (SELECT id FROM series WHERE book = 'decisions')"
NEWEST = f"SELECT max(id) FROM register_entry WHERE {BOOK}"

TAMPERINGS: dict[str, tuple[str, Tamper]] = {
    "an entry's text": ("check.entry_changed", sql("UPDATE register_entry SET text = replace(text, '2026', '2062')")),
    "an entry rewritten with its hash": ("check.entry_unlinked", lambda c: rewritten(c, f"{BOOK} AND position = 1")),
    "the last entry rewritten with its hash": ("check.entry_head", lambda c: rewritten(c, f"id = ({NEWEST})")),
    "an entry taken out": ("check.entry_gap", sql(f"DELETE FROM register_entry WHERE {BOOK} AND position = 1")),
    "the last entry taken out": ("check.entry_gap", sql(f"DELETE FROM register_entry WHERE id = ({NEWEST})")),
    "an entry forgotten with all traces": ("check.subject_unentered", forgotten),
    "an entry's date": ("check.entry_columns", sql("UPDATE register_entry SET entered_on = '2020-01-01'")),
    "an entry's act": ("check.entry_act", sql("UPDATE register_entry SET act_uid = subject_uid WHERE position = 1")),
    "a number taken out": ("check.number_gap", sql("DELETE FROM series_number WHERE state = 'reserved'")),
    "a number beyond": ("check.number_beyond", sql("UPDATE series SET last_value = 1 WHERE book = 'applications'")),
    "a number set back": ("check.number_state", sql("UPDATE series_number SET state = 'voided' WHERE state = 'used'")),
    "a decision's number": (
        "check.subject_differs",
        sql(f"UPDATE decision SET number = 'L-2026/99' WHERE {FIRST_DECISION}"),
    ),
    "an act's text": ("check.act_changed", sql("UPDATE act SET text = replace(text, ':', ' :') WHERE position = 9")),
    "an act's moment": ("check.act_heading", sql("UPDATE act SET moment = '2020-01-01 00:00:00' WHERE position = 9")),
    "who did an act": ("check.act_heading", sql("UPDATE act SET user_name = 'Cits' WHERE position = 9")),
    "an act taken out": ("check.act_missing", sql("DELETE FROM act WHERE position = 9")),
    "the newest act forged": ("check.act_heading", relabelled),
    "the newest act taken out": (
        "check.chain_head",
        sql("DELETE FROM act WHERE position = (SELECT max(position) FROM act)"),
    ),
    "a sealed value": (
        "check.act_private",
        sql("UPDATE private_value SET value = replace(value, 'Ģirts', 'Garijs') WHERE value LIKE '%Ģirts%'"),
    ),
    "an award": ("check.award_text", sql("UPDATE decision SET award_text = replace(award_text, '6', '9')")),
    "what an award was computed from": (
        "check.award_text",
        sql("UPDATE decision SET award_input = replace(award_input, 'met', 'partly')"),
    ),
    "credits of a line": ("check.decision_sum", sql("UPDATE decision_line SET credits = credits + 1000")),
    "points of an exam": ("check.exam_differs", sql("UPDATE examinee SET theory = 40, practice = 59")),
    "what made a decision lawful": (
        "check.item_without_legality",
        sql("UPDATE agenda_item SET legality = '' WHERE state = 'decided'"),
    ),
    "a red light": ("check.item_unlawful", sql("UPDATE agenda_item SET legality = replace(legality, 'green', 'red')")),
    "a vote": ("check.votes_differ", sql("UPDATE vote SET choice = 'against'")),
    "a vote of one who had left": ("check.vote_absent", sql("UPDATE attendance SET left_at = arrived_at")),
    "a vote of one who stepped aside": (
        "check.vote_recused",
        sql(
            "INSERT INTO recusal (item_id, member_id, reason, kind, uid) "
            "SELECT item_id, member_id, 'x', 'other', uid FROM vote"
        ),
    ),
    "a reference": ("check.reference", sql("UPDATE claim SET unit_id = 999999 WHERE id = 1")),
}


def test_the_sample_is_in_order(sample: Path) -> None:
    assert reasons(sample) == set()


@pytest.mark.parametrize("what", TAMPERINGS)
def test_what_was_touched_is_found(what: str, sample: Path) -> None:
    reason, tamper = TAMPERINGS[what]
    touched(sample, tamper)
    assert reason in reasons(sample)


def test_a_computation_forged_with_its_hash_is_found(sample: Path) -> None:
    def forge(connection: sqlite3.Connection) -> None:
        rows = connection.execute("SELECT id, engine, award_input, award_text FROM decision").fetchall()
        for key, engine, given, text in rows:
            forged = text.replace("6", "9")
            link = award_seal(engine, given, forged)
            connection.execute("UPDATE decision SET award_text = ?, award_hash = ? WHERE id = ?", (forged, link, key))

    touched(sample, forge)
    assert "check.award_differs" in reasons(sample)


def test_guards_taken_away_are_missed(sample: Path) -> None:
    connection = sqlite3.connect(sample)
    with pytest.raises(sqlite3.IntegrityError):
        connection.execute("UPDATE register_entry SET text = ''")
    connection.execute("DROP TRIGGER register_entry_no_update")
    connection.commit()
    connection.close()
    assert reasons(sample) == {"check.guard"}


@pytest.mark.parametrize(
    ("reason", "spoil"),
    [
        ("check.blob_absent", lambda path: path.unlink()),
        ("check.blob_changed", lambda path: path.write_bytes(b"x" + path.read_bytes()[1:])),
        ("check.blob_changed", lambda path: path.write_bytes(path.read_bytes()[:-1])),
    ],
)
def test_stored_bytes_that_were_touched_are_found(reason: str, spoil: Callable[[Path], object], sample: Path) -> None:
    spoil(next(path for path in sorted(Path(f"{sample}.files").rglob("*")) if path.is_file()))
    assert reasons(sample) == {reason}


def test_postgresql_is_checked_alike(sample: Path, postgres_database: Callable[[], str], tmp_path: Path) -> None:
    office = open_office(sample)
    made = office.ask(backups.make, tmp_path / "copy.zip")
    office.close()
    where = postgres_database()
    backups.bring_back(made.path, where)
    assert reasons(where) == set()
    _on_postgres(where, "ALTER TABLE register_entry DISABLE TRIGGER USER", "UPDATE register_entry SET text = '{}'")
    _on_postgres(where, "UPDATE blob_piece SET piece = 'x' WHERE blob_id = (SELECT min(blob_id) FROM blob_piece)")
    assert {"check.entry_changed", "check.blob_changed"} <= reasons(where)


def _on_postgres(where: str, *statements: str) -> None:
    import psycopg
    from sqlalchemy import make_url

    plain = make_url(where).set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(plain) as connection:
        for statement in statements:
            connection.execute(statement.encode())


def test_the_check_says_how_far_it_is_and_can_be_cancelled(sample: Path) -> None:
    office: Office = open_office(sample)
    steps: list[tuple[int, int]] = []
    office.ask_with(Progress(lambda done, total: steps.append((done, total))), checks.findings)
    assert steps and all(0 <= done <= total for done, total in steps)
    assert max(done for done, _ in steps) == steps[-1][1]
    office.close()
