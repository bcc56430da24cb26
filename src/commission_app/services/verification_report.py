"""The report of a verification as a paper, to be printed, kept or sent to whoever asked."""

from datetime import UTC, datetime

from commission_app.documents import verification_report
from commission_app.documents.verification_report import ReportedFact, ReportedFile, VerificationFacts, plain
from commission_app.i18n import Language
from commission_app.rules.vocabulary.key import FactMatch
from commission_app.services.paper_sources import letterhead
from commission_app.services.verification import Verified
from commission_app.store.work import Reading
from commission_app.wording.sentences import sentence
from commission_app.wording.signatures import signature_text
from commission_app.wording.verification import fact_name, match_text


def report(reading: Reading, found: tuple[Verified, ...], language: Language) -> bytes:
    """What was found about some files, as a PDF."""
    facts = VerificationFacts(
        letterhead(reading.session, reading.today, language),
        datetime.now(UTC),
        reading.actor.name,
        tuple(_file(one, language) for one in found),
    )
    return verification_report.render(facts, language)


def as_text(found: Verified, language: Language) -> str:
    """What was found about a file, as text to be pasted into a letter."""
    lines = [found.file, sentence(language, found.headline), *(f"• {text}" for text in findings(found, language))]
    lines += [
        f"{fact_name(language, one.fact, one.of)}: {one.signed} | {match_text(language, one)}" for one in found.facts
    ]
    return "\n".join(lines)


def findings(found: Verified, language: Language) -> tuple[str, ...]:
    """Each finding in a sentence, the electronic signatures one by one."""
    told = [sentence(language, one) for one in found.said]
    return (*told, *(signature_text(language, one) for one in found.signatures))


def _file(found: Verified, language: Language) -> ReportedFile:
    return ReportedFile(
        file=plain(found.file),
        sha256=found.sha256,
        headline=plain(sentence(language, found.headline)),
        findings=tuple(plain(text) for text in findings(found, language)),
        facts=tuple(
            ReportedFact(
                plain(fact_name(language, one.fact, one.of)),
                plain(one.signed),
                plain(match_text(language, one)),
                one.match is FactMatch.DIFFERENT,
            )
            for one in found.facts
        ),
    )
