"""The house: every table of the main job, from institution to register.

Revision: 0001
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Makes the tables and the one row at the head of the chain."""
    op.create_table(
        "act",
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("position", KEY, nullable=False),
        sa.Column("moment", sa.DateTime(timezone=True), nullable=False),
        sa.Column("user_uid", sa.Uuid(), nullable=True),
        sa.Column("user_name", sa.String(length=200), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("nouns", sa.String(length=200), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("previous_hash", sa.String(length=64), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_act")),
        sa.UniqueConstraint("position", name=op.f("uq_act_position")),
        sa.UniqueConstraint("uid", name=op.f("uq_act_uid")),
    )
    op.create_index("ix_act_name_id", "act", ["name", "id"], unique=False)
    op.create_table(
        "blob",
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("stored_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_blob")),
        sa.UniqueConstraint("sha256", name=op.f("uq_blob_sha256")),
    )
    op.create_table(
        "chain_head",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("position", KEY, nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_chain_head")),
    )
    op.create_table(
        "commission",
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("name_lv", sa.String(length=300), nullable=False),
        sa.Column("name_en", sa.String(length=300), nullable=False),
        sa.Column("thematic_area", sa.String(length=300), nullable=False),
        sa.Column("order_number", sa.String(length=80), nullable=False),
        sa.Column("order_date", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_commission")),
        sa.UniqueConstraint("uid", name=op.f("uq_commission_uid")),
    )
    op.create_table(
        "institution",
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("registration_number", sa.String(length=20), nullable=False),
        sa.Column("place_locative_lv", sa.String(length=80), nullable=False),
        sa.Column("place_en", sa.String(length=80), nullable=False),
        sa.Column("email", sa.String(length=200), nullable=False),
        sa.Column("phone", sa.String(length=60), nullable=False),
        sa.Column("logo", sa.LargeBinary(), nullable=True),
        sa.Column("backup_folder", sa.String(length=500), nullable=False),
        sa.Column("backup_on_exit", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_institution")),
        sa.UniqueConstraint("uid", name=op.f("uq_institution_uid")),
    )
    op.create_table(
        "person",
        sa.Column("given_name", sa.String(length=120), nullable=False),
        sa.Column("family_name", sa.String(length=120), nullable=False),
        sa.Column("sort_key", sa.LargeBinary(), nullable=False),
        sa.Column("birth_date", sa.Date(), nullable=True),
        sa.Column("citizenship", sa.String(length=80), nullable=False),
        sa.Column("email", sa.String(length=200), nullable=False),
        sa.Column("phone", sa.String(length=60), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("erased", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
        sa.UniqueConstraint("uid", name=op.f("uq_person_uid")),
    )
    op.create_index(op.f("ix_person_sort_key"), "person", ["sort_key"], unique=False)
    op.create_table(
        "phrase",
        sa.Column("key", sa.String(length=80), nullable=False),
        sa.Column("procedure", sa.String(40), nullable=True),
        sa.Column("in_force_from", sa.Date(), nullable=False),
        sa.Column("text_lv", sa.Text(), nullable=False),
        sa.Column("text_en", sa.Text(), nullable=False),
        sa.Column("origin", sa.String(40), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_phrase")),
        sa.UniqueConstraint(
            "key", "procedure", "in_force_from", "origin", name=op.f("uq_phrase_key_procedure_in_force_from_origin")
        ),
        sa.UniqueConstraint("uid", name=op.f("uq_phrase_uid")),
    )
    op.create_table(
        "provision",
        sa.Column("key", sa.String(length=80), nullable=False),
        sa.Column("procedure", sa.String(40), nullable=True),
        sa.Column("in_force_from", sa.Date(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("legal_lv", sa.Text(), nullable=False),
        sa.Column("legal_en", sa.Text(), nullable=False),
        sa.Column("origin", sa.String(40), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_provision")),
        sa.UniqueConstraint(
            "key", "procedure", "in_force_from", "origin", name=op.f("uq_provision_key_procedure_in_force_from_origin")
        ),
        sa.UniqueConstraint("uid", name=op.f("uq_provision_uid")),
    )
    op.create_table(
        "search_row",
        sa.Column("noun", sa.String(length=20), nullable=False),
        sa.Column("noun_id", KEY, nullable=False),
        sa.Column("subject_uid", sa.Uuid(), nullable=False),
        sa.Column("title", sa.String(length=400), nullable=False),
        sa.Column("detail", sa.String(length=400), nullable=False),
        sa.Column("tokens", sa.Text(), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_search_row")),
        sa.UniqueConstraint("noun", "noun_id", name=op.f("uq_search_row_noun_noun_id")),
    )
    op.create_index("ix_search_row_subject_uid", "search_row", ["subject_uid"], unique=False)
    op.create_table(
        "series",
        sa.Column("book", sa.String(40), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("mode", sa.String(40), nullable=False),
        sa.Column("pattern", sa.String(length=60), nullable=False),
        sa.Column("last_value", sa.Integer(), nullable=False),
        sa.Column("last_entry", sa.Integer(), nullable=False),
        sa.Column("head_hash", sa.String(length=64), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_series")),
        sa.UniqueConstraint("book", "year", name=op.f("uq_series_book_year")),
        sa.UniqueConstraint("uid", name=op.f("uq_series_uid")),
    )
    op.create_table(
        "standard",
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("code", sa.String(length=60), nullable=False),
        sa.Column("title_lv", sa.String(length=500), nullable=False),
        sa.Column("title_en", sa.String(length=500), nullable=False),
        sa.Column("sort_key", sa.LargeBinary(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_standard")),
        sa.UniqueConstraint("code", name=op.f("uq_standard_code")),
        sa.UniqueConstraint("uid", name=op.f("uq_standard_uid")),
    )
    op.create_index(op.f("ix_standard_sort_key"), "standard", ["sort_key"], unique=False)
    op.create_table(
        "unit_identity",
        sa.Column("code", sa.String(length=60), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_unit_identity")),
        sa.UniqueConstraint("uid", name=op.f("uq_unit_identity_uid")),
    )
    op.create_index(op.f("ix_unit_identity_code"), "unit_identity", ["code"], unique=False)
    op.create_table(
        "user_account",
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("post_lv", sa.String(length=200), nullable=False),
        sa.Column("post_en", sa.String(length=200), nullable=False),
        sa.Column("role", sa.String(40), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("stands_in_for", sa.String(length=200), nullable=False),
        sa.Column("stands_in_order", sa.String(length=200), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_user_account")),
        sa.UniqueConstraint("uid", name=op.f("uq_user_account_uid")),
    )
    op.create_table(
        "act_subject",
        sa.Column("act_id", KEY, nullable=False),
        sa.Column("subject_uid", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["act_id"], ["act.id"], name=op.f("fk_act_subject_act_id")),
        sa.PrimaryKeyConstraint("act_id", "subject_uid", name=op.f("pk_act_subject")),
    )
    op.create_index(op.f("ix_act_subject_subject_uid"), "act_subject", ["subject_uid"], unique=False)
    op.create_table(
        "blob_piece",
        sa.Column("blob_id", KEY, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("piece", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["blob_id"], ["blob.id"], name=op.f("fk_blob_piece_blob_id")),
        sa.PrimaryKeyConstraint("blob_id", "position", name=op.f("pk_blob_piece")),
    )
    op.create_table(
        "bylaw_edition",
        sa.Column("commission_id", KEY, nullable=False),
        sa.Column("in_force_from", sa.Date(), nullable=False),
        sa.Column("reference_lv", sa.String(length=300), nullable=False),
        sa.Column("reference_en", sa.String(length=300), nullable=False),
        sa.Column("quorum_rule", sa.String(40), nullable=False),
        sa.Column("quorum_base", sa.String(40), nullable=False),
        sa.Column("quorum_numerator", sa.Integer(), nullable=False),
        sa.Column("quorum_denominator", sa.Integer(), nullable=False),
        sa.Column("quorum_fixed", sa.Integer(), nullable=False),
        sa.Column("majority_base", sa.String(40), nullable=False),
        sa.Column("minimum_members", sa.Integer(), nullable=False),
        sa.Column("minimum_practitioners", sa.Integer(), nullable=False),
        sa.Column("chair_must_attend", sa.Boolean(), nullable=False),
        sa.Column("casting_vote", sa.Boolean(), nullable=False),
        sa.Column("assessors_may_vote", sa.Boolean(), nullable=False),
        sa.Column("secretary_votes", sa.Boolean(), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.ForeignKeyConstraint(["commission_id"], ["commission.id"], name=op.f("fk_bylaw_edition_commission_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bylaw_edition")),
        sa.UniqueConstraint("uid", name=op.f("uq_bylaw_edition_uid")),
    )
    op.create_index(op.f("ix_bylaw_edition_commission_id"), "bylaw_edition", ["commission_id"], unique=False)
    op.create_table(
        "case_file",
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("number", sa.String(length=60), nullable=False),
        sa.Column("number_key", sa.LargeBinary(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("external_number", sa.String(length=80), nullable=False),
        sa.Column("external_date", sa.Date(), nullable=True),
        sa.Column("procedure", sa.String(40), nullable=False),
        sa.Column("step", sa.String(40), nullable=False),
        sa.Column("state", sa.String(40), nullable=False),
        sa.Column("received_on", sa.Date(), nullable=False),
        sa.Column("deadline", sa.Date(), nullable=False),
        sa.Column("law_date", sa.Date(), nullable=False),
        sa.Column("commission_id", KEY, nullable=True),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("title_key", sa.LargeBinary(), nullable=False),
        sa.Column("nomenclature", sa.String(length=40), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.ForeignKeyConstraint(["commission_id"], ["commission.id"], name=op.f("fk_case_file_commission_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_file")),
        sa.UniqueConstraint("number", name=op.f("uq_case_file_number")),
        sa.UniqueConstraint("uid", name=op.f("uq_case_file_uid")),
    )
    op.create_index(op.f("ix_case_file_commission_id"), "case_file", ["commission_id"], unique=False)
    op.create_index("ix_case_file_deadline_id", "case_file", ["deadline", "id"], unique=False)
    op.create_index("ix_case_file_number_key_id", "case_file", ["number_key", "id"], unique=False)
    op.create_index("ix_case_file_received_on_id", "case_file", ["received_on", "id"], unique=False)
    op.create_index("ix_case_file_state_title_key_id", "case_file", ["state", "title_key", "id"], unique=False)
    op.create_index("ix_case_file_step_title_key_id", "case_file", ["step", "title_key", "id"], unique=False)
    op.create_index("ix_case_file_title_key_id", "case_file", ["title_key", "id"], unique=False)
    op.create_table(
        "draft",
        sa.Column("user_id", KEY, nullable=False),
        sa.Column("form", sa.String(length=60), nullable=False),
        sa.Column("subject_uid", sa.String(length=40), nullable=False),
        sa.Column("seen", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["user_account.id"], name=op.f("fk_draft_user_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_draft")),
        sa.UniqueConstraint("user_id", "form", "subject_uid", name=op.f("uq_draft_user_id_form_subject_uid")),
    )
    op.create_table(
        "edition",
        sa.Column("standard_id", KEY, nullable=False),
        sa.Column("predecessor_id", KEY, nullable=True),
        sa.Column("label", sa.String(length=80), nullable=False),
        sa.Column("state", sa.String(40), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_until", sa.Date(), nullable=True),
        sa.Column("lki", sa.Integer(), nullable=True),
        sa.Column("pkl", sa.Integer(), nullable=True),
        sa.Column("isced_f", sa.String(length=10), nullable=False),
        sa.Column("thematic_area", sa.String(length=300), nullable=False),
        sa.Column("accredited", sa.Boolean(), nullable=False),
        sa.Column("accreditation_number", sa.String(length=80), nullable=False),
        sa.Column("accreditation_until", sa.Date(), nullable=True),
        sa.Column("credits", sa.Integer(), nullable=True),
        sa.Column("credit_unit", sa.String(40), nullable=True),
        sa.Column("currency_years", sa.Integer(), nullable=True),
        sa.Column("source", sa.String(length=300), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.ForeignKeyConstraint(["predecessor_id"], ["edition.id"], name=op.f("fk_edition_predecessor_id")),
        sa.ForeignKeyConstraint(["standard_id"], ["standard.id"], name=op.f("fk_edition_standard_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_edition")),
        sa.UniqueConstraint("standard_id", "label", name=op.f("uq_edition_standard_id_label")),
        sa.UniqueConstraint("uid", name=op.f("uq_edition_uid")),
    )
    op.create_index(op.f("ix_edition_standard_id"), "edition", ["standard_id"], unique=False)
    op.create_table(
        "identity_document",
        sa.Column("person_id", KEY, nullable=False),
        sa.Column("kind", sa.String(length=80), nullable=False),
        sa.Column("number", sa.String(length=60), nullable=False),
        sa.Column("country", sa.String(length=80), nullable=False),
        sa.Column("valid_until", sa.Date(), nullable=True),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_identity_document_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_identity_document")),
        sa.UniqueConstraint("uid", name=op.f("uq_identity_document_uid")),
    )
    op.create_index(op.f("ix_identity_document_person_id"), "identity_document", ["person_id"], unique=False)
    op.create_table(
        "institution_name",
        sa.Column("institution_id", KEY, nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("name_lv", sa.String(length=300), nullable=False),
        sa.Column("name_en", sa.String(length=300), nullable=False),
        sa.Column("address_lv", sa.String(length=300), nullable=False),
        sa.Column("address_en", sa.String(length=300), nullable=False),
        sa.Column("head_name", sa.String(length=200), nullable=False),
        sa.Column("head_post_lv", sa.String(length=200), nullable=False),
        sa.Column("head_post_en", sa.String(length=200), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.ForeignKeyConstraint(
            ["institution_id"], ["institution.id"], name=op.f("fk_institution_name_institution_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_institution_name")),
        sa.UniqueConstraint("uid", name=op.f("uq_institution_name_uid")),
    )
    op.create_index(op.f("ix_institution_name_institution_id"), "institution_name", ["institution_id"], unique=False)
    op.create_table(
        "member",
        sa.Column("commission_id", KEY, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("post_lv", sa.String(length=200), nullable=False),
        sa.Column("post_en", sa.String(length=200), nullable=False),
        sa.Column("organisation", sa.String(length=200), nullable=False),
        sa.Column("role", sa.String(40), nullable=False),
        sa.Column("side", sa.String(40), nullable=False),
        sa.Column("term_from", sa.Date(), nullable=False),
        sa.Column("term_until", sa.Date(), nullable=True),
        sa.Column("user_uid", sa.Uuid(), nullable=True),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.ForeignKeyConstraint(["commission_id"], ["commission.id"], name=op.f("fk_member_commission_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_member")),
        sa.UniqueConstraint("uid", name=op.f("uq_member_uid")),
    )
    op.create_index(op.f("ix_member_commission_id"), "member", ["commission_id"], unique=False)
    op.create_table(
        "paper",
        sa.Column("subject_uid", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("language", sa.String(length=5), nullable=False),
        sa.Column("edition", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("blob_id", KEY, nullable=False),
        sa.Column("issued_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.ForeignKeyConstraint(["blob_id"], ["blob.id"], name=op.f("fk_paper_blob_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_paper")),
        sa.UniqueConstraint(
            "subject_uid", "kind", "language", "edition", name=op.f("uq_paper_subject_uid_kind_language_edition")
        ),
        sa.UniqueConstraint("uid", name=op.f("uq_paper_uid")),
    )
    op.create_index(op.f("ix_paper_subject_uid"), "paper", ["subject_uid"], unique=False)
    op.create_table(
        "person_code",
        sa.Column("person_id", KEY, nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("code", sa.String(length=12), nullable=False),
        sa.Column("override_reason", sa.Text(), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_person_code_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person_code")),
        sa.UniqueConstraint("uid", name=op.f("uq_person_code_uid")),
    )
    op.create_index(op.f("ix_person_code_code"), "person_code", ["code"], unique=False)
    op.create_index(op.f("ix_person_code_person_id"), "person_code", ["person_id"], unique=False)
    op.create_table(
        "person_name",
        sa.Column("person_id", KEY, nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("given_name", sa.String(length=120), nullable=False),
        sa.Column("family_name", sa.String(length=120), nullable=False),
        sa.Column("original_name", sa.String(length=240), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_person_name_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person_name")),
        sa.UniqueConstraint("uid", name=op.f("uq_person_name_uid")),
    )
    op.create_index(op.f("ix_person_name_person_id"), "person_name", ["person_id"], unique=False)
    op.create_table(
        "private_value",
        sa.Column("act_id", KEY, nullable=False),
        sa.Column("subject_uid", sa.Uuid(), nullable=False),
        sa.Column("field", sa.String(length=80), nullable=False),
        sa.Column("salt", sa.String(length=32), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.ForeignKeyConstraint(["act_id"], ["act.id"], name=op.f("fk_private_value_act_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_private_value")),
    )
    op.create_index(op.f("ix_private_value_act_id"), "private_value", ["act_id"], unique=False)
    op.create_index(op.f("ix_private_value_subject_uid"), "private_value", ["subject_uid"], unique=False)
    op.create_table(
        "series_number",
        sa.Column("series_id", KEY, nullable=False),
        sa.Column("value", sa.Integer(), nullable=True),
        sa.Column("text", sa.String(length=60), nullable=False),
        sa.Column("state", sa.String(40), nullable=False),
        sa.Column("subject_uid", sa.Uuid(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.ForeignKeyConstraint(["series_id"], ["series.id"], name=op.f("fk_series_number_series_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_series_number")),
        sa.UniqueConstraint("series_id", "text", name=op.f("uq_series_number_series_id_text")),
        sa.UniqueConstraint("uid", name=op.f("uq_series_number_uid")),
    )
    op.create_index(op.f("ix_series_number_series_id"), "series_number", ["series_id"], unique=False)
    op.create_table(
        "sitting",
        sa.Column("commission_id", KEY, nullable=False),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("planned_at", sa.String(length=5), nullable=False),
        sa.Column("place", sa.String(length=200), nullable=False),
        sa.Column("form", sa.String(40), nullable=False),
        sa.Column("state", sa.String(40), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("minutes_number", sa.String(length=60), nullable=True),
        sa.Column("minute_taker", sa.String(length=200), nullable=False),
        sa.Column("minute_taker_post_lv", sa.String(length=200), nullable=False),
        sa.Column("minute_taker_post_en", sa.String(length=200), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.ForeignKeyConstraint(["commission_id"], ["commission.id"], name=op.f("fk_sitting_commission_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sitting")),
        sa.UniqueConstraint("minutes_number", name=op.f("uq_sitting_minutes_number")),
        sa.UniqueConstraint("uid", name=op.f("uq_sitting_uid")),
    )
    op.create_index(op.f("ix_sitting_commission_id"), "sitting", ["commission_id"], unique=False)
    op.create_table(
        "agenda_item",
        sa.Column("sitting_id", KEY, nullable=False),
        sa.Column("case_id", KEY, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(40), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("legality", sa.Text(), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], name=op.f("fk_agenda_item_case_id")),
        sa.ForeignKeyConstraint(["sitting_id"], ["sitting.id"], name=op.f("fk_agenda_item_sitting_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agenda_item")),
        sa.UniqueConstraint("sitting_id", "case_id", name=op.f("uq_agenda_item_sitting_id_case_id")),
        sa.UniqueConstraint("uid", name=op.f("uq_agenda_item_uid")),
    )
    op.create_index(op.f("ix_agenda_item_case_id"), "agenda_item", ["case_id"], unique=False)
    op.create_index(op.f("ix_agenda_item_sitting_id"), "agenda_item", ["sitting_id"], unique=False)
    op.create_table(
        "attendance",
        sa.Column("sitting_id", KEY, nullable=False),
        sa.Column("member_id", KEY, nullable=False),
        sa.Column("arrived_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("left_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_attendance_member_id")),
        sa.ForeignKeyConstraint(["sitting_id"], ["sitting.id"], name=op.f("fk_attendance_sitting_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attendance")),
        sa.UniqueConstraint("uid", name=op.f("uq_attendance_uid")),
    )
    op.create_index(op.f("ix_attendance_sitting_id"), "attendance", ["sitting_id"], unique=False)
    op.create_table(
        "certificate",
        sa.Column("case_id", KEY, nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("state", sa.String(40), nullable=False),
        sa.Column("number", sa.String(length=60), nullable=False),
        sa.Column("form_series", sa.String(length=20), nullable=False),
        sa.Column("form_number", sa.String(length=20), nullable=False),
        sa.Column("issued_on", sa.Date(), nullable=False),
        sa.Column("handed_on", sa.Date(), nullable=True),
        sa.Column("state_reason", sa.Text(), nullable=False),
        sa.Column("facts", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], name=op.f("fk_certificate_case_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_certificate")),
        sa.UniqueConstraint("number", name=op.f("uq_certificate_number")),
        sa.UniqueConstraint("uid", name=op.f("uq_certificate_uid")),
    )
    op.create_index(op.f("ix_certificate_case_id"), "certificate", ["case_id"], unique=False)
    op.create_table(
        "exam",
        sa.Column("edition_id", KEY, nullable=False),
        sa.Column("commission_id", KEY, nullable=False),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("starts_at", sa.Time(), nullable=True),
        sa.Column("ends_at", sa.Time(), nullable=True),
        sa.Column("room", sa.String(length=120), nullable=False),
        sa.Column("theory_max", sa.Integer(), nullable=False),
        sa.Column("practice_max", sa.Integer(), nullable=False),
        sa.Column("pass_mark", sa.Integer(), nullable=False),
        sa.Column("incidents", sa.Text(), nullable=False),
        sa.Column("protocol_number", sa.String(length=60), nullable=True),
        sa.Column("closed", sa.Boolean(), nullable=False),
        sa.Column("computation", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.ForeignKeyConstraint(["commission_id"], ["commission.id"], name=op.f("fk_exam_commission_id")),
        sa.ForeignKeyConstraint(["edition_id"], ["edition.id"], name=op.f("fk_exam_edition_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_exam")),
        sa.UniqueConstraint("protocol_number", name=op.f("uq_exam_protocol_number")),
        sa.UniqueConstraint("uid", name=op.f("uq_exam_uid")),
    )
    op.create_index(op.f("ix_exam_edition_id"), "exam", ["edition_id"], unique=False)
    op.create_table(
        "part",
        sa.Column("edition_id", KEY, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=60), nullable=False),
        sa.Column("title_lv", sa.String(length=500), nullable=False),
        sa.Column("title_en", sa.String(length=500), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.ForeignKeyConstraint(["edition_id"], ["edition.id"], name=op.f("fk_part_edition_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_part")),
        sa.UniqueConstraint("uid", name=op.f("uq_part_uid")),
    )
    op.create_index(op.f("ix_part_edition_id"), "part", ["edition_id"], unique=False)
    op.create_table(
        "recognised_unit",
        sa.Column("person_id", KEY, nullable=False),
        sa.Column("identity_id", KEY, nullable=False),
        sa.Column("case_id", KEY, nullable=False),
        sa.Column("credits", sa.Integer(), nullable=True),
        sa.Column("credit_unit", sa.String(40), nullable=True),
        sa.Column("recognised_on", sa.Date(), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], name=op.f("fk_recognised_unit_case_id")),
        sa.ForeignKeyConstraint(["identity_id"], ["unit_identity.id"], name=op.f("fk_recognised_unit_identity_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_recognised_unit_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_recognised_unit")),
        sa.UniqueConstraint("person_id", "identity_id", name=op.f("uq_recognised_unit_person_id_identity_id")),
        sa.UniqueConstraint("uid", name=op.f("uq_recognised_unit_uid")),
    )
    op.create_index(op.f("ix_recognised_unit_person_id"), "recognised_unit", ["person_id"], unique=False)
    op.create_table(
        "recognition_case",
        sa.Column("id", KEY, nullable=False),
        sa.Column("person_id", KEY, nullable=False),
        sa.Column("edition_id", KEY, nullable=False),
        sa.Column("ground", sa.String(40), nullable=False),
        sa.Column("channel", sa.String(40), nullable=False),
        sa.Column("whole_qualification", sa.Boolean(), nullable=False),
        sa.Column("enrolled", sa.Boolean(), nullable=False),
        sa.Column("motive", sa.Text(), nullable=False),
        sa.Column("notes", sa.Text(), nullable=False),
        sa.Column("fee_cents", sa.Integer(), nullable=True),
        sa.Column("paid_on", sa.Date(), nullable=True),
        sa.Column("payment_document", sa.String(length=200), nullable=False),
        sa.Column("payer", sa.String(length=200), nullable=False),
        sa.Column("closed_reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["edition_id"], ["edition.id"], name=op.f("fk_recognition_case_edition_id")),
        sa.ForeignKeyConstraint(["id"], ["case_file.id"], name=op.f("fk_recognition_case_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_recognition_case_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_recognition_case")),
    )
    op.create_index(op.f("ix_recognition_case_edition_id"), "recognition_case", ["edition_id"], unique=False)
    op.create_index(op.f("ix_recognition_case_person_id"), "recognition_case", ["person_id"], unique=False)
    op.create_table(
        "register_entry",
        sa.Column("series_id", KEY, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("number_id", KEY, nullable=False),
        sa.Column("entered_on", sa.Date(), nullable=False),
        sa.Column("subject_uid", sa.Uuid(), nullable=False),
        sa.Column("act_uid", sa.Uuid(), nullable=False),
        sa.Column("cites_id", KEY, nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("previous_hash", sa.String(length=64), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.ForeignKeyConstraint(["cites_id"], ["register_entry.id"], name=op.f("fk_register_entry_cites_id")),
        sa.ForeignKeyConstraint(["number_id"], ["series_number.id"], name=op.f("fk_register_entry_number_id")),
        sa.ForeignKeyConstraint(["series_id"], ["series.id"], name=op.f("fk_register_entry_series_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_register_entry")),
        sa.UniqueConstraint("series_id", "position", name=op.f("uq_register_entry_series_id_position")),
        sa.UniqueConstraint("uid", name=op.f("uq_register_entry_uid")),
    )
    op.create_index("ix_register_entry_subject_uid", "register_entry", ["subject_uid"], unique=False)
    op.create_table(
        "assessor",
        sa.Column("case_id", KEY, nullable=False),
        sa.Column("seat", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("side", sa.String(40), nullable=False),
        sa.Column("member_uid", sa.Uuid(), nullable=True),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["recognition_case.id"], name=op.f("fk_assessor_case_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assessor")),
        sa.UniqueConstraint("case_id", "seat", name=op.f("uq_assessor_case_id_seat")),
        sa.UniqueConstraint("uid", name=op.f("uq_assessor_uid")),
    )
    op.create_index(op.f("ix_assessor_case_id"), "assessor", ["case_id"], unique=False)
    op.create_table(
        "decision",
        sa.Column("case_id", KEY, nullable=False),
        sa.Column("item_id", KEY, nullable=False),
        sa.Column("number", sa.String(length=60), nullable=False),
        sa.Column("decided_on", sa.Date(), nullable=False),
        sa.Column("state", sa.String(40), nullable=False),
        sa.Column("verdict", sa.String(40), nullable=False),
        sa.Column("refusal_ground", sa.String(40), nullable=True),
        sa.Column("reasons", sa.Text(), nullable=False),
        sa.Column("credits_claimed", sa.Integer(), nullable=False),
        sa.Column("credits_recognised", sa.Integer(), nullable=False),
        sa.Column("credit_unit", sa.String(40), nullable=False),
        sa.Column("signed_on", sa.Date(), nullable=True),
        sa.Column("engine", sa.Integer(), nullable=False),
        sa.Column("award_input", sa.Text(), nullable=False),
        sa.Column("award_text", sa.Text(), nullable=False),
        sa.Column("award_hash", sa.String(length=64), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], name=op.f("fk_decision_case_id")),
        sa.ForeignKeyConstraint(["item_id"], ["agenda_item.id"], name=op.f("fk_decision_item_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decision")),
        sa.UniqueConstraint("item_id", name=op.f("uq_decision_item_id")),
        sa.UniqueConstraint("number", name=op.f("uq_decision_number")),
        sa.UniqueConstraint("uid", name=op.f("uq_decision_uid")),
    )
    op.create_index(op.f("ix_decision_case_id"), "decision", ["case_id"], unique=False)
    op.create_table(
        "evidence_item",
        sa.Column("case_id", KEY, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("issuer", sa.String(length=300), nullable=False),
        sa.Column("issued_on", sa.Date(), nullable=True),
        sa.Column("language", sa.String(length=20), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("compared_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("compared_by", sa.String(length=200), nullable=False),
        sa.Column("original_returned", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["recognition_case.id"], name=op.f("fk_evidence_item_case_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_evidence_item")),
        sa.UniqueConstraint("uid", name=op.f("uq_evidence_item_uid")),
    )
    op.create_index(op.f("ix_evidence_item_case_id"), "evidence_item", ["case_id"], unique=False)
    op.create_table(
        "exam_board",
        sa.Column("exam_id", KEY, nullable=False),
        sa.Column("member_id", KEY, nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.ForeignKeyConstraint(["exam_id"], ["exam.id"], name=op.f("fk_exam_board_exam_id")),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_exam_board_member_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_exam_board")),
        sa.UniqueConstraint("exam_id", "member_id", name=op.f("uq_exam_board_exam_id_member_id")),
        sa.UniqueConstraint("uid", name=op.f("uq_exam_board_uid")),
    )
    op.create_index(op.f("ix_exam_board_exam_id"), "exam_board", ["exam_id"], unique=False)
    op.create_table(
        "exam_scale_row",
        sa.Column("exam_id", KEY, nullable=False),
        sa.Column("mark", sa.Integer(), nullable=False),
        sa.Column("minimum_points", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.ForeignKeyConstraint(["exam_id"], ["exam.id"], name=op.f("fk_exam_scale_row_exam_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_exam_scale_row")),
        sa.UniqueConstraint("exam_id", "mark", name=op.f("uq_exam_scale_row_exam_id_mark")),
        sa.UniqueConstraint("uid", name=op.f("uq_exam_scale_row_uid")),
    )
    op.create_index(op.f("ix_exam_scale_row_exam_id"), "exam_scale_row", ["exam_id"], unique=False)
    op.create_table(
        "examinee",
        sa.Column("exam_id", KEY, nullable=False),
        sa.Column("case_id", KEY, nullable=False),
        sa.Column("status", sa.String(40), nullable=False),
        sa.Column("theory", sa.Integer(), nullable=True),
        sa.Column("practice", sa.Integer(), nullable=True),
        sa.Column("mark", sa.Integer(), nullable=True),
        sa.Column("passed", sa.Boolean(), nullable=True),
        sa.Column("remarks", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["recognition_case.id"], name=op.f("fk_examinee_case_id")),
        sa.ForeignKeyConstraint(["exam_id"], ["exam.id"], name=op.f("fk_examinee_exam_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_examinee")),
        sa.UniqueConstraint("exam_id", "case_id", name=op.f("uq_examinee_exam_id_case_id")),
        sa.UniqueConstraint("uid", name=op.f("uq_examinee_uid")),
    )
    op.create_index(op.f("ix_examinee_case_id"), "examinee", ["case_id"], unique=False)
    op.create_index(op.f("ix_examinee_exam_id"), "examinee", ["exam_id"], unique=False)
    op.create_table(
        "recusal",
        sa.Column("item_id", KEY, nullable=False),
        sa.Column("member_id", KEY, nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.ForeignKeyConstraint(["item_id"], ["agenda_item.id"], name=op.f("fk_recusal_item_id")),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_recusal_member_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_recusal")),
        sa.UniqueConstraint("item_id", "member_id", name=op.f("uq_recusal_item_id_member_id")),
        sa.UniqueConstraint("uid", name=op.f("uq_recusal_uid")),
    )
    op.create_index(op.f("ix_recusal_item_id"), "recusal", ["item_id"], unique=False)
    op.create_table(
        "unit",
        sa.Column("edition_id", KEY, nullable=False),
        sa.Column("part_id", KEY, nullable=True),
        sa.Column("identity_id", KEY, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("code", sa.String(length=60), nullable=False),
        sa.Column("title_lv", sa.String(length=500), nullable=False),
        sa.Column("title_en", sa.String(length=500), nullable=False),
        sa.Column("credits", sa.Integer(), nullable=True),
        sa.Column("credit_unit", sa.String(40), nullable=True),
        sa.Column("hours", sa.Integer(), nullable=True),
        sa.Column("mandatory", sa.Boolean(), nullable=False),
        sa.Column("final_examination", sa.Boolean(), nullable=False),
        sa.Column("recognisable", sa.Boolean(), nullable=False),
        sa.Column("prerequisites", sa.Text(), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.ForeignKeyConstraint(["edition_id"], ["edition.id"], name=op.f("fk_unit_edition_id")),
        sa.ForeignKeyConstraint(["identity_id"], ["unit_identity.id"], name=op.f("fk_unit_identity_id")),
        sa.ForeignKeyConstraint(["part_id"], ["part.id"], name=op.f("fk_unit_part_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_unit")),
        sa.UniqueConstraint("edition_id", "code", name=op.f("uq_unit_edition_id_code")),
        sa.UniqueConstraint("uid", name=op.f("uq_unit_uid")),
    )
    op.create_index(op.f("ix_unit_edition_id"), "unit", ["edition_id"], unique=False)
    op.create_index(op.f("ix_unit_identity_id"), "unit", ["identity_id"], unique=False)
    op.create_table(
        "proposal_departure",
        sa.Column("item_id", KEY, nullable=False),
        sa.Column("unit_id", KEY, nullable=False),
        sa.Column("verdict", sa.String(40), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.ForeignKeyConstraint(["item_id"], ["agenda_item.id"], name=op.f("fk_proposal_departure_item_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_proposal_departure_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_proposal_departure")),
        sa.UniqueConstraint("item_id", "unit_id", name=op.f("uq_proposal_departure_item_id_unit_id")),
        sa.UniqueConstraint("uid", name=op.f("uq_proposal_departure_uid")),
    )
    op.create_index(op.f("ix_proposal_departure_item_id"), "proposal_departure", ["item_id"], unique=False)
    op.create_table(
        "vote",
        sa.Column("item_id", KEY, nullable=False),
        sa.Column("member_id", KEY, nullable=False),
        sa.Column("choice", sa.String(40), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.ForeignKeyConstraint(["item_id"], ["agenda_item.id"], name=op.f("fk_vote_item_id")),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_vote_member_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_vote")),
        sa.UniqueConstraint("item_id", "member_id", name=op.f("uq_vote_item_id_member_id")),
        sa.UniqueConstraint("uid", name=op.f("uq_vote_uid")),
    )
    op.create_index(op.f("ix_vote_item_id"), "vote", ["item_id"], unique=False)
    op.create_table(
        "claim",
        sa.Column("case_id", KEY, nullable=False),
        sa.Column("unit_id", KEY, nullable=False),
        sa.Column("narrative", sa.Text(), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["recognition_case.id"], name=op.f("fk_claim_case_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_claim_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_claim")),
        sa.UniqueConstraint("case_id", "unit_id", name=op.f("uq_claim_case_id_unit_id")),
        sa.UniqueConstraint("uid", name=op.f("uq_claim_uid")),
    )
    op.create_index(op.f("ix_claim_case_id"), "claim", ["case_id"], unique=False)
    op.create_table(
        "decision_line",
        sa.Column("decision_id", KEY, nullable=False),
        sa.Column("unit_id", KEY, nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("verdict", sa.String(40), nullable=True),
        sa.Column("credits", sa.Integer(), nullable=False),
        sa.Column("credit_unit", sa.String(40), nullable=False),
        sa.Column("rule", sa.String(length=80), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.ForeignKeyConstraint(["decision_id"], ["decision.id"], name=op.f("fk_decision_line_decision_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_decision_line_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decision_line")),
        sa.UniqueConstraint("decision_id", "position", name=op.f("uq_decision_line_decision_id_position")),
        sa.UniqueConstraint("uid", name=op.f("uq_decision_line_uid")),
    )
    op.create_index(op.f("ix_decision_line_decision_id"), "decision_line", ["decision_id"], unique=False)
    op.create_table(
        "evidence_file",
        sa.Column("item_id", KEY, nullable=False),
        sa.Column("blob_id", KEY, nullable=False),
        sa.Column("name", sa.String(length=255), nullable=False),
        sa.Column("media_type", sa.String(length=120), nullable=False),
        sa.Column("pages", sa.Integer(), nullable=True),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.ForeignKeyConstraint(["blob_id"], ["blob.id"], name=op.f("fk_evidence_file_blob_id")),
        sa.ForeignKeyConstraint(["item_id"], ["evidence_item.id"], name=op.f("fk_evidence_file_item_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_evidence_file")),
        sa.UniqueConstraint("uid", name=op.f("uq_evidence_file_uid")),
    )
    op.create_index(op.f("ix_evidence_file_item_id"), "evidence_file", ["item_id"], unique=False)
    op.create_table(
        "outcome",
        sa.Column("unit_id", KEY, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=80), nullable=False),
        sa.Column("text_lv", sa.Text(), nullable=False),
        sa.Column("text_en", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(40), nullable=True),
        sa.Column("mandatory", sa.Boolean(), nullable=False),
        sa.Column("weight", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_outcome_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outcome")),
        sa.UniqueConstraint("uid", name=op.f("uq_outcome_uid")),
        sa.UniqueConstraint("unit_id", "code", name=op.f("uq_outcome_unit_id_code")),
    )
    op.create_index(op.f("ix_outcome_unit_id"), "outcome", ["unit_id"], unique=False)
    op.create_table(
        "evidence_link",
        sa.Column("item_id", KEY, nullable=False),
        sa.Column("outcome_id", KEY, nullable=False),
        sa.Column("citation", sa.String(length=80), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("valid", sa.String(40), nullable=False),
        sa.Column("authentic", sa.String(40), nullable=False),
        sa.Column("current", sa.String(40), nullable=False),
        sa.Column("sufficient", sa.String(40), nullable=False),
        sa.Column("weight", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.ForeignKeyConstraint(["item_id"], ["evidence_item.id"], name=op.f("fk_evidence_link_item_id")),
        sa.ForeignKeyConstraint(["outcome_id"], ["outcome.id"], name=op.f("fk_evidence_link_outcome_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_evidence_link")),
        sa.UniqueConstraint("item_id", "outcome_id", name=op.f("uq_evidence_link_item_id_outcome_id")),
        sa.UniqueConstraint("uid", name=op.f("uq_evidence_link_uid")),
    )
    op.create_index(op.f("ix_evidence_link_item_id"), "evidence_link", ["item_id"], unique=False)
    op.create_index(op.f("ix_evidence_link_outcome_id"), "evidence_link", ["outcome_id"], unique=False)
    op.create_table(
        "result",
        sa.Column("case_id", KEY, nullable=False),
        sa.Column("outcome_id", KEY, nullable=False),
        sa.Column("result", sa.String(40), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["recognition_case.id"], name=op.f("fk_result_case_id")),
        sa.ForeignKeyConstraint(["outcome_id"], ["outcome.id"], name=op.f("fk_result_outcome_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_result")),
        sa.UniqueConstraint("case_id", "outcome_id", name=op.f("uq_result_case_id_outcome_id")),
        sa.UniqueConstraint("uid", name=op.f("uq_result_uid")),
    )
    op.create_index(op.f("ix_result_case_id"), "result", ["case_id"], unique=False)
    op.create_table(
        "score",
        sa.Column("assessor_id", KEY, nullable=False),
        sa.Column("outcome_id", KEY, nullable=False),
        sa.Column("result", sa.String(40), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.ForeignKeyConstraint(["assessor_id"], ["assessor.id"], name=op.f("fk_score_assessor_id")),
        sa.ForeignKeyConstraint(["outcome_id"], ["outcome.id"], name=op.f("fk_score_outcome_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_score")),
        sa.UniqueConstraint("assessor_id", "outcome_id", name=op.f("uq_score_assessor_id_outcome_id")),
        sa.UniqueConstraint("uid", name=op.f("uq_score_uid")),
    )
    op.create_index(op.f("ix_score_assessor_id"), "score", ["assessor_id"], unique=False)
    op.create_index(op.f("ix_score_outcome_id"), "score", ["outcome_id"], unique=False)

    head = sa.table("chain_head", sa.column("id"), sa.column("position"), sa.column("hash"))
    op.bulk_insert(head, [{"id": 1, "position": 0, "hash": ""}])


def downgrade() -> None:
    """There is no way back: an older program is refused, a backup is restored instead."""
    raise RuntimeError("a backup is restored instead of going back")
