"""What differs between two submissions of a portfolio, in words."""

from collections.abc import Mapping

from commission_app.i18n import Language, marked

CHANGED: Mapping[str, str] = {
    "kind": marked("kind"),
    "title": marked("title"),
    "issuer": marked("issuer"),
    "issued_on": marked("date"),
    "language": marked("language"),
    "note": marked("note"),
    "subject": marked("subject"),
    "details": marked("details"),
    "translation": marked("translation"),
    "translator": marked("translation"),
    "compared": marked("comparison with the original"),
    "copy_certified": marked("certified copy"),
    "active": marked("replaced by a newer one"),
    "replaces_uid": marked("what it replaces"),
    "files": marked("files"),
    "links": marked("links to outcomes"),
}


def changed_word(language: Language, field: str) -> str:
    """What differs, by the name of the field."""
    return language.say_of("submission", CHANGED[field])
