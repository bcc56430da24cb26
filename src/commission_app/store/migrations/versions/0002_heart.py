"""The heart of the case: intake, standards, portfolio and scoring.

Revision: 0002
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Makes the new tables and adds the new columns; what stands keeps the meaning it had."""
    op.create_table(
        "trust_anchor",
        sa.Column("name", sa.String(length=300), nullable=False),
        sa.Column("pem", sa.Text(), nullable=False),
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.Column("valid_until", sa.Date(), nullable=False),
        sa.Column("added_on", sa.Date(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("removed_on", sa.Date(), nullable=True),
        sa.Column("removed_reason", sa.String(length=300), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_trust_anchor")),
        sa.UniqueConstraint("uid", name=op.f("uq_trust_anchor_uid")),
    )
    op.create_index(op.f("ix_trust_anchor_fingerprint"), "trust_anchor", ["fingerprint"], unique=False)

    op.create_table(
        "cohort",
        sa.Column("name", sa.String(length=300), nullable=False),
        sa.Column("sort_key", sa.LargeBinary(), nullable=False),
        sa.Column("organisation", sa.String(length=300), nullable=False),
        sa.Column("registration_number", sa.String(length=20), nullable=False),
        sa.Column("project", sa.String(length=300), nullable=False),
        sa.Column("contact", sa.String(length=300), nullable=False),
        sa.Column("pays", sa.Boolean(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cohort")),
        sa.UniqueConstraint("uid", name=op.f("uq_cohort_uid")),
    )
    op.create_index(op.f("ix_cohort_sort_key"), "cohort", ["sort_key"], unique=False)

    op.create_table(
        "person_distinct",
        sa.Column("first_id", KEY, nullable=False),
        sa.Column("second_id", KEY, nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.ForeignKeyConstraint(["first_id"], ["person.id"], name=op.f("fk_person_distinct_first_id")),
        sa.ForeignKeyConstraint(["second_id"], ["person.id"], name=op.f("fk_person_distinct_second_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person_distinct")),
        sa.UniqueConstraint("first_id", "second_id", name=op.f("uq_person_distinct_first_id_second_id")),
        sa.UniqueConstraint("uid", name=op.f("uq_person_distinct_uid")),
    )
    op.create_index(op.f("ix_person_distinct_first_id"), "person_distinct", ["first_id"], unique=False)
    op.create_index(op.f("ix_person_distinct_second_id"), "person_distinct", ["second_id"], unique=False)

    op.create_table(
        "case_figures",
        sa.Column("case_id", KEY, nullable=False),
        sa.Column("sex", sa.String(40), nullable=False),
        sa.Column("employment", sa.String(40), nullable=False),
        sa.Column("education", sa.String(40), nullable=False),
        sa.Column("groups", sa.String(length=300), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["recognition_case.id"], name=op.f("fk_case_figures_case_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_figures")),
        sa.UniqueConstraint("case_id", name=op.f("uq_case_figures_case_id")),
        sa.UniqueConstraint("uid", name=op.f("uq_case_figures_uid")),
    )
    op.create_table(
        "consultation",
        sa.Column("case_id", KEY, nullable=True),
        sa.Column("person_id", KEY, nullable=True),
        sa.Column("attendee", sa.String(length=240), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("began_at", sa.String(length=5), nullable=False),
        sa.Column("place", sa.String(length=200), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("form", sa.String(40), nullable=False),
        sa.Column("free", sa.Boolean(), nullable=False),
        sa.Column("consultant", sa.String(length=200), nullable=False),
        sa.Column("topic", sa.Text(), nullable=False),
        sa.Column("record", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["recognition_case.id"], name=op.f("fk_consultation_case_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_consultation_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consultation")),
        sa.UniqueConstraint("uid", name=op.f("uq_consultation_uid")),
    )
    op.create_index(op.f("ix_consultation_case_id"), "consultation", ["case_id"], unique=False)
    op.create_index(op.f("ix_consultation_person_id"), "consultation", ["person_id"], unique=False)

    op.create_table(
        "experience",
        sa.Column("case_id", KEY, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("organisation", sa.String(length=300), nullable=False),
        sa.Column("registration_number", sa.String(length=20), nullable=False),
        sa.Column("country", sa.String(length=80), nullable=False),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("began_on", sa.Date(), nullable=True),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("load", sa.String(length=80), nullable=False),
        sa.Column("hours", sa.Integer(), nullable=True),
        sa.Column("duties", sa.Text(), nullable=False),
        sa.Column("referee", sa.String(length=300), nullable=False),
        sa.Column("assessed", sa.Boolean(), nullable=True),
        sa.Column("level", sa.String(length=120), nullable=False),
        sa.Column("document", sa.String(length=200), nullable=False),
        sa.Column("document_date", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["recognition_case.id"], name=op.f("fk_experience_case_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_experience")),
        sa.UniqueConstraint("uid", name=op.f("uq_experience_uid")),
    )
    op.create_index(op.f("ix_experience_case_id"), "experience", ["case_id"], unique=False)

    op.create_table(
        "interview",
        sa.Column("case_id", KEY, nullable=False),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("place", sa.String(length=200), nullable=False),
        sa.Column("interviewer", sa.String(length=200), nullable=False),
        sa.Column("post", sa.String(length=200), nullable=False),
        sa.Column("answers", sa.Text(), nullable=False),
        sa.Column("specialist_note", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["recognition_case.id"], name=op.f("fk_interview_case_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_interview")),
        sa.UniqueConstraint("uid", name=op.f("uq_interview_uid")),
    )
    op.create_index(op.f("ix_interview_case_id"), "interview", ["case_id"], unique=False)

    op.create_table(
        "prerequisite",
        sa.Column("case_id", KEY, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(length=500), nullable=False),
        sa.Column("state", sa.String(40), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["recognition_case.id"], name=op.f("fk_prerequisite_case_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_prerequisite")),
        sa.UniqueConstraint("uid", name=op.f("uq_prerequisite_uid")),
    )
    op.create_index(op.f("ix_prerequisite_case_id"), "prerequisite", ["case_id"], unique=False)

    op.create_table(
        "representative",
        sa.Column("case_id", KEY, nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("name", sa.String(length=240), nullable=False),
        sa.Column("personal_code", sa.String(length=12), nullable=False),
        sa.Column("document", sa.String(length=300), nullable=False),
        sa.Column("document_date", sa.Date(), nullable=True),
        sa.Column("valid_until", sa.Date(), nullable=True),
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("contact", sa.String(length=300), nullable=False),
        sa.Column("signs", sa.Boolean(), nullable=False),
        sa.Column("receives", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["recognition_case.id"], name=op.f("fk_representative_case_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_representative")),
        sa.UniqueConstraint("uid", name=op.f("uq_representative_uid")),
    )
    op.create_index(op.f("ix_representative_case_id"), "representative", ["case_id"], unique=False)

    op.create_table(
        "statement",
        sa.Column("case_id", KEY, nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("given_on", sa.Date(), nullable=False),
        sa.Column("given_by", sa.String(length=240), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["recognition_case.id"], name=op.f("fk_statement_case_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_statement")),
        sa.UniqueConstraint("case_id", "kind", name=op.f("uq_statement_case_id_kind")),
        sa.UniqueConstraint("uid", name=op.f("uq_statement_uid")),
    )
    op.create_index(op.f("ix_statement_case_id"), "statement", ["case_id"], unique=False)

    op.create_table(
        "submission",
        sa.Column("case_id", KEY, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(40), nullable=False),
        sa.Column("submitted_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("submitted_by", sa.String(length=200), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("settled_by", sa.String(length=200), nullable=False),
        sa.Column("answer_by", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["recognition_case.id"], name=op.f("fk_submission_case_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_submission")),
        sa.UniqueConstraint("case_id", "number", name=op.f("uq_submission_case_id_number")),
        sa.UniqueConstraint("uid", name=op.f("uq_submission_uid")),
    )
    op.create_index(op.f("ix_submission_case_id"), "submission", ["case_id"], unique=False)

    op.create_table(
        "previous_course",
        sa.Column("experience_id", KEY, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=60), nullable=False),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("credits", sa.Integer(), nullable=True),
        sa.Column("credit_unit", sa.String(40), nullable=True),
        sa.Column("mark", sa.String(length=60), nullable=False),
        sa.Column("scale", sa.String(length=80), nullable=False),
        sa.Column("passed_on", sa.Date(), nullable=True),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.ForeignKeyConstraint(["experience_id"], ["experience.id"], name=op.f("fk_previous_course_experience_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_previous_course")),
        sa.UniqueConstraint("uid", name=op.f("uq_previous_course_uid")),
    )
    op.create_index(op.f("ix_previous_course_experience_id"), "previous_course", ["experience_id"], unique=False)

    op.create_table(
        "unit_review",
        sa.Column("case_id", KEY, nullable=False),
        sa.Column("unit_id", KEY, nullable=False),
        sa.Column("route", sa.String(40), nullable=False),
        sa.Column("state", sa.String(40), nullable=False),
        sa.Column("reviewer", sa.String(length=200), nullable=False),
        sa.Column("planned_on", sa.Date(), nullable=True),
        sa.Column("held_on", sa.Date(), nullable=True),
        sa.Column("place", sa.String(length=200), nullable=False),
        sa.Column("points", sa.Integer(), nullable=True),
        sa.Column("maximum", sa.Integer(), nullable=True),
        sa.Column("threshold", sa.Integer(), nullable=True),
        sa.Column("passed", sa.Boolean(), nullable=True),
        sa.Column("requirement", sa.Text(), nullable=False),
        sa.Column("requirement_by", sa.Date(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["recognition_case.id"], name=op.f("fk_unit_review_case_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_unit_review_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_unit_review")),
        sa.UniqueConstraint("case_id", "unit_id", name=op.f("uq_unit_review_case_id_unit_id")),
        sa.UniqueConstraint("uid", name=op.f("uq_unit_review_uid")),
    )
    op.create_index(op.f("ix_unit_review_case_id"), "unit_review", ["case_id"], unique=False)

    op.create_table(
        "course_counts_for",
        sa.Column("course_id", KEY, nullable=False),
        sa.Column("unit_id", KEY, nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.ForeignKeyConstraint(["course_id"], ["previous_course.id"], name=op.f("fk_course_counts_for_course_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_course_counts_for_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_course_counts_for")),
        sa.UniqueConstraint("course_id", "unit_id", name=op.f("uq_course_counts_for_course_id_unit_id")),
        sa.UniqueConstraint("uid", name=op.f("uq_course_counts_for_uid")),
    )
    op.create_index(op.f("ix_course_counts_for_course_id"), "course_counts_for", ["course_id"], unique=False)

    op.create_table(
        "individual_criterion",
        sa.Column("case_id", KEY, nullable=False),
        sa.Column("outcome_id", KEY, nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("settled_by", sa.String(length=200), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["recognition_case.id"], name=op.f("fk_individual_criterion_case_id")),
        sa.ForeignKeyConstraint(["outcome_id"], ["outcome.id"], name=op.f("fk_individual_criterion_outcome_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_individual_criterion")),
        sa.UniqueConstraint("case_id", "outcome_id", name=op.f("uq_individual_criterion_case_id_outcome_id")),
        sa.UniqueConstraint("uid", name=op.f("uq_individual_criterion_uid")),
    )
    op.create_index(op.f("ix_individual_criterion_case_id"), "individual_criterion", ["case_id"], unique=False)

    op.create_table(
        "return_note",
        sa.Column("submission_id", KEY, nullable=False),
        sa.Column("item_id", KEY, nullable=True),
        sa.Column("outcome_id", KEY, nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("settled", sa.Boolean(), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.ForeignKeyConstraint(["item_id"], ["evidence_item.id"], name=op.f("fk_return_note_item_id")),
        sa.ForeignKeyConstraint(["outcome_id"], ["outcome.id"], name=op.f("fk_return_note_outcome_id")),
        sa.ForeignKeyConstraint(["submission_id"], ["submission.id"], name=op.f("fk_return_note_submission_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_return_note")),
        sa.UniqueConstraint("uid", name=op.f("uq_return_note_uid")),
    )
    op.create_index(op.f("ix_return_note_submission_id"), "return_note", ["submission_id"], unique=False)

    op.create_table(
        "moderation_drawing",
        sa.Column("standard_id", KEY, nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("population", sa.Integer(), nullable=False),
        sa.Column("drawn_on", sa.Date(), nullable=False),
        sa.Column("drawn_by", sa.String(length=200), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.ForeignKeyConstraint(["standard_id"], ["standard.id"], name=op.f("fk_moderation_drawing_standard_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_moderation_drawing")),
        sa.UniqueConstraint("uid", name=op.f("uq_moderation_drawing_uid")),
    )
    op.create_index(op.f("ix_moderation_drawing_standard_id"), "moderation_drawing", ["standard_id"], unique=False)

    op.create_table(
        "moderation_item",
        sa.Column("drawing_id", KEY, nullable=False),
        sa.Column("case_id", KEY, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("noted_by", sa.String(length=200), nullable=False),
        sa.Column("noted_on", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["recognition_case.id"], name=op.f("fk_moderation_item_case_id")),
        sa.ForeignKeyConstraint(["drawing_id"], ["moderation_drawing.id"], name=op.f("fk_moderation_item_drawing_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_moderation_item")),
        sa.UniqueConstraint("drawing_id", "case_id", name=op.f("uq_moderation_item_drawing_id_case_id")),
        sa.UniqueConstraint("uid", name=op.f("uq_moderation_item_uid")),
    )
    op.create_index(op.f("ix_moderation_item_case_id"), "moderation_item", ["case_id"], unique=False)
    op.create_index(op.f("ix_moderation_item_drawing_id"), "moderation_item", ["drawing_id"], unique=False)

    op.create_table(
        "score_change",
        sa.Column("case_id", KEY, nullable=False),
        sa.Column("outcome_id", KEY, nullable=False),
        sa.Column("assessor_id", KEY, nullable=True),
        sa.Column("moment", sa.DateTime(timezone=True), nullable=False),
        sa.Column("user_name", sa.String(length=200), nullable=False),
        sa.Column("old_result", sa.String(40), nullable=True),
        sa.Column("new_result", sa.String(40), nullable=True),
        sa.Column("old_value", sa.Integer(), nullable=True),
        sa.Column("new_value", sa.Integer(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.ForeignKeyConstraint(["assessor_id"], ["assessor.id"], name=op.f("fk_score_change_assessor_id")),
        sa.ForeignKeyConstraint(["case_id"], ["recognition_case.id"], name=op.f("fk_score_change_case_id")),
        sa.ForeignKeyConstraint(["outcome_id"], ["outcome.id"], name=op.f("fk_score_change_outcome_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_score_change")),
        sa.UniqueConstraint("uid", name=op.f("uq_score_change_uid")),
    )
    op.create_index("ix_score_change_case_id_outcome_id", "score_change", ["case_id", "outcome_id"], unique=False)

    op.create_table(
        "self_assessment",
        sa.Column("case_id", KEY, nullable=False),
        sa.Column("outcome_id", KEY, nullable=False),
        sa.Column("level", sa.String(40), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["recognition_case.id"], name=op.f("fk_self_assessment_case_id")),
        sa.ForeignKeyConstraint(["outcome_id"], ["outcome.id"], name=op.f("fk_self_assessment_outcome_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_self_assessment")),
        sa.UniqueConstraint("case_id", "outcome_id", name=op.f("uq_self_assessment_case_id_outcome_id")),
        sa.UniqueConstraint("uid", name=op.f("uq_self_assessment_uid")),
    )
    op.create_index(op.f("ix_self_assessment_case_id"), "self_assessment", ["case_id"], unique=False)

    op.create_table(
        "signature_check",
        sa.Column("file_id", KEY, nullable=False),
        sa.Column("source", sa.String(40), nullable=False),
        sa.Column("verdict", sa.String(40), nullable=False),
        sa.Column("checked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("checked_by", sa.String(length=200), nullable=False),
        sa.Column("program", sa.String(length=120), nullable=False),
        sa.Column("signers", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("report_id", KEY, nullable=True),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.ForeignKeyConstraint(["file_id"], ["evidence_file.id"], name=op.f("fk_signature_check_file_id")),
        sa.ForeignKeyConstraint(["report_id"], ["blob.id"], name=op.f("fk_signature_check_report_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_signature_check")),
        sa.UniqueConstraint("uid", name=op.f("uq_signature_check_uid")),
    )
    op.create_index(op.f("ix_signature_check_file_id"), "signature_check", ["file_id"], unique=False)

    op.create_table(
        "invoice",
        sa.Column("number", sa.String(length=60), nullable=False),
        sa.Column("payer", sa.String(length=300), nullable=False),
        sa.Column("registration_number", sa.String(length=20), nullable=False),
        sa.Column("address", sa.String(length=300), nullable=False),
        sa.Column("issued_on", sa.Date(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invoice")),
        sa.UniqueConstraint("number", name=op.f("uq_invoice_number")),
        sa.UniqueConstraint("uid", name=op.f("uq_invoice_uid")),
    )
    op.create_table(
        "price_list",
        sa.Column("name", sa.String(length=300), nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("procedure", sa.String(40), nullable=False),
        sa.Column("standard_id", KEY, nullable=True),
        sa.Column("area", sa.String(length=300), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_until", sa.Date(), nullable=True),
        sa.Column("cents", sa.Integer(), nullable=False),
        sa.Column("percent", sa.Integer(), nullable=False),
        sa.Column("legal", sa.String(length=300), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.ForeignKeyConstraint(["standard_id"], ["standard.id"], name=op.f("fk_price_list_standard_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_price_list")),
        sa.UniqueConstraint("uid", name=op.f("uq_price_list_uid")),
    )
    op.create_table(
        "price_row",
        sa.Column("price_list_id", KEY, nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("cents", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.ForeignKeyConstraint(["price_list_id"], ["price_list.id"], name=op.f("fk_price_row_price_list_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_price_row")),
        sa.UniqueConstraint("price_list_id", "size", name=op.f("uq_price_row_price_list_id_size")),
        sa.UniqueConstraint("uid", name=op.f("uq_price_row_uid")),
    )
    op.create_index(op.f("ix_price_row_price_list_id"), "price_row", ["price_list_id"], unique=False)

    op.create_table(
        "fee_charge",
        sa.Column("exam_id", KEY, nullable=False),
        sa.Column("case_id", KEY, nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("row_size", sa.Integer(), nullable=False),
        sa.Column("price_cents", sa.Integer(), nullable=False),
        sa.Column("travel_cents", sa.Integer(), nullable=False),
        sa.Column("travel_total", sa.Integer(), nullable=False),
        sa.Column("list_name", sa.String(length=300), nullable=False),
        sa.Column("list_since", sa.Date(), nullable=False),
        sa.Column("fixed_on", sa.Date(), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["recognition_case.id"], name=op.f("fk_fee_charge_case_id")),
        sa.ForeignKeyConstraint(["exam_id"], ["exam.id"], name=op.f("fk_fee_charge_exam_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_fee_charge")),
        sa.UniqueConstraint("exam_id", "case_id", name=op.f("uq_fee_charge_exam_id_case_id")),
        sa.UniqueConstraint("uid", name=op.f("uq_fee_charge_uid")),
    )
    op.create_index(op.f("ix_fee_charge_case_id"), "fee_charge", ["case_id"], unique=False)
    op.create_index(op.f("ix_fee_charge_exam_id"), "fee_charge", ["exam_id"], unique=False)

    op.create_table(
        "fee_waiver",
        sa.Column("case_id", KEY, nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("percent", sa.Integer(), nullable=True),
        sa.Column("cents", sa.Integer(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("document", sa.String(length=200), nullable=False),
        sa.Column("granted_on", sa.Date(), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["recognition_case.id"], name=op.f("fk_fee_waiver_case_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_fee_waiver")),
        sa.UniqueConstraint("uid", name=op.f("uq_fee_waiver_uid")),
    )
    op.create_index(op.f("ix_fee_waiver_case_id"), "fee_waiver", ["case_id"], unique=False)

    op.create_table(
        "invoice_line",
        sa.Column("invoice_id", KEY, nullable=False),
        sa.Column("case_id", KEY, nullable=False),
        sa.Column("cents", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["recognition_case.id"], name=op.f("fk_invoice_line_case_id")),
        sa.ForeignKeyConstraint(["invoice_id"], ["invoice.id"], name=op.f("fk_invoice_line_invoice_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invoice_line")),
        sa.UniqueConstraint("invoice_id", "case_id", name=op.f("uq_invoice_line_invoice_id_case_id")),
        sa.UniqueConstraint("uid", name=op.f("uq_invoice_line_uid")),
    )
    op.create_index(op.f("ix_invoice_line_case_id"), "invoice_line", ["case_id"], unique=False)
    op.create_index(op.f("ix_invoice_line_invoice_id"), "invoice_line", ["invoice_id"], unique=False)

    op.create_table(
        "payment",
        sa.Column("case_id", KEY, nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("cents", sa.Integer(), nullable=False),
        sa.Column("paid_on", sa.Date(), nullable=False),
        sa.Column("payer", sa.String(length=300), nullable=False),
        sa.Column("document", sa.String(length=200), nullable=False),
        sa.Column("invoice_id", KEY, nullable=True),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["recognition_case.id"], name=op.f("fk_payment_case_id")),
        sa.ForeignKeyConstraint(["invoice_id"], ["invoice.id"], name=op.f("fk_payment_invoice_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_payment")),
        sa.UniqueConstraint("uid", name=op.f("uq_payment_uid")),
    )
    op.create_index(op.f("ix_payment_case_id"), "payment", ["case_id"], unique=False)
    op.create_index(op.f("ix_payment_invoice_id"), "payment", ["invoice_id"], unique=False)

    op.create_table(
        "reimbursement",
        sa.Column("case_id", KEY, nullable=False),
        sa.Column("body", sa.String(40), nullable=False),
        sa.Column("project", sa.String(length=300), nullable=False),
        sa.Column("status_assessed", sa.String(40), nullable=True),
        sa.Column("status_paid", sa.String(40), nullable=True),
        sa.Column("proof_issued_on", sa.Date(), nullable=True),
        sa.Column("proof_document", sa.String(length=200), nullable=False),
        sa.Column("claimed_on", sa.Date(), nullable=True),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["recognition_case.id"], name=op.f("fk_reimbursement_case_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reimbursement")),
        sa.UniqueConstraint("case_id", name=op.f("uq_reimbursement_case_id")),
        sa.UniqueConstraint("uid", name=op.f("uq_reimbursement_uid")),
    )

    op.create_table(
        "delegation",
        sa.Column("standard_id", KEY, nullable=False),
        sa.Column("body", sa.String(length=300), nullable=False),
        sa.Column("number", sa.String(length=120), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_until", sa.Date(), nullable=True),
        sa.Column("parts", sa.String(length=500), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.ForeignKeyConstraint(["standard_id"], ["standard.id"], name=op.f("fk_delegation_standard_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_delegation")),
        sa.UniqueConstraint("uid", name=op.f("uq_delegation_uid")),
    )
    op.create_index(op.f("ix_delegation_standard_id"), "delegation", ["standard_id"], unique=False)

    op.create_table(
        "adjustment",
        sa.Column("case_id", KEY, nullable=False),
        sa.Column("measures", sa.String(length=300), nullable=False),
        sa.Column("more_time", sa.Integer(), nullable=True),
        sa.Column("instructions", sa.Text(), nullable=False),
        sa.Column("granted_on", sa.Date(), nullable=False),
        sa.Column("granted_by", sa.String(length=200), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["recognition_case.id"], name=op.f("fk_adjustment_case_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_adjustment")),
        sa.UniqueConstraint("case_id", name=op.f("uq_adjustment_case_id")),
        sa.UniqueConstraint("uid", name=op.f("uq_adjustment_uid")),
    )

    op.create_table(
        "adjustment_ground",
        sa.Column("adjustment_id", KEY, nullable=False),
        sa.Column("ground", sa.Text(), nullable=False),
        sa.Column("document", sa.String(length=300), nullable=False),
        sa.Column("document_date", sa.Date(), nullable=True),
        sa.Column("seen_by", sa.String(length=200), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.ForeignKeyConstraint(["adjustment_id"], ["adjustment.id"], name=op.f("fk_adjustment_ground_adjustment_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_adjustment_ground")),
        sa.UniqueConstraint("adjustment_id", name=op.f("uq_adjustment_ground_adjustment_id")),
        sa.UniqueConstraint("uid", name=op.f("uq_adjustment_ground_uid")),
    )

    op.create_table(
        "mobility_partner",
        sa.Column("name", sa.String(length=300), nullable=False),
        sa.Column("country", sa.String(length=80), nullable=False),
        sa.Column("city", sa.String(length=120), nullable=False),
        sa.Column("contact", sa.String(length=300), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mobility_partner")),
        sa.UniqueConstraint("uid", name=op.f("uq_mobility_partner_uid")),
    )
    op.create_table(
        "memorandum",
        sa.Column("partner_id", KEY, nullable=False),
        sa.Column("number", sa.String(length=120), nullable=False),
        sa.Column("signed_on", sa.Date(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_until", sa.Date(), nullable=True),
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.ForeignKeyConstraint(["partner_id"], ["mobility_partner.id"], name=op.f("fk_memorandum_partner_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_memorandum")),
        sa.UniqueConstraint("uid", name=op.f("uq_memorandum_uid")),
    )
    op.create_index(op.f("ix_memorandum_partner_id"), "memorandum", ["partner_id"], unique=False)

    op.create_table(
        "learning_account",
        sa.Column("case_id", KEY, nullable=False),
        sa.Column("asked", sa.Text(), nullable=False),
        sa.Column("payable_cents", sa.Integer(), nullable=False),
        sa.Column("counted_on", sa.Date(), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["recognition_case.id"], name=op.f("fk_learning_account_case_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_learning_account")),
        sa.UniqueConstraint("case_id", name=op.f("uq_learning_account_case_id")),
        sa.UniqueConstraint("uid", name=op.f("uq_learning_account_uid")),
    )
    op.create_table(
        "mobility",
        sa.Column("case_id", KEY, nullable=False),
        sa.Column("partner_id", KEY, nullable=False),
        sa.Column("number", sa.String(length=120), nullable=False),
        sa.Column("began_on", sa.Date(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=False),
        sa.Column("assessment", sa.Text(), nullable=False),
        sa.Column("home_person", sa.String(length=240), nullable=False),
        sa.Column("host_person", sa.String(length=240), nullable=False),
        sa.Column("learner_signed_on", sa.Date(), nullable=True),
        sa.Column("home_signed_on", sa.Date(), nullable=True),
        sa.Column("host_signed_on", sa.Date(), nullable=True),
        sa.Column("transcript_number", sa.String(length=120), nullable=False),
        sa.Column("transcript_on", sa.Date(), nullable=True),
        sa.Column("item_id", KEY, nullable=True),
        sa.Column("assessed_on", sa.Date(), nullable=True),
        sa.Column("assessed_by", sa.String(length=240), nullable=False),
        sa.Column("validated_on", sa.Date(), nullable=True),
        sa.Column("validated_by", sa.String(length=240), nullable=False),
        sa.Column("recognised_on", sa.Date(), nullable=True),
        sa.Column("recognised_by", sa.String(length=240), nullable=False),
        sa.Column("experience_id", KEY, nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["recognition_case.id"], name=op.f("fk_mobility_case_id")),
        sa.ForeignKeyConstraint(["experience_id"], ["experience.id"], name=op.f("fk_mobility_experience_id")),
        sa.ForeignKeyConstraint(["item_id"], ["evidence_item.id"], name=op.f("fk_mobility_item_id")),
        sa.ForeignKeyConstraint(["partner_id"], ["mobility_partner.id"], name=op.f("fk_mobility_partner_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mobility")),
        sa.UniqueConstraint("case_id", name=op.f("uq_mobility_case_id")),
        sa.UniqueConstraint("uid", name=op.f("uq_mobility_uid")),
    )
    op.create_index(op.f("ix_mobility_experience_id"), "mobility", ["experience_id"], unique=False)
    op.create_index(op.f("ix_mobility_item_id"), "mobility", ["item_id"], unique=False)
    op.create_index(op.f("ix_mobility_partner_id"), "mobility", ["partner_id"], unique=False)

    op.create_table(
        "mobility_unit",
        sa.Column("mobility_id", KEY, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("unit_id", KEY, nullable=True),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("agreed", sa.Boolean(), nullable=False),
        sa.Column("passed", sa.Boolean(), nullable=True),
        sa.Column("mark", sa.String(length=60), nullable=False),
        sa.Column("points", sa.Integer(), nullable=True),
        sa.Column("hours", sa.Integer(), nullable=True),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.ForeignKeyConstraint(["mobility_id"], ["mobility.id"], name=op.f("fk_mobility_unit_mobility_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_mobility_unit_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mobility_unit")),
        sa.UniqueConstraint("uid", name=op.f("uq_mobility_unit_uid")),
    )
    op.create_index(op.f("ix_mobility_unit_mobility_id"), "mobility_unit", ["mobility_id"], unique=False)
    op.create_index(op.f("ix_mobility_unit_unit_id"), "mobility_unit", ["unit_id"], unique=False)

    with op.batch_alter_table("exam", schema=None) as batch_op:
        batch_op.add_column(sa.Column("group_number", sa.String(length=40), server_default="", nullable=False))
        batch_op.add_column(sa.Column("theory_least", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("practice_least", sa.Integer(), nullable=True))

    with op.batch_alter_table("examinee", schema=None) as batch_op:
        batch_op.add_column(sa.Column("repeats_id", KEY, nullable=True))
        batch_op.add_column(sa.Column("carried", sa.String(40), nullable=True))
        batch_op.create_foreign_key(batch_op.f("fk_examinee_repeats_id"), "examinee", ["repeats_id"], ["id"])

    with op.batch_alter_table("assessor", schema=None) as batch_op:
        batch_op.add_column(sa.Column("user_uid", sa.Uuid(), nullable=True))

    with op.batch_alter_table("edition", schema=None) as batch_op:
        batch_op.add_column(sa.Column("pkl_scale", sa.String(40), nullable=True))
        batch_op.add_column(sa.Column("external_id", sa.String(length=200), server_default="", nullable=False))
        batch_op.add_column(sa.Column("description_lv", sa.Text(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("description_en", sa.Text(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("entry_requirements", sa.Text(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("last_applications_on", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("scale", sa.String(40), server_default="result", nullable=False))
        batch_op.add_column(sa.Column("aggregation", sa.Text(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("combination", sa.String(40), server_default="consensus", nullable=False))
        batch_op.add_column(sa.Column("state_reason", sa.Text(), server_default="", nullable=False))

    with op.batch_alter_table("evidence_item", schema=None) as batch_op:
        batch_op.add_column(sa.Column("copy_certified", sa.Boolean(), server_default=sa.false(), nullable=False))
        batch_op.add_column(sa.Column("copy_certified_by", sa.String(length=200), server_default="", nullable=False))
        batch_op.add_column(sa.Column("translation", sa.String(40), server_default="not_needed", nullable=False))
        batch_op.add_column(sa.Column("translator", sa.String(length=200), server_default="", nullable=False))
        batch_op.add_column(sa.Column("details", sa.Text(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("subject", sa.String(length=300), server_default="", nullable=False))
        batch_op.add_column(sa.Column("subject_key", sa.String(length=300), server_default="", nullable=False))
        batch_op.add_column(sa.Column("replaces_id", KEY, nullable=True))
        batch_op.add_column(sa.Column("active", sa.Boolean(), server_default=sa.true(), nullable=False))
        batch_op.add_column(sa.Column("from_case_number", sa.String(length=60), server_default="", nullable=False))
        batch_op.create_index(batch_op.f("ix_evidence_item_replaces_id"), ["replaces_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_evidence_item_subject_key"), ["subject_key"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_evidence_item_replaces_id"), "evidence_item", ["replaces_id"], ["id"]
        )

    with op.batch_alter_table("outcome", schema=None) as batch_op:
        batch_op.add_column(sa.Column("section", sa.String(length=200), server_default="", nullable=False))
        batch_op.add_column(sa.Column("maximum", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("external_id", sa.String(length=200), server_default="", nullable=False))

    with op.batch_alter_table("part", schema=None) as batch_op:
        batch_op.add_column(sa.Column("external_id", sa.String(length=200), server_default="", nullable=False))

    with op.batch_alter_table("person", schema=None) as batch_op:
        batch_op.add_column(sa.Column("actual_address", sa.Text(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("uses_e_address", sa.Boolean(), server_default=sa.false(), nullable=False))
        batch_op.add_column(sa.Column("merged_into_id", KEY, nullable=True))
        batch_op.create_index(batch_op.f("ix_person_merged_into_id"), ["merged_into_id"], unique=False)
        batch_op.create_foreign_key(batch_op.f("fk_person_merged_into_id"), "person", ["merged_into_id"], ["id"])

    with op.batch_alter_table("recognition_case", schema=None) as batch_op:
        batch_op.add_column(sa.Column("closed_code", sa.String(40), nullable=True))
        batch_op.add_column(sa.Column("closed_on", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("state_before", sa.String(40), nullable=True))
        batch_op.add_column(sa.Column("step_before", sa.String(40), nullable=True))
        batch_op.add_column(sa.Column("motive_kind", sa.String(40), nullable=True))
        batch_op.add_column(sa.Column("trade_rule", sa.String(length=300), server_default="", nullable=False))
        batch_op.add_column(sa.Column("answer_channel", sa.String(40), nullable=True))
        batch_op.add_column(sa.Column("preferred_period", sa.String(length=120), server_default="", nullable=False))
        batch_op.add_column(sa.Column("matriculation_number", sa.String(length=60), server_default="", nullable=False))
        batch_op.add_column(sa.Column("study_place", sa.String(length=300), server_default="", nullable=False))
        batch_op.add_column(sa.Column("study_year", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("admitted_on", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("admitted_until", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("no_document_reason", sa.Text(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("repeats_id", KEY, nullable=True))
        batch_op.add_column(sa.Column("cohort_id", KEY, nullable=True))
        batch_op.create_index(batch_op.f("ix_recognition_case_cohort_id"), ["cohort_id"], unique=False)
        batch_op.create_foreign_key(batch_op.f("fk_recognition_case_cohort_id"), "cohort", ["cohort_id"], ["id"])
        batch_op.create_foreign_key(
            batch_op.f("fk_recognition_case_repeats_id"), "recognition_case", ["repeats_id"], ["id"]
        )

    with op.batch_alter_table("result", schema=None) as batch_op:
        batch_op.add_column(sa.Column("value", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("agreed_how", sa.String(40), nullable=True))

    with op.batch_alter_table("score", schema=None) as batch_op:
        batch_op.add_column(sa.Column("value", sa.Integer(), nullable=True))

    with op.batch_alter_table("unit", schema=None) as batch_op:
        batch_op.add_column(sa.Column("local", sa.Boolean(), server_default=sa.false(), nullable=False))
        batch_op.add_column(sa.Column("route", sa.String(40), nullable=True))
        batch_op.add_column(sa.Column("aggregation", sa.Text(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("external_id", sa.String(length=200), server_default="", nullable=False))
