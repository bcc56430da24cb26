"""Papers of the archive: the cover of a volume, its contents with the certification, and the deeds."""

from sqlalchemy import select

from commission_app.documents import archive_deed, file_cover, volume_contents
from commission_app.documents.archive_deed import DeedFacts, DeedVolume
from commission_app.documents.file_cover import CoverFacts
from commission_app.documents.house_style import Pair, Signatures, Signer, Text
from commission_app.documents.joined import joined
from commission_app.documents.volume_contents import BoundPaper, VolumeFacts
from commission_app.i18n import Language, marked
from commission_app.models.archive import ArchiveDeed, Volume
from commission_app.models.case import RecognitionCase
from commission_app.rules import archive
from commission_app.rules.vocabulary.archive import DeedKind, DeedState, VolumeState
from commission_app.services import archive_deeds, archive_volumes
from commission_app.services.archive_nomenclature import said_keeping
from commission_app.services.paper_sources import both, clerk, head_of_institution, letterhead
from commission_app.store.work import Reading


def cover(reading: Reading, volume_id: int, language: Language) -> bytes:
    """The cover of a volume."""
    row = reading.get(Volume, volume_id)
    commission: Text = ""
    if row.case is not None and row.case.commission is not None:
        commission = either(row.case.commission.name_lv, row.case.commission.name_en)
    facts = CoverFacts(
        letterhead=letterhead(reading.session, row.last_day, language),
        unit=commission,
        index_no=row.entry.index_no,
        heading=either(row.entry.title_lv, row.entry.title_en),
        title=_title(reading, row),
        part=row.part,
        parts=archive_volumes.parts(reading.session, row),
        first_day=row.first_day,
        last_day=row.last_day,
        sheets=row.sheets,
        retention=said_keeping(row.entry.retention, row.entry.years),
        keep_until=row.keep_until,
        place=row.place,
    )
    return file_cover.render(facts, language)


def contents(reading: Reading, volume_id: int, language: Language) -> bytes:
    """The contents list of a volume with its certification; a draft until the volume is certified."""
    row = reading.get(Volume, volume_id)
    held = archive.read_contents(row.contents)
    certified = row.state is not VolumeState.OPEN
    signer = Signer(either(row.certified_post_lv, row.certified_post_en), row.certified_by)
    facts = VolumeFacts(
        letterhead=letterhead(reading.session, row.certified_on or reading.today, language),
        index_no=row.entry.index_no,
        title=_title(reading, row),
        part=row.part,
        parts=archive_volumes.parts(reading.session, row),
        made_on=row.certified_on or reading.today,
        papers=tuple(
            BoundPaper(paper.number, either(paper.title_lv, paper.title_en), paper.day, first, last)
            for paper, first, last in held.places()
        ),
        sheets=row.sheets,
        lettered=row.lettered,
        missing=row.missing,
        certified=certified,
        signatures=Signatures((signer if certified else clerk(reading.actor),)),
    )
    return volume_contents.render(facts, language)


def for_volumes(reading: Reading, volume_ids: tuple[int, ...], language: Language) -> bytes:
    """Cover and contents of several volumes for one press of the printer; it can be cancelled between two."""

    def every() -> list[bytes]:
        found = []
        for done, key in enumerate(volume_ids, 1):
            reading.progress.step(done, len(volume_ids))
            found += [cover(reading, key, language), contents(reading, key, language)]
        return found

    return joined(every())


def deed(reading: Reading, deed_id: int, language: Language) -> bytes:
    """A deed; a destruction bears the mark of a draft until it is approved."""
    row = reading.get(ArchiveDeed, deed_id)
    giver = clerk(reading.actor)
    signers: tuple[Signer, ...]
    if row.kind is DeedKind.HANDOVER:
        signers = (
            Signer(giver.post, giver.name, both(marked("Handed over by"))),
            Signer(row.receiver_post, row.receiver_name, both(marked("Received by"))),
        )
    else:
        board = (Signer(both(marked("Member of the board")), name) for name in archive_deeds.board_of(row.board))
        signers = (*board, head_of_institution(reading.session, row.made_on))
    facts = DeedFacts(
        letterhead=letterhead(reading.session, row.made_on, language),
        kind=row.kind,
        number=row.number,
        made_on=row.made_on,
        volumes=tuple(_volume(reading, line.volume) for line in row.lines),
        signatures=Signatures(signers),
        draft=row.kind is DeedKind.DESTRUCTION and row.state is DeedState.DRAFT,
        receiver=row.receiver,
        grounds=row.grounds,
        board=archive_deeds.board_of(row.board),
        approval_number=row.approval_number,
        approved_on=row.approved_on,
        done_on=row.done_on,
        way=row.way,
    )
    return archive_deed.render(facts, language)


def volumes_of(reading: Reading, case_id: int) -> tuple[int, ...]:
    """The volumes of a case in their order."""
    return tuple(reading.session.scalars(select(Volume.id).where(Volume.case_id == case_id).order_by(Volume.part)))


def _volume(reading: Reading, row: Volume) -> DeedVolume:
    return DeedVolume(
        index_no=row.entry.index_no,
        title=_title(reading, row),
        part=row.part,
        first_day=row.first_day,
        last_day=row.last_day,
        sheets=row.sheets,
        retention=said_keeping(row.entry.retention, row.entry.years),
        keep_until=row.keep_until,
    )


def _title(reading: Reading, row: Volume) -> Text:
    if row.case_id is not None:
        case = reading.session.get_one(RecognitionCase, row.case_id)
        reading.opened.add(case.person.uid)
    return either(row.title_lv, row.title_en)


def either(lv: str, en: str) -> Text:
    """A text of the archive in both languages; the archive's own language stands where there is no English."""
    return Pair(lv, en) if en.strip() else lv
