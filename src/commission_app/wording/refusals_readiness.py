"""Sentences of the health check before a sitting."""

from commission_app.i18n import marked

SENTENCES: dict[str, str] = {
    "readiness.not_paid": marked("The fee is not paid."),
    "readiness.not_stated": marked("Not signed: {statement}."),
    "readiness.too_late": marked("The decision was due on {deadline}, before the sitting on {heard_on}."),
    "readiness.not_agreed": marked("{count} of {outcomes} learning outcomes have no agreed result."),
    "readiness.unreasoned": marked("Results without a reason: {count}."),
    "readiness.unsupported": marked("Met, but not carried by evidence: {outcomes}."),
    "readiness.stale": marked("Evidence grown too old: {items}."),
    "readiness.untranslated": marked("A translation is missing: {items}."),
    "readiness.signature": marked("Changed after signing: {files}."),
    "readiness.assessors": marked("They assessed the case and vote on it: {members}."),
}
