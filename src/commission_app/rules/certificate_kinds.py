"""Which paper a case may come to: the usual one first, then the others that its procedure allows."""

from collections.abc import Mapping

from commission_app.rules.vocabulary.case import Procedure
from commission_app.rules.vocabulary.certificate import CertificateKind
from commission_app.rules.vocabulary.standard import StandardKind

_KIND = CertificateKind

_VOCATIONAL: Mapping[StandardKind, tuple[CertificateKind, ...]] = {
    StandardKind.PROFESSION_STANDARD: (_KIND.TRANSCRIPT,),
    StandardKind.MODULE_SET: (
        _KIND.MODULE,
        _KIND.PROFESSIONAL_DEVELOPMENT,
        _KIND.INTEREST_EDUCATION,
        _KIND.TRANSCRIPT,
    ),
    StandardKind.STUDY_PROGRAMME: (_KIND.MODULE, _KIND.PROFESSIONAL_DEVELOPMENT, _KIND.TRANSCRIPT),
    StandardKind.FRAMEWORK: (_KIND.MODULE, _KIND.NON_FORMAL, _KIND.TRANSCRIPT),
}


def lawful(
    procedure: Procedure, standard: StandardKind, *, whole: bool, microcredentials: bool
) -> tuple[CertificateKind, ...]:
    """What a case may be certified by, the usual paper first; `microcredentials` is the setting of its law day."""
    small = (_KIND.MICROCREDENTIAL,) if microcredentials else ()
    if procedure is Procedure.VOCATIONAL:
        usual = _KIND.QUALIFICATION if whole else _KIND.QUALIFICATION_PART
        return (usual, *_VOCATIONAL[standard], *small)
    return (_KIND.RECOGNITION_STATEMENT, *small, _KIND.NON_FORMAL)
