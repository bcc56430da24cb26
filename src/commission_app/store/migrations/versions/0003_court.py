"""Sittings and decisions that hold: substitutes, ballots, notes, minutes, conflicts, letters, terms, appeals.

Revision: 0003
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Makes the new tables and adds the new columns; what stands keeps the meaning it had."""
    op.create_table(
        "calendar_day",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_calendar_day")),
        sa.UniqueConstraint("day", name=op.f("uq_calendar_day_day")),
        sa.UniqueConstraint("uid", name=op.f("uq_calendar_day_uid")),
    )
    op.create_table(
        "reason_text",
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("ground", sa.String(40), nullable=True),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("text_lv", sa.Text(), nullable=False),
        sa.Column("text_en", sa.Text(), nullable=False),
        sa.Column("in_force_from", sa.Date(), nullable=False),
        sa.Column("retired_on", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reason_text")),
        sa.UniqueConstraint("uid", name=op.f("uq_reason_text_uid")),
    )
    op.create_table(
        "conflict_declaration",
        sa.Column("member_id", KEY, nullable=False),
        sa.Column("case_id", KEY, nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("declared_on", sa.Date(), nullable=False),
        sa.Column("withdrawn_on", sa.Date(), nullable=True),
        sa.Column("withdrawn_reason", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], name=op.f("fk_conflict_declaration_case_id")),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_conflict_declaration_member_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_conflict_declaration")),
        sa.UniqueConstraint("uid", name=op.f("uq_conflict_declaration_uid")),
    )
    with op.batch_alter_table("conflict_declaration", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_conflict_declaration_case_id"), ["case_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_conflict_declaration_member_id"), ["member_id"], unique=False)

    op.create_table(
        "conflict_review",
        sa.Column("member_id", KEY, nullable=False),
        sa.Column("case_id", KEY, nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("looked_on", sa.Date(), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], name=op.f("fk_conflict_review_case_id")),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_conflict_review_member_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_conflict_review")),
        sa.UniqueConstraint("member_id", "case_id", "kind", name=op.f("uq_conflict_review_member_id_case_id_kind")),
        sa.UniqueConstraint("uid", name=op.f("uq_conflict_review_uid")),
    )
    with op.batch_alter_table("conflict_review", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_conflict_review_case_id"), ["case_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_conflict_review_member_id"), ["member_id"], unique=False)

    op.create_table(
        "letter",
        sa.Column("case_id", KEY, nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("subject_uid", sa.Uuid(), nullable=True),
        sa.Column("number", sa.String(length=60), nullable=True),
        sa.Column("external_number", sa.String(length=80), nullable=False),
        sa.Column("written_on", sa.Date(), nullable=False),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("answer_until", sa.Date(), nullable=True),
        sa.Column("answered_on", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], name=op.f("fk_letter_case_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_letter")),
        sa.UniqueConstraint("number", name=op.f("uq_letter_number")),
        sa.UniqueConstraint("uid", name=op.f("uq_letter_uid")),
    )
    with op.batch_alter_table("letter", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_letter_case_id"), ["case_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_letter_subject_uid"), ["subject_uid"], unique=False)

    op.create_table(
        "procedural_decision",
        sa.Column("case_id", KEY, nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("number", sa.String(length=60), nullable=False),
        sa.Column("decided_on", sa.Date(), nullable=False),
        sa.Column("reasons", sa.Text(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("state", sa.String(40), nullable=False),
        sa.Column("signed_on", sa.Date(), nullable=True),
        sa.Column("signed_by", sa.String(length=200), nullable=False),
        sa.Column("signed_post_lv", sa.String(length=200), nullable=False),
        sa.Column("signed_post_en", sa.String(length=200), nullable=False),
        sa.Column("signed_order", sa.String(length=200), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], name=op.f("fk_procedural_decision_case_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_procedural_decision")),
        sa.UniqueConstraint("number", name=op.f("uq_procedural_decision_number")),
        sa.UniqueConstraint("uid", name=op.f("uq_procedural_decision_uid")),
    )
    with op.batch_alter_table("procedural_decision", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_procedural_decision_case_id"), ["case_id"], unique=False)

    op.create_table(
        "term_change",
        sa.Column("case_id", KEY, nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("from_day", sa.Date(), nullable=False),
        sa.Column("until_day", sa.Date(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("legal", sa.String(length=300), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], name=op.f("fk_term_change_case_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_term_change")),
        sa.UniqueConstraint("uid", name=op.f("uq_term_change_uid")),
    )
    with op.batch_alter_table("term_change", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_term_change_case_id"), ["case_id"], unique=False)

    op.create_table(
        "delivery",
        sa.Column("case_id", KEY, nullable=False),
        sa.Column("letter_id", KEY, nullable=True),
        sa.Column("subject_uid", sa.Uuid(), nullable=False),
        sa.Column("channel", sa.String(40), nullable=False),
        sa.Column("recipient", sa.String(length=300), nullable=False),
        sa.Column("address", sa.String(length=400), nullable=False),
        sa.Column("sent_on", sa.Date(), nullable=False),
        sa.Column("item_number", sa.String(length=60), nullable=False),
        sa.Column("notified_on", sa.Date(), nullable=True),
        sa.Column("returned_on", sa.Date(), nullable=True),
        sa.Column("return_reason", sa.String(40), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], name=op.f("fk_delivery_case_id")),
        sa.ForeignKeyConstraint(["letter_id"], ["letter.id"], name=op.f("fk_delivery_letter_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_delivery")),
        sa.UniqueConstraint("uid", name=op.f("uq_delivery_uid")),
    )
    with op.batch_alter_table("delivery", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_delivery_case_id"), ["case_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_delivery_letter_id"), ["letter_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_delivery_subject_uid"), ["subject_uid"], unique=False)

    op.create_table(
        "member_statement",
        sa.Column("member_id", KEY, nullable=False),
        sa.Column("sitting_id", KEY, nullable=True),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("signed_on", sa.Date(), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_member_statement_member_id")),
        sa.ForeignKeyConstraint(["sitting_id"], ["sitting.id"], name=op.f("fk_member_statement_sitting_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_member_statement")),
        sa.UniqueConstraint("uid", name=op.f("uq_member_statement_uid")),
    )
    with op.batch_alter_table("member_statement", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_member_statement_member_id"), ["member_id"], unique=False)

    op.create_table(
        "minutes_version",
        sa.Column("sitting_id", KEY, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("made_by", sa.String(length=200), nullable=False),
        sa.Column("remark", sa.String(length=300), nullable=False),
        sa.Column("final", sa.Boolean(), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.ForeignKeyConstraint(["sitting_id"], ["sitting.id"], name=op.f("fk_minutes_version_sitting_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_minutes_version")),
        sa.UniqueConstraint("sitting_id", "number", name=op.f("uq_minutes_version_sitting_id_number")),
        sa.UniqueConstraint("uid", name=op.f("uq_minutes_version_uid")),
    )
    with op.batch_alter_table("minutes_version", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_minutes_version_sitting_id"), ["sitting_id"], unique=False)

    op.create_table(
        "minutes_correction",
        sa.Column("sitting_id", KEY, nullable=False),
        sa.Column("noted_on", sa.Date(), nullable=False),
        sa.Column("place", sa.String(length=200), nullable=False),
        sa.Column("becomes", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("author", sa.String(length=200), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.ForeignKeyConstraint(["sitting_id"], ["sitting.id"], name=op.f("fk_minutes_correction_sitting_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_minutes_correction")),
        sa.UniqueConstraint("uid", name=op.f("uq_minutes_correction_uid")),
    )
    with op.batch_alter_table("minutes_correction", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_minutes_correction_sitting_id"), ["sitting_id"], unique=False)

    op.create_table(
        "sitting_reply",
        sa.Column("sitting_id", KEY, nullable=False),
        sa.Column("member_id", KEY, nullable=False),
        sa.Column("answer", sa.String(40), nullable=False),
        sa.Column("reason", sa.String(length=300), nullable=False),
        sa.Column("replied_on", sa.Date(), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_sitting_reply_member_id")),
        sa.ForeignKeyConstraint(["sitting_id"], ["sitting.id"], name=op.f("fk_sitting_reply_sitting_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sitting_reply")),
        sa.UniqueConstraint("sitting_id", "member_id", name=op.f("uq_sitting_reply_sitting_id_member_id")),
        sa.UniqueConstraint("uid", name=op.f("uq_sitting_reply_uid")),
    )
    with op.batch_alter_table("sitting_reply", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_sitting_reply_sitting_id"), ["sitting_id"], unique=False)

    op.create_table(
        "ballot_taken",
        sa.Column("item_id", KEY, nullable=False),
        sa.Column("member_id", KEY, nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.ForeignKeyConstraint(["item_id"], ["agenda_item.id"], name=op.f("fk_ballot_taken_item_id")),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_ballot_taken_member_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ballot_taken")),
        sa.UniqueConstraint("item_id", "member_id", name=op.f("uq_ballot_taken_item_id_member_id")),
        sa.UniqueConstraint("uid", name=op.f("uq_ballot_taken_uid")),
    )
    with op.batch_alter_table("ballot_taken", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_ballot_taken_item_id"), ["item_id"], unique=False)

    op.create_table(
        "secret_count",
        sa.Column("item_id", KEY, nullable=False),
        sa.Column("in_favour", sa.Integer(), nullable=False),
        sa.Column("against", sa.Integer(), nullable=False),
        sa.Column("abstained", sa.Integer(), nullable=False),
        sa.Column("invalid", sa.Integer(), nullable=False),
        sa.Column("tellers", sa.String(length=400), nullable=False),
        sa.Column("counted_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.ForeignKeyConstraint(["item_id"], ["agenda_item.id"], name=op.f("fk_secret_count_item_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_secret_count")),
        sa.UniqueConstraint("item_id", name=op.f("uq_secret_count_item_id")),
        sa.UniqueConstraint("uid", name=op.f("uq_secret_count_uid")),
    )
    op.create_table(
        "sitting_guest",
        sa.Column("sitting_id", KEY, nullable=False),
        sa.Column("item_id", KEY, nullable=True),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("post", sa.String(length=200), nullable=False),
        sa.Column("arrived_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("left_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.ForeignKeyConstraint(["item_id"], ["agenda_item.id"], name=op.f("fk_sitting_guest_item_id")),
        sa.ForeignKeyConstraint(["sitting_id"], ["sitting.id"], name=op.f("fk_sitting_guest_sitting_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sitting_guest")),
        sa.UniqueConstraint("uid", name=op.f("uq_sitting_guest_uid")),
    )
    with op.batch_alter_table("sitting_guest", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_sitting_guest_sitting_id"), ["sitting_id"], unique=False)

    op.create_table(
        "sitting_note",
        sa.Column("sitting_id", KEY, nullable=False),
        sa.Column("item_id", KEY, nullable=True),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("speaker", sa.String(length=200), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("noted_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("author_uid", sa.Uuid(), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.ForeignKeyConstraint(["item_id"], ["agenda_item.id"], name=op.f("fk_sitting_note_item_id")),
        sa.ForeignKeyConstraint(["sitting_id"], ["sitting.id"], name=op.f("fk_sitting_note_sitting_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sitting_note")),
        sa.UniqueConstraint("uid", name=op.f("uq_sitting_note_uid")),
    )
    with op.batch_alter_table("sitting_note", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_sitting_note_sitting_id"), ["sitting_id"], unique=False)

    op.create_table(
        "appeal",
        sa.Column("case_id", KEY, nullable=False),
        sa.Column("decision_id", KEY, nullable=True),
        sa.Column("examinee_id", KEY, nullable=True),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("state", sa.String(40), nullable=False),
        sa.Column("number", sa.String(length=60), nullable=False),
        sa.Column("external_number", sa.String(length=80), nullable=False),
        sa.Column("received_on", sa.Date(), nullable=False),
        sa.Column("channel", sa.String(40), nullable=False),
        sa.Column("term_until", sa.Date(), nullable=True),
        sa.Column("late_reason", sa.Text(), nullable=False),
        sa.Column("grounds", sa.Text(), nullable=False),
        sa.Column("body", sa.String(length=300), nullable=False),
        sa.Column("commission_id", KEY, nullable=True),
        sa.Column("answer_due", sa.Date(), nullable=True),
        sa.Column("sent_on", sa.Date(), nullable=True),
        sa.Column("outcome", sa.String(40), nullable=True),
        sa.Column("outcome_on", sa.Date(), nullable=True),
        sa.Column("outcome_number", sa.String(length=80), nullable=False),
        sa.Column("outcome_reasons", sa.Text(), nullable=False),
        sa.Column("file_pages", sa.Integer(), nullable=True),
        sa.Column("court_on", sa.Date(), nullable=True),
        sa.Column("court_reference", sa.String(length=120), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], name=op.f("fk_appeal_case_id")),
        sa.ForeignKeyConstraint(["commission_id"], ["commission.id"], name=op.f("fk_appeal_commission_id")),
        sa.ForeignKeyConstraint(["decision_id"], ["decision.id"], name=op.f("fk_appeal_decision_id")),
        sa.ForeignKeyConstraint(["examinee_id"], ["examinee.id"], name=op.f("fk_appeal_examinee_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_appeal")),
        sa.UniqueConstraint("number", name=op.f("uq_appeal_number")),
        sa.UniqueConstraint("uid", name=op.f("uq_appeal_uid")),
    )
    with op.batch_alter_table("appeal", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_appeal_case_id"), ["case_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_appeal_decision_id"), ["decision_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_appeal_examinee_id"), ["examinee_id"], unique=False)

    op.create_table(
        "slip_correction",
        sa.Column("decision_id", KEY, nullable=False),
        sa.Column("place", sa.String(length=200), nullable=False),
        sa.Column("was", sa.Text(), nullable=False),
        sa.Column("becomes", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("corrected_on", sa.Date(), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.ForeignKeyConstraint(["decision_id"], ["decision.id"], name=op.f("fk_slip_correction_decision_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_slip_correction")),
        sa.UniqueConstraint("uid", name=op.f("uq_slip_correction_uid")),
    )
    with op.batch_alter_table("slip_correction", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_slip_correction_decision_id"), ["decision_id"], unique=False)

    with op.batch_alter_table("agenda_item", schema=None) as batch_op:
        batch_op.add_column(sa.Column("taken_up_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("ballot", sa.String(40), server_default="named", nullable=False))
        batch_op.add_column(sa.Column("batch", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("presenter", sa.String(length=200), server_default="", nullable=False))
        batch_op.add_column(sa.Column("late_reason", sa.Text(), server_default="", nullable=False))

    with op.batch_alter_table("attendance", schema=None) as batch_op:
        batch_op.add_column(sa.Column("instead_of_id", KEY, nullable=True))
        batch_op.add_column(sa.Column("order_number", sa.String(length=200), server_default="", nullable=False))
        batch_op.add_column(sa.Column("remote", sa.Boolean(), server_default=sa.false(), nullable=False))
        batch_op.create_foreign_key(batch_op.f("fk_attendance_instead_of_id"), "member", ["instead_of_id"], ["id"])

    with op.batch_alter_table("bylaw_edition", schema=None) as batch_op:
        batch_op.add_column(sa.Column("practitioner_numerator", sa.Integer(), server_default="0", nullable=False))
        batch_op.add_column(sa.Column("practitioner_denominator", sa.Integer(), server_default="1", nullable=False))
        batch_op.add_column(sa.Column("side_minimums", sa.Text(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("minimum_each_sex", sa.Integer(), server_default="0", nullable=False))
        batch_op.add_column(sa.Column("field_required", sa.Boolean(), server_default=sa.false(), nullable=False))
        batch_op.add_column(sa.Column("majority_numerator", sa.Integer(), server_default="1", nullable=False))
        batch_op.add_column(sa.Column("majority_denominator", sa.Integer(), server_default="2", nullable=False))
        batch_op.add_column(sa.Column("majority_strict", sa.Boolean(), server_default=sa.true(), nullable=False))
        batch_op.add_column(sa.Column("recusal_policy", sa.String(40), server_default="out_of_quorum", nullable=False))
        batch_op.add_column(sa.Column("abstention_policy", sa.String(40), server_default="allowed", nullable=False))
        batch_op.add_column(sa.Column("substitute_presides", sa.Boolean(), server_default=sa.false(), nullable=False))
        batch_op.add_column(sa.Column("secret_ballot", sa.Boolean(), server_default=sa.false(), nullable=False))
        batch_op.add_column(sa.Column("written_allowed", sa.Boolean(), server_default=sa.true(), nullable=False))
        batch_op.add_column(sa.Column("written_days", sa.Integer(), server_default="5", nullable=False))
        batch_op.add_column(sa.Column("convocation_days", sa.Integer(), server_default="5", nullable=False))
        batch_op.add_column(sa.Column("freeze_days", sa.Integer(), server_default="0", nullable=False))

    with op.batch_alter_table("decision", schema=None) as batch_op:
        batch_op.add_column(sa.Column("signed_by", sa.String(length=200), server_default="", nullable=False))
        batch_op.add_column(sa.Column("signed_post_lv", sa.String(length=200), server_default="", nullable=False))
        batch_op.add_column(sa.Column("signed_post_en", sa.String(length=200), server_default="", nullable=False))
        batch_op.add_column(sa.Column("signed_order", sa.String(length=200), server_default="", nullable=False))
        batch_op.add_column(sa.Column("condition", sa.Text(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("condition_until", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("made_final_on", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("replaces_id", KEY, nullable=True))
        batch_op.add_column(sa.Column("repealed_on", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("repeal_reason", sa.Text(), server_default="", nullable=False))
        batch_op.create_foreign_key(batch_op.f("fk_decision_replaces_id"), "decision", ["replaces_id"], ["id"])

    with op.batch_alter_table("member", schema=None) as batch_op:
        batch_op.add_column(sa.Column("substitute_for_id", KEY, nullable=True))
        batch_op.add_column(sa.Column("fields", sa.String(length=500), server_default="", nullable=False))
        batch_op.add_column(sa.Column("sex", sa.String(40), server_default="not_said", nullable=False))
        batch_op.add_column(sa.Column("email", sa.String(length=200), server_default="", nullable=False))
        batch_op.add_column(sa.Column("address", sa.String(length=300), server_default="", nullable=False))
        batch_op.create_foreign_key(batch_op.f("fk_member_substitute_for_id"), "member", ["substitute_for_id"], ["id"])

    with op.batch_alter_table("recusal", schema=None) as batch_op:
        batch_op.add_column(sa.Column("kind", sa.String(40), server_default="other", nullable=False))

    with op.batch_alter_table("sitting", schema=None) as batch_op:
        batch_op.add_column(sa.Column("remote_link", sa.String(length=300), server_default="", nullable=False))
        batch_op.add_column(sa.Column("convoked_on", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("frozen_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("vote_until", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("chaired_by_id", KEY, nullable=True))
        batch_op.add_column(sa.Column("chair_order", sa.String(length=200), server_default="", nullable=False))
        batch_op.add_column(sa.Column("signed_on", sa.Date(), nullable=True))
        batch_op.create_foreign_key(batch_op.f("fk_sitting_chaired_by_id"), "member", ["chaired_by_id"], ["id"])

    with op.batch_alter_table("vote", schema=None) as batch_op:
        batch_op.add_column(sa.Column("cast_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("opinion", sa.Text(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("channel", sa.String(length=40), nullable=True))

    with op.batch_alter_table("recognition_case", schema=None) as batch_op:
        batch_op.add_column(sa.Column("entry_semester", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("viis_on", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("viis_by", sa.String(length=200), server_default="", nullable=False))

    with op.batch_alter_table("unit", schema=None) as batch_op:
        batch_op.add_column(sa.Column("semester", sa.Integer(), nullable=True))

    op.create_table(
        "remuneration_rate",
        sa.Column("act", sa.String(40), nullable=False),
        sa.Column("measure", sa.String(40), nullable=False),
        sa.Column("role", sa.String(40), nullable=True),
        sa.Column("cents", sa.Integer(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_until", sa.Date(), nullable=True),
        sa.Column("legal", sa.String(length=300), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_remuneration_rate")),
        sa.UniqueConstraint("uid", name=op.f("uq_remuneration_rate_uid")),
    )
    op.create_table(
        "case_hours",
        sa.Column("case_id", KEY, nullable=False),
        sa.Column("consultation", sa.Integer(), nullable=False),
        sa.Column("assessment", sa.Integer(), nullable=False),
        sa.Column("commission", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["recognition_case.id"], name=op.f("fk_case_hours_case_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_hours")),
        sa.UniqueConstraint("case_id", name=op.f("uq_case_hours_case_id")),
        sa.UniqueConstraint("uid", name=op.f("uq_case_hours_uid")),
    )
    with op.batch_alter_table("price_list", schema=None) as batch_op:
        batch_op.add_column(sa.Column("consultation_hours", sa.Integer(), server_default="0", nullable=False))
        batch_op.add_column(sa.Column("unit_hours", sa.Integer(), server_default="0", nullable=False))
        batch_op.add_column(sa.Column("commission_hours", sa.Integer(), server_default="0", nullable=False))
        batch_op.add_column(sa.Column("least_cents", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("most_cents", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("credits_from", sa.String(40), server_default="claimed", nullable=False))
