"""Tables: SQLAlchemy 2 typed models, one file a noun."""

from commission_app.models import (  # noqa: F401 — importing them fills the metadata
    act,
    application,
    blob,
    case,
    certificate,
    cohort,
    commission,
    decision,
    evidence,
    exam,
    fee,
    institution,
    moderation,
    person,
    register,
    score,
    search,
    sitting,
    standard,
    trust,
)
