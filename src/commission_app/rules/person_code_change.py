"""When a personal code may become another: old to new once, on adoption, or because it was written wrongly."""

from collections.abc import Sequence

from commission_app.errors import RefusedError
from commission_app.rules.vocabulary.person import CodeChange, CodeKind

_AT = "personal_code"


def check_change(borne: Sequence[CodeKind], new: CodeKind, why: CodeChange, reason: str) -> None:
    """A change of the code is lawful; `borne` are the formats of the codes borne so far, the present one last.

    Refused: a second replacement of the old by the new, a replacement by a code of the old format, adoption or a
    mistake without a reason. Legal source: Fizisko personu reģistra likums.
    """
    if why is CodeChange.REPLACED:
        if CodeKind.NEW in borne:
            raise RefusedError("person.code_replaced_before", at=_AT)
        if new is not CodeKind.NEW:
            raise RefusedError("person.code_replaced_by_old", at=_AT)
    elif not reason.strip():
        raise RefusedError("person.code_without_reason", at="reason", why=why)
