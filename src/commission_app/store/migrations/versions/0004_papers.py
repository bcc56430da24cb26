"""Papers an auditor would accept: certificates and microcredentials, blanks, closed years, signatures, keys, archive.

Revision: 0004
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Makes the new tables and adds the new columns; what stands keeps the meaning it had."""
    _certificates()
    _microcredentials()
    _blanks()
    _registers()
    _signing()
    _keys()
    _archive()
    _institution()
    _twins()


def _certificates() -> None:
    """Certificates that are duplicates, and how they came to their holders."""
    op.add_column("certificate", sa.Column("record", sa.Text(), server_default="", nullable=False))
    op.add_column("certificate", sa.Column("sealed", sa.Text(), server_default="", nullable=False))
    op.add_column("certificate", sa.Column("annulled_on", sa.Date(), nullable=True))


def _microcredentials() -> None:
    """What the institution's microcredentials say, and how programmes conform."""
    op.create_table(
        "microcredential_profile",
        sa.Column("edition_id", KEY, nullable=False),
        sa.Column("title_lv", sa.String(length=500), nullable=False),
        sa.Column("title_en", sa.String(length=500), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("retired_on", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.ForeignKeyConstraint(["edition_id"], ["edition.id"], name=op.f("fk_microcredential_profile_edition_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_microcredential_profile")),
        sa.UniqueConstraint("uid", name=op.f("uq_microcredential_profile_uid")),
    )
    op.create_index(op.f("ix_microcredential_profile_edition_id"), "microcredential_profile", ["edition_id"])
    op.create_table(
        "programme_review",
        sa.Column("review", sa.String(40), nullable=False),
        sa.Column("edition_id", KEY, nullable=True),
        sa.Column("programme_kind", sa.String(40), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("reviewed_on", sa.Date(), nullable=False),
        sa.Column("reviewed_by", sa.String(length=200), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.ForeignKeyConstraint(["edition_id"], ["edition.id"], name=op.f("fk_programme_review_edition_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_programme_review")),
        sa.UniqueConstraint("edition_id", "review", name=op.f("uq_programme_review_edition_id_review")),
        sa.UniqueConstraint("programme_kind", "review", name=op.f("uq_programme_review_programme_kind_review")),
        sa.UniqueConstraint("uid", name=op.f("uq_programme_review_uid")),
    )
    op.create_index(op.f("ix_programme_review_edition_id"), "programme_review", ["edition_id"])


def _blanks() -> None:
    """The ledger of state forms, their layouts and the printers they go through."""
    _blank_tables()
    op.create_table(
        "blank_movement",
        sa.Column("lot_id", KEY, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("move", sa.String(40), nullable=False),
        sa.Column("was", sa.String(40), nullable=True),
        sa.Column("number_from", sa.String(length=12), nullable=False),
        sa.Column("number_to", sa.String(length=12), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("basis", sa.String(length=200), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("responsible", sa.String(length=200), nullable=False),
        sa.Column("certificate_uid", sa.Uuid(), nullable=True),
        sa.Column("destruction_id", KEY, nullable=True),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.ForeignKeyConstraint(
            ["destruction_id"], ["blank_destruction.id"], name=op.f("fk_blank_movement_destruction_id")
        ),
        sa.ForeignKeyConstraint(["lot_id"], ["blank_lot.id"], name=op.f("fk_blank_movement_lot_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_blank_movement")),
        sa.UniqueConstraint("uid", name=op.f("uq_blank_movement_uid")),
    )
    op.create_index(op.f("ix_blank_movement_day"), "blank_movement", ["day"])
    op.create_index(op.f("ix_blank_movement_lot_id"), "blank_movement", ["lot_id"])
    with op.batch_alter_table("certificate") as batch_op:
        batch_op.add_column(sa.Column("blank_id", KEY, nullable=True))
        batch_op.add_column(sa.Column("replaces_id", KEY, nullable=True))
        batch_op.add_column(sa.Column("lost_on", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("duplicate_asked_on", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("duplicate_reason", sa.String(40), nullable=True))
        batch_op.add_column(sa.Column("announced_in", sa.String(length=200), server_default="", nullable=False))
        batch_op.add_column(sa.Column("announced_on", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("received_how", sa.String(length=40), server_default="", nullable=False))
        batch_op.add_column(sa.Column("received_by", sa.String(length=240), server_default="", nullable=False))
        batch_op.add_column(sa.Column("viis_on", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("viis_by", sa.String(length=200), server_default="", nullable=False))
        batch_op.create_foreign_key(batch_op.f("fk_certificate_blank_id"), "blank", ["blank_id"], ["id"])
        batch_op.create_foreign_key(batch_op.f("fk_certificate_replaces_id"), "certificate", ["replaces_id"], ["id"])


def _blank_tables() -> None:
    op.create_table(
        "blank_lot",
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("series", sa.String(length=20), nullable=False),
        sa.Column("number_from", sa.String(length=12), nullable=False),
        sa.Column("number_to", sa.String(length=12), nullable=False),
        sa.Column("received_on", sa.Date(), nullable=False),
        sa.Column("basis", sa.String(length=200), nullable=False),
        sa.Column("responsible", sa.String(length=200), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_blank_lot")),
        sa.UniqueConstraint("uid", name=op.f("uq_blank_lot_uid")),
    )
    op.create_table(
        "blank",
        sa.Column("lot_id", KEY, nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("series", sa.String(length=20), nullable=False),
        sa.Column("number", sa.String(length=12), nullable=False),
        sa.Column("value", KEY, nullable=False),
        sa.Column("state", sa.String(40), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("certificate_uid", sa.Uuid(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.ForeignKeyConstraint(["lot_id"], ["blank_lot.id"], name=op.f("fk_blank_lot_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_blank")),
        sa.UniqueConstraint("series", "value", name=op.f("uq_blank_series_value")),
        sa.UniqueConstraint("uid", name=op.f("uq_blank_uid")),
    )
    op.create_index(op.f("ix_blank_certificate_uid"), "blank", ["certificate_uid"])
    op.create_index("ix_blank_kind_state", "blank", ["kind", "state"])
    op.create_index(op.f("ix_blank_lot_id"), "blank", ["lot_id"])
    op.create_table(
        "blank_destruction",
        sa.Column("number", sa.String(length=60), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("manner", sa.String(length=300), nullable=False),
        sa.Column("board", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_blank_destruction")),
        sa.UniqueConstraint("number", name=op.f("uq_blank_destruction_number")),
        sa.UniqueConstraint("uid", name=op.f("uq_blank_destruction_uid")),
    )
    op.create_table(
        "blank_layout",
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_blank_layout")),
        sa.UniqueConstraint("kind", "valid_from", name=op.f("uq_blank_layout_kind_valid_from")),
        sa.UniqueConstraint("uid", name=op.f("uq_blank_layout_uid")),
    )


def _registers() -> None:
    """Closed years, old registers taken in, templates of the institution."""
    with op.batch_alter_table("series", schema=None) as batch_op:
        batch_op.add_column(sa.Column("source", sa.String(length=64), server_default="", nullable=False))
        batch_op.drop_constraint("uq_series_book_year", type_="unique")
        batch_op.create_unique_constraint(batch_op.f("uq_series_book_year_source"), ["book", "year", "source"])
    op.create_table(
        "book_closing",
        sa.Column("book", sa.String(40), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("closed_on", sa.Date(), nullable=False),
        sa.Column("closed_by", sa.String(length=200), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.Column("reopened_on", sa.Date(), nullable=True),
        sa.Column("reopened_by", sa.String(length=200), nullable=False),
        sa.Column("reopened_reason", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_book_closing")),
        sa.UniqueConstraint("uid", name=op.f("uq_book_closing_uid")),
    )
    op.create_index("ix_book_closing_book_year", "book_closing", ["book", "year"], unique=False)
    op.create_table(
        "register_import",
        sa.Column("book", sa.String(40), nullable=False),
        sa.Column("name", sa.String(length=300), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("blob_id", KEY, nullable=False),
        sa.Column("layout", sa.Text(), nullable=False),
        sa.Column("rows", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(40), nullable=False),
        sa.Column("begun_on", sa.Date(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.ForeignKeyConstraint(["blob_id"], ["blob.id"], name=op.f("fk_register_import_blob_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_register_import")),
        sa.UniqueConstraint("uid", name=op.f("uq_register_import_uid")),
    )
    op.create_index(op.f("ix_register_import_sha256"), "register_import", ["sha256"], unique=False)
    op.create_table(
        "book_template",
        sa.Column("book", sa.String(40), nullable=False),
        sa.Column("name", sa.String(length=300), nullable=False),
        sa.Column("blob_id", KEY, nullable=False),
        sa.Column("stored_on", sa.Date(), nullable=False),
        sa.Column("removed_on", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.ForeignKeyConstraint(["blob_id"], ["blob.id"], name=op.f("fk_book_template_blob_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_book_template")),
        sa.UniqueConstraint("uid", name=op.f("uq_book_template_uid")),
    )


def _signing() -> None:
    """Who signs a paper, in which order, and the file after each signature."""
    op.create_table(
        "signing_route",
        sa.Column("subject_uid", sa.Uuid(), nullable=False),
        sa.Column("subject_id", KEY, nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("language", sa.String(length=5), nullable=False),
        sa.Column("number", sa.String(length=60), nullable=False),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("state", sa.String(40), nullable=False),
        sa.Column("put_forward_on", sa.Date(), nullable=False),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("facts_sha256", sa.String(length=64), nullable=False),
        sa.Column("first_blob_id", KEY, nullable=False),
        sa.Column("current_blob_id", KEY, nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.ForeignKeyConstraint(["current_blob_id"], ["blob.id"], name=op.f("fk_signing_route_current_blob_id")),
        sa.ForeignKeyConstraint(["first_blob_id"], ["blob.id"], name=op.f("fk_signing_route_first_blob_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_signing_route")),
        sa.UniqueConstraint("uid", name=op.f("uq_signing_route_uid")),
    )
    op.create_index(op.f("ix_signing_route_state"), "signing_route", ["state"])
    op.create_index(op.f("ix_signing_route_subject_uid"), "signing_route", ["subject_uid"])
    op.create_table(
        "signing_step",
        sa.Column("route_id", KEY, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("signer_name", sa.String(length=200), nullable=False),
        sa.Column("post_lv", sa.String(length=300), nullable=False),
        sa.Column("post_en", sa.String(length=300), nullable=False),
        sa.Column("stands_for", sa.String(length=200), nullable=False),
        sa.Column("order_text", sa.String(length=200), nullable=False),
        sa.Column("way", sa.String(40), nullable=False),
        sa.Column("state", sa.String(40), nullable=False),
        sa.Column("signed_on", sa.Date(), nullable=True),
        sa.Column("signed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("remark", sa.Text(), nullable=False),
        sa.Column("certificate", sa.Text(), nullable=False),
        sa.Column("level", sa.String(40), nullable=False),
        sa.Column("blob_id", KEY, nullable=True),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.ForeignKeyConstraint(["blob_id"], ["blob.id"], name=op.f("fk_signing_step_blob_id")),
        sa.ForeignKeyConstraint(["route_id"], ["signing_route.id"], name=op.f("fk_signing_step_route_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_signing_step")),
        sa.UniqueConstraint("route_id", "position", name=op.f("uq_signing_step_route_id_position")),
        sa.UniqueConstraint("uid", name=op.f("uq_signing_step_uid")),
    )
    op.create_index(op.f("ix_signing_step_route_id"), "signing_step", ["route_id"])


def _keys() -> None:
    """The keys that the codes on papers are signed with."""
    op.create_table(
        "signing_key",
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.Column("name", sa.String(length=300), nullable=False),
        sa.Column("public_pem", sa.Text(), nullable=False),
        sa.Column("own", sa.Boolean(), nullable=False),
        sa.Column("private_pem", sa.Text(), nullable=False),
        sa.Column("state", sa.String(40), nullable=False),
        sa.Column("source", sa.String(length=300), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_until", sa.Date(), nullable=True),
        sa.Column("compromised_from", sa.Date(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_signing_key")),
        sa.UniqueConstraint("fingerprint", name=op.f("uq_signing_key_fingerprint")),
        sa.UniqueConstraint("uid", name=op.f("uq_signing_key_uid")),
    )


def _archive() -> None:
    """Nomenclature, volumes and what lies in them."""
    op.create_table(
        "archive_deed",
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("number", sa.String(length=60), nullable=False),
        sa.Column("made_on", sa.Date(), nullable=False),
        sa.Column("state", sa.String(40), nullable=False),
        sa.Column("receiver", sa.String(length=300), nullable=False),
        sa.Column("receiver_name", sa.String(length=200), nullable=False),
        sa.Column("receiver_post", sa.String(length=200), nullable=False),
        sa.Column("board", sa.Text(), nullable=False),
        sa.Column("grounds", sa.Text(), nullable=False),
        sa.Column("approval_number", sa.String(length=80), nullable=False),
        sa.Column("approved_on", sa.Date(), nullable=True),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("way", sa.String(length=300), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_archive_deed")),
        sa.UniqueConstraint("kind", "number", name=op.f("uq_archive_deed_kind_number")),
        sa.UniqueConstraint("uid", name=op.f("uq_archive_deed_uid")),
    )
    op.create_table(
        "nomenclature_entry",
        sa.Column("index_no", sa.String(length=40), nullable=False),
        sa.Column("title_lv", sa.String(length=300), nullable=False),
        sa.Column("title_en", sa.String(length=300), nullable=False),
        sa.Column("holds", sa.String(40), nullable=False),
        sa.Column("procedure", sa.String(40), nullable=True),
        sa.Column("book", sa.String(40), nullable=True),
        sa.Column("retention", sa.String(40), nullable=False),
        sa.Column("years", sa.Integer(), nullable=True),
        sa.Column("kept_since", sa.String(40), nullable=False),
        sa.Column("legal", sa.String(length=300), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_until", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_nomenclature_entry")),
        sa.UniqueConstraint("index_no", "valid_from", name=op.f("uq_nomenclature_entry_index_no_valid_from")),
        sa.UniqueConstraint("uid", name=op.f("uq_nomenclature_entry_uid")),
    )
    op.create_table(
        "archive_volume",
        sa.Column("entry_id", KEY, nullable=False),
        sa.Column("case_id", KEY, nullable=True),
        sa.Column("book", sa.String(40), nullable=True),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("part", sa.Integer(), nullable=False),
        sa.Column("title_lv", sa.String(length=400), nullable=False),
        sa.Column("title_en", sa.String(length=400), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("sheets", sa.Integer(), nullable=False),
        sa.Column("contents", sa.Text(), nullable=False),
        sa.Column("both_sides", sa.Boolean(), nullable=False),
        sa.Column("place", sa.String(length=200), nullable=False),
        sa.Column("state", sa.String(40), nullable=False),
        sa.Column("certified_on", sa.Date(), nullable=True),
        sa.Column("certified_by", sa.String(length=200), nullable=False),
        sa.Column("certified_post_lv", sa.String(length=200), nullable=False),
        sa.Column("certified_post_en", sa.String(length=200), nullable=False),
        sa.Column("lettered", sa.String(length=200), nullable=False),
        sa.Column("missing", sa.String(length=200), nullable=False),
        sa.Column("keep_until", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], name=op.f("fk_archive_volume_case_id")),
        sa.ForeignKeyConstraint(["entry_id"], ["nomenclature_entry.id"], name=op.f("fk_archive_volume_entry_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_archive_volume")),
        sa.UniqueConstraint("uid", name=op.f("uq_archive_volume_uid")),
    )
    op.create_index(op.f("ix_archive_volume_case_id"), "archive_volume", ["case_id"], unique=False)
    op.create_index(op.f("ix_archive_volume_entry_id"), "archive_volume", ["entry_id"], unique=False)
    op.create_index("ix_archive_volume_state_keep_until", "archive_volume", ["state", "keep_until"], unique=False)
    op.create_table(
        "archive_deed_line",
        sa.Column("deed_id", KEY, nullable=False),
        sa.Column("volume_id", KEY, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.ForeignKeyConstraint(["deed_id"], ["archive_deed.id"], name=op.f("fk_archive_deed_line_deed_id")),
        sa.ForeignKeyConstraint(["volume_id"], ["archive_volume.id"], name=op.f("fk_archive_deed_line_volume_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_archive_deed_line")),
        sa.UniqueConstraint("deed_id", "volume_id", name=op.f("uq_archive_deed_line_deed_id_volume_id")),
        sa.UniqueConstraint("uid", name=op.f("uq_archive_deed_line_uid")),
    )
    op.create_index(op.f("ix_archive_deed_line_deed_id"), "archive_deed_line", ["deed_id"], unique=False)
    op.create_index(op.f("ix_archive_deed_line_volume_id"), "archive_deed_line", ["volume_id"], unique=False)


def _institution() -> None:
    """The letterhead with its pictures, by its day."""
    with op.batch_alter_table("institution_name") as batch_op:
        batch_op.add_column(sa.Column("website", sa.String(length=200), server_default="", nullable=False))
        batch_op.add_column(sa.Column("logo", sa.LargeBinary(), nullable=True))
        batch_op.add_column(sa.Column("arms", sa.LargeBinary(), nullable=True))
        batch_op.add_column(sa.Column("electronic", sa.Boolean(), server_default=sa.false(), nullable=False))


def _twins() -> None:
    """With which formats and choices a paper that is a digital twin was made; whether certificates carry theirs."""
    op.add_column("paper", sa.Column("made_with", sa.Text(), server_default="", nullable=False))
    op.add_column("institution", sa.Column("twins_at_issue", sa.Boolean(), server_default=sa.false(), nullable=False))
