"""Fees in the office: payments and refunds, the gate, a fixed group, one invoice for many, old payments kept."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from commission_app.errors import RefusedError
from commission_app.i18n import ENGLISH, LATVIAN
from commission_app.rules.hour_prices import CaseHours, HourNorm
from commission_app.rules.vocabulary.case import CaseAct, CaseState, Procedure
from commission_app.rules.vocabulary.fee import (
    BalanceState,
    CreditsFrom,
    FeeGate,
    PaymentKind,
    PriceKind,
    Reimburser,
    WaiverKind,
)
from commission_app.rules.vocabulary.provision import ProvisionKey
from commission_app.services import (
    case_hours,
    cases,
    checks,
    decisions,
    exams,
    fee_lists,
    fees,
    invoices,
    price_lists,
    provisions,
    what_if,
)
from commission_app.services.cases import Payment
from commission_app.services.fees import PaymentForm, ReimbursementForm, WaiverForm
from commission_app.services.invoices import InvoiceForm
from commission_app.services.office import Office
from commission_app.services.price_lists import PriceListForm
from tests import hearings, make
from tests.hearings import House

HE = Procedure.HIGHER_EDUCATION
FLAT = PriceListForm("Cenrādis", PriceKind.PER_APPLICATION, HE, make.LONG_AGO, cents=8000)
TABLE = PriceListForm("MK 791", PriceKind.BY_GROUP, Procedure.VOCATIONAL, make.LONG_AGO, rows=(19275, 11446, 8836))


def refused(office: Office, act: object, *args: object) -> RefusedError:
    with pytest.raises(RefusedError) as why:
        office.do(act, *args)  # type: ignore[arg-type]
    return why.value


def asked(office: Office, **form: object) -> int:
    make.institution(office)
    make.commission(office)
    office.do(price_lists.store, None, None, replace(FLAT, **form))  # type: ignore[arg-type]
    return make.case(office, make.standard(office)).id


def pay(office: Office, case_id: int, cents: int, kind: PaymentKind = PaymentKind.PAYMENT) -> int:
    form = PaymentForm(kind, cents, make.today(office), "SIA Šķiets", "MU 118")
    return office.do(fees.pay, case_id, None, form)


def test_a_case_is_asked_by_the_list_paid_overpaid_and_given_back(office: Office) -> None:
    case = asked(office)
    card = office.ask(fees.card, case)
    assert (card.fee.total, card.owing, card.state) == (8000, 8000, BalanceState.UNPAID)
    pay(office, case, 10000)
    card = office.ask(fees.card, case)
    assert (card.owing, card.state) == (-2000, BalanceState.OVERPAID)
    assert office.ask(cases.card, case).payment.document == "MU 118"
    pay(office, case, 2000, PaymentKind.REFUND)
    assert office.ask(fees.card, case).state is BalanceState.SETTLED
    form = PaymentForm(PaymentKind.REFUND, 8001, make.today(office))
    why = refused(office, fees.pay, case, None, form)
    assert (why.reason, why.refusal.field) == ("fee.refund_above_paid", "cents")
    assert office.ask(checks.findings) == ()


@pytest.mark.parametrize(("cents", "reason"), [(-5, "fee.negative"), (0, "fee.absurd"), (10**9, "fee.absurd")])
def test_sums_that_cannot_be_are_refused_and_nothing_is_stored(office: Office, cents: int, reason: str) -> None:
    case = asked(office)
    assert (
        refused(office, fees.pay, case, None, PaymentForm(PaymentKind.PAYMENT, cents, make.today(office))).reason
        == reason
    )
    seen = office.ask(cases.card, case).version
    if cents:
        assert refused(office, cases.pay, case, seen, Payment(cents)).reason == reason
    tomorrow = make.today(office) + timedelta(1)
    assert refused(office, fees.pay, case, None, PaymentForm(PaymentKind.PAYMENT, 1, tomorrow)).reason == "date.future"
    assert office.ask(fees.card, case).entries == ()


def test_a_payment_taken_out_leaves_no_refund_without_a_payment(office: Office) -> None:
    case = asked(office)
    first = pay(office, case, 8000)
    back = pay(office, case, 3000, PaymentKind.REFUND)
    seen = office.ask(fees.card, case).version
    assert refused(office, fees.take_out, case, seen, first).reason == "fee.refund_above_paid"
    office.do(fees.take_out, case, seen, back)
    office.do(fees.take_out, case, office.ask(fees.card, case).version, first)
    assert office.ask(fees.card, case).state is BalanceState.UNPAID
    assert office.ask(cases.card, case).payment.paid_on is None


def test_the_payment_of_the_application_counts_and_stays_the_first_when_more_comes(office: Office) -> None:
    case = asked(office)
    seen, today = office.ask(cases.card, case).version, make.today(office)
    office.do(cases.pay, case, seen, Payment(5000, today, "MU 1", "Aija"))
    assert [entry.cents for entry in office.ask(fees.card, case).entries] == [5000]
    pay(office, case, 700, PaymentKind.TOP_UP)
    entries = office.ask(fees.card, case).entries
    assert [(entry.cents, entry.document) for entry in entries] == [(5000, "MU 1"), (700, "MU 118")]
    seen = office.ask(cases.card, case).version
    assert refused(office, cases.pay, case, seen, Payment(5000)).reason == "fee.entered_apart"


def test_a_waiver_needs_its_reason_and_lessens_what_is_asked(office: Office) -> None:
    case = asked(office)
    seen = office.ask(fees.card, case).version
    form = WaiverForm(WaiverKind.OWN_STUDENT, "Dekāna rīkojums", percent=100, document="24-13/10")
    assert refused(office, fees.waive, case, seen, replace(form, reason=" ")).refusal.field == "reason"
    assert refused(office, fees.waive, case, seen, replace(form, cents=5)).reason == "fee.waiver_either"
    assert refused(office, fees.waive, case, seen, replace(form, percent=0)).reason == "fee.percent"
    office.do(fees.waive, case, seen, form)
    card = office.ask(fees.card, case)
    assert (card.fee.total, card.state) == (0, BalanceState.NOTHING_ASKED)
    office.do(fees.take_back_waiver, case, card.version, card.waivers[0].id)
    assert office.ask(fees.card, case).fee.total == 8000


def test_an_unpaid_fee_reminds_stops_or_does_nothing_by_the_rule_of_its_day(office: Office) -> None:
    case = asked(office)
    assert [one.reason for one in office.ask(cases.card, case).shortcomings].count("fee.not_paid") == 1
    office.do(provisions.settle, ProvisionKey.FEE_GATE.value, None, make.LONG_AGO, FeeGate.STOP.value)
    card = office.ask(cases.card, case)
    admitting = next(act for act in card.acts if act.act is CaseAct.ADMIT)
    assert [one.reason for one in admitting.refusals] == ["fee.not_paid"]
    assert refused(office, cases.admit, case, card.version).reason == "fee.not_paid"
    pay(office, case, 8000)
    make.move(office, case, cases.admit)
    assert office.ask(cases.card, case).state is CaseState.ADMITTED
    office.do(provisions.settle, ProvisionKey.FEE_GATE.value, None, make.LONG_AGO, FeeGate.NONE.value)
    assert office.ask(fees.card, case).gate is FeeGate.NONE


def test_a_case_is_charged_by_the_hour_and_its_own_hours_are_counted_with_a_reason(office: Office) -> None:
    norm = HourNorm(1500, 250, 1000, least=8000)
    case = asked(office, kind=PriceKind.BY_HOURS, cents=2500, hours=norm)
    assert office.ask(price_lists.lines)[0].form.hours == norm
    card = office.ask(fees.card, case)
    assert card.fee.total == 8125 and card.hours is not None and not card.hours.counted
    counted = CaseHours(1500, 3000, 1000, "portfolio angļu valodā")
    for wrong, at in (
        (replace(counted, reason=" "), "reason"),
        (replace(counted, assessment=3100), "assessment"),
        (CaseHours(0, 0, 0, "nekas"), "consultation"),
    ):
        assert refused(office, case_hours.count, case, card.version, wrong).refusal.field == at
    office.do(case_hours.count, case, card.version, counted)
    card = office.ask(fees.card, case)
    assert (card.fee.total, card.hours and card.hours.counted) == (13750, True)
    office.do(case_hours.forget, case, card.version)
    assert office.ask(fees.card, case).fee.total == 8125
    assert office.ask(checks.findings) == ()


def test_hours_are_counted_only_where_the_price_is_by_the_hour(office: Office) -> None:
    case = asked(office)
    card = office.ask(fees.card, case)
    assert card.hours is None
    why = refused(office, case_hours.count, case, card.version, CaseHours(250, 0, 0, "x"))
    assert why.reason == "fee.not_by_hours"


def test_what_is_recognised_is_charged_once_the_decision_is_registered(paper_house: House) -> None:
    office = paper_house.office
    form = replace(FLAT, kind=PriceKind.PER_CREDIT, cents=1000, credits_from=CreditsFrom.RECOGNISED)
    office.do(price_lists.store, None, None, form)
    case = paper_house.facts.one_not_met
    before = office.ask(fees.card, case).fee
    assert (before.total, before.final) == (18_000, False)
    supposed = office.ask(what_if.of_case, case).fee
    assert supposed is not None and supposed.total == 12_000
    hearings.decided(paper_house, case)
    draft = office.ask(decisions.of_case, case)
    assert draft is not None
    office.do(decisions.edit_draft, draft.id, draft.version, "Trūkst tīkla projekta.")
    hearings.register(office, case)
    after = office.ask(fees.card, case).fee
    assert (after.total, after.final) == (12_000, True)


def test_what_is_proved_to_whom_may_pay_back_is_kept(office: Office) -> None:
    case = asked(office)
    form = ReimbursementForm(Reimburser.NVA, "3.1.2.5.i", proof_issued_on=make.today(office), proof_document="4-1")
    office.do(fees.reimburse, case, office.ask(fees.card, case).version, form)
    assert office.ask(fees.card, case).reimbursement == form


def test_price_lists_follow_each_other_and_are_taken_out(office: Office) -> None:
    make.institution(office)
    first = office.do(price_lists.store, None, None, FLAT)
    new = replace(FLAT, valid_from=date(2026, 1, 1), cents=8400)
    assert refused(office, price_lists.store, None, None, FLAT).reason == "price.same_day"
    assert refused(office, price_lists.store, first, 1, replace(FLAT, cents=-1)).refusal.field == "cents"
    second = office.do(price_lists.store, None, None, new)
    now = {line.id: line.in_force for line in office.ask(price_lists.lines)}
    assert now == {first: False, second: True}
    office.do(price_lists.store, first, 1, replace(FLAT, legal="Senāta lēmums"))
    line = next(one for one in office.ask(price_lists.lines) if one.id == first)
    assert line.form.legal == "Senāta lēmums"
    office.do(price_lists.remove, first, line.version)
    assert [one.id for one in office.ask(price_lists.lines)] == [second]


def test_the_fixed_group_shows_who_tops_up_and_who_gets_back(house: House) -> None:
    office = house.office
    first, second = house.facts.examinees
    office.do(price_lists.store, None, None, TABLE)
    assert office.ask(fees.card, first).fee.total == 19275
    pay(office, first, 19275)
    key, _ = hearings.exam(house)
    assert office.ask(fees.card, first).fee.total == 11446
    assert office.do(fees.fix_group, key, None, 1001) == 2
    shown = office.ask(fee_lists.exam_fees, key)
    owing = {line.case_id: line.owing for line in shown.lines}
    assert owing == {first: 11446 + 501 - 19275, second: 11446 + 500}
    office.do(price_lists.remove, office.ask(price_lists.lines)[0].id, 1)
    assert office.ask(fees.card, second).fee.total == 11946
    assert refused(office, fees.fix_group, key).reason == "fee.group_fixed"
    assert refused(office, exams.enter_case, key, first).reason == "fee.group_fixed"
    office.do(fees.open_group, key)
    assert office.ask(fees.card, second).fee.total is None
    assert refused(office, fees.fix_group, key).reason == "fee.no_group_price"
    assert office.ask(checks.findings) == ()


def test_one_employer_pays_for_many_by_one_invoice(office: Office) -> None:
    first = asked(office)
    edition = office.ask(cases.card, first).edition_id
    second = make.case(office, edition, serial=1).id
    today = make.today(office)
    form = InvoiceForm("SIA Šķiets un dēli", today, today + timedelta(14), registration_number="40000000000")
    assert refused(office, invoices.issue, (), form).reason == "invoice.no_cases"
    assert refused(office, invoices.issue, (first,), replace(form, payer="")).refusal.field == "payer"
    key = office.do(invoices.issue, (first, second), form)
    (row,) = office.ask(invoices.invoices)
    assert (row.number, row.cases, row.total, row.paid) == (f"R-{today.year}/1", 2, 16000, 0)
    assert refused(office, invoices.issue, (first,), form).reason == "invoice.in_another"
    assert refused(office, invoices.issue, (first,), replace(form, number=row.number)).reason == "invoice.number_taken"
    for language in (LATVIAN, ENGLISH):
        assert office.ask(invoices.paper, key, language).startswith(b"%PDF")
    assert [line.invoices for line in office.ask(fee_lists.balances)] == [(row.number,)] * 2
    assert office.do(invoices.settle, key, row.version, today, "MU 7") == 2
    assert {line.state for line in office.ask(fee_lists.balances)} == {BalanceState.SETTLED}
    (row,) = office.ask(invoices.invoices)
    assert refused(office, invoices.withdraw, key, row.version).reason == "invoice.paid"
    assert refused(office, invoices.issue, (first,), form).reason == "invoice.owes_nothing"


def test_an_invoice_made_out_by_mistake_is_withdrawn(office: Office) -> None:
    case, today = asked(office), make.today(office)
    key = office.do(invoices.issue, (case,), InvoiceForm("SIA Šķiets", today, today, number="17/A"))
    (row,) = office.ask(invoices.invoices)
    office.do(invoices.withdraw, key, row.version)
    assert office.ask(invoices.invoices) == ()
    assert office.ask(fee_lists.balances)[0].invoices == ()
