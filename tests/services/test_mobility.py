"""Mobility through the office: partners, agreement, transcript, three acts in order, and what becomes of them."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from commission_app.errors import RefusedError
from commission_app.i18n import ENGLISH, LATVIAN
from commission_app.rules.vocabulary.case import Procedure
from commission_app.rules.vocabulary.mobility import MobilityAct
from commission_app.rules.vocabulary.scoring import UnitVerdict
from commission_app.services import cases, credits, mobility, mobility_cards, mobility_papers, mobility_partners
from commission_app.services.mobility_cards import AgreementForm, MobilityCard, TranscriptForm, UnitForm
from commission_app.services.mobility_partners import MemorandumForm, PartnerForm
from commission_app.services.office import Office
from tests import make

BEGAN = date(2026, 2, 2)
ENDED = date(2026, 3, 27)
SIGNED = date(2026, 1, 20)
TRANSCRIPT = TranscriptForm("TR-7/2026", date(2026, 3, 30))


def agreed(office: Office, partner_id: int) -> AgreementForm:
    """An agreement that all three sides signed in time."""
    days = (SIGNED, SIGNED, SIGNED)
    return AgreementForm(partner_id, BEGAN, ENDED, "ML-3", "Praktisks darbs", "Z. Ozola", "J. Tamm", *days)


def abroad(office: Office) -> int:
    """A case of mobility whose agreement is entered; gives its key."""
    make.institution(office)
    make.commission(office)
    edition = make.standard(office)
    case = make.case(office, edition, procedure=Procedure.MOBILITY).id
    partner = office.do(mobility_partners.store, None, None, PartnerForm("Tartu kool", "Igaunija", "Tartu"))
    office.do(mobility.agree, case, None, agreed(office, partner))
    return case


def card(office: Office, case: int) -> MobilityCard:
    return office.ask(mobility_cards.card, case)


def put(office: Office, case: int, form: UnitForm) -> None:
    seen = card(office, case).seen
    assert seen is not None
    office.do(mobility.put_unit, case, seen, None, form)


def refused(office: Office, *act: object) -> str:
    with pytest.raises(RefusedError) as found:
        office.do(*act)  # type: ignore[arg-type]
    return found.value.refusal.reason


def test_only_units_of_the_target_qualification_are_recognised_and_reach_the_award(office: Office) -> None:
    case = abroad(office)
    first, second, _ = card(office, case).choices.units
    put(office, case, UnitForm("Arvutivõrgud", first[0], passed=True, mark="8", points=Decimal(6), hours=Decimal(160)))
    put(office, case, UnitForm("Andmebaasid", second[0], passed=False))
    put(office, case, UnitForm("Keevitamine", None, passed=True, mark="9"))
    held = card(office, case)
    reasons = [line.why_not.reason if line.why_not else None for line in held.units]
    assert reasons == [None, "mobility.not_passed", "mobility.foreign_unit"]
    assert [one.reason for one in held.warnings] == ["mobility.no_memorandum"]
    assert refused(office, mobility.validate, case, held.seen, ENDED, "Z. Ozola") == "mobility.first"
    assert refused(office, mobility.assess, case, held.seen, ENDED, "J. Tamm") == "mobility.no_transcript"
    office.do(mobility.enter_transcript, case, held.seen, TRANSCRIPT)
    day = TRANSCRIPT.issued_on
    for at, act in enumerate((mobility.assess, mobility.validate, mobility.recognise)):
        office.do(act, case, card(office, case).seen, day + timedelta(days=at), "Z. Ozola")
    held = card(office, case)
    assert held.next_act is None and [line.on for line in held.acts] == [day + timedelta(days=at) for at in range(3)]
    verdicts = [line.verdict for line in office.ask(credits.proposal, case).award.unit_lines]
    assert verdicts[0] is UnitVerdict.RECOGNISED and verdicts[1] is not UnitVerdict.RECOGNISED
    assert refused(office, mobility.undo, case, held.seen, MobilityAct.ASSESS) == "mobility.undo_first"
    assert refused(office, mobility.put_unit, case, held.seen, None, UnitForm("X")) == "mobility.assessed"
    for act in reversed(MobilityAct):
        office.do(mobility.undo, case, card(office, case).seen, act)
    assert not any(
        line.verdict is UnitVerdict.RECOGNISED for line in office.ask(credits.proposal, case).award.unit_lines
    )
    for language in (LATVIAN, ENGLISH):
        assert office.ask(mobility_papers.agreement, case, language).startswith(b"%PDF")
        assert office.ask(mobility_papers.transcript, case, language).startswith(b"%PDF")


def test_a_memorandum_that_holds_over_the_period_silences_the_warning(office: Office) -> None:
    case = abroad(office)
    (partner,) = office.ask(mobility_partners.lines)
    short = MemorandumForm("SM-1", SIGNED, SIGNED, ENDED - timedelta(days=1), "IKT")
    key = office.do(mobility_partners.store_memorandum, partner.id, None, None, short)
    assert card(office, case).warnings
    whole = MemorandumForm("SM-1", SIGNED, SIGNED, ENDED, "IKT")
    office.do(mobility_partners.store_memorandum, partner.id, key, 1, whole)
    assert not card(office, case).warnings
    assert refused(office, mobility_partners.remove, partner.id, partner.version) == "mobility.partner_used"


def test_what_cannot_be_is_refused_and_nothing_is_half_stored(office: Office) -> None:
    case = abroad(office)
    first = card(office, case).choices.units[0][0]
    put(office, case, UnitForm("Arvutivõrgud", first))
    held = card(office, case)
    bad = {
        "mobility.no_title": UnitForm(" "),
        "mobility.unit_twice": UnitForm("Veel", first),
        "mobility.figure": UnitForm("Veel", points=Decimal("-1")),
        "credits.unknown_mark": UnitForm("Veel", mark="99"),
    }
    for reason, form in bad.items():
        assert refused(office, mobility.put_unit, case, held.seen, None, form) == reason
    other = make.case(office, office.ask(cases.card, case).edition_id, serial=1).id
    form = held.agreement
    assert refused(office, mobility.agree, other, None, form) == "mobility.wrong_procedure"
    assert form is not None
    turned = AgreementForm(form.partner_id, ENDED, BEGAN)
    assert refused(office, mobility.agree, case, held.seen, turned) == "date.period_turned"
    assert card(office, case) == held
