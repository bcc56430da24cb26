"""Papers of a made-up institution, as the tests of the documents print them."""

from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO

from PIL import Image, ImageDraw

from commission_app.documents.certificate import CertifiedUnit, FormSheetFacts, StatementFacts
from commission_app.documents.decision import ConsideredDocument, DecidedUnit, DecisionFacts
from commission_app.documents.exam_protocol import ExamineeRow, Examiner, ExamPart, ExamProtocolFacts
from commission_app.documents.house_style import Letterhead, Pair, Signatures, Signer, Votes
from commission_app.documents.minutes import MinutedUnit, MinutesFacts, MinutesItem, Participant
from commission_app.documents.receipt import ReceiptFacts, ReceivedItem
from commission_app.rules.quantities import Credits
from commission_app.rules.vocabulary.certificate import CertificateKind
from commission_app.rules.vocabulary.decision import DecisionVerdict
from commission_app.rules.vocabulary.scoring import ExamStatus, UnitVerdict
from commission_app.rules.vocabulary.standard import CreditUnit

DAY = date(2026, 11, 24)
APPLICANT = "Ieva Ķēniņa-Āboļa"
COMMISSION = Pair("Studiju rezultātu atzīšanas komisija (datorika)", "Recognition commission (computing)")
PROGRAMME = Pair("Programmēšana un datortīkli", "Programming and computer networks")
LEVEL = Pair("LKI 5.\u00a0līmenis", "LQF level 5")
LEGAL_BASIS = (
    Pair("Augstskolu likuma 59.³ panta pirmā daļa", "Law on Higher Education Institutions, Section 59.³, part 1"),
    Pair(
        "Ministru kabineta 14.08.2018. noteikumi Nr.\u00a0505, 2. punkts",
        "Cabinet Regulation No.\u00a0505 of 14 August 2018, paragraph 2",
    ),
)
APPEAL = Pair(
    "Šo lēmumu viena mēneša laikā no tā spēkā stāšanās dienas var apstrīdēt Parauga koledžas direktoram, "
    "iesniegumu iesniedzot koledžā Parka ielā 1, Rīgā, LV-1000, vai nosūtot to uz koledžas oficiālo "
    "elektronisko adresi.",
    "This decision may be contested before the director of Sample College within one month of its entry into "
    "force, by an application handed in at 1 Parka Street, Riga, LV-1000, or sent to the official electronic address "
    "of the college.",
)


def ects(amount: str) -> Credits:
    """Credit points of today."""
    return Credits.of(amount, CreditUnit.ECTS)


def logo() -> bytes:
    """A small emblem."""
    picture = Image.new("RGB", (240, 240), "white")
    draw = ImageDraw.Draw(picture)
    draw.ellipse((10, 10, 230, 230), outline=(20, 60, 90), width=10)
    draw.polygon(((120, 45), (190, 185), (50, 185)), outline=(20, 60, 90), width=8)
    out = BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()


def letterhead(with_logo: bool = True) -> Letterhead:
    """The head of the sample college."""
    return Letterhead(
        institution=Pair("Parauga koledža", "Sample College"),
        reg_no="90000000000",
        address="Parka iela 1, Rīga, LV-1000",
        contacts="tālr. 60000000, pasts@paraugs.example",
        place=Pair("Rīgā", "Riga"),
        logo=logo() if with_logo else None,
    )


def signatures() -> Signatures:
    """Chair and secretary, on paper."""
    return Signatures(
        (
            Signer(Pair("Komisijas priekšsēdētāja", "Chair of the commission"), "Aija Šūpulīte"),
            Signer(Pair("Komisijas sekretārs", "Secretary of the commission"), "Jānis Žņaugs"),
        )
    )


def receipt() -> ReceiptFacts:
    """A receipt for five documents, three compared with the original."""
    titles = (
        ("CV (Europass)", Pair("CV", "CV"), 3, None),
        ("Darba līgums ar SIA „Tīkls un ķēde”", Pair("Darba līgums", "Employment contract"), 6, "Jānis Žņaugs"),
        ("Amata apraksts", Pair("Amata apraksts", "Job description"), 2, "Jānis Žņaugs"),
        ("Apliecība par kursu „Datubāzes”, 160 stundas", Pair("Apliecība", "Certificate"), 1, "Jānis Žņaugs"),
        ("Pašvērtējums", Pair("Pašvērtējums", "Self-assessment"), 4, None),
    )
    return ReceiptFacts(
        letterhead=letterhead(),
        case_number="2026/031",
        application_number="A-2026/017",
        received_on=date(2026, 9, 1),
        applicant=APPLICANT,
        procedure=Pair(
            "Ārpus formālās izglītības apgūto kompetenču atzīšana",
            "Recognition of competences acquired outside formal education",
        ),
        programme=PROGRAMME,
        decision_due=date(2027, 1, 1),
        items=tuple(
            ReceivedItem(title, kind, pages, by, date(2026, 9, 1) if by else None) for title, kind, pages, by in titles
        ),
        signatures=Signatures((Signer(Pair("Komisijas sekretārs", "Secretary of the commission"), "Jānis Žņaugs"),)),
    )


def _unit(at: int, verdict: UnitVerdict, credits: str, awarded: str) -> DecidedUnit:
    refused = verdict is UnitVerdict.REFUSED
    return DecidedUnit(
        code=f"DatZ10{at:02d}",
        title=Pair(
            (
                "Programmēšana I",
                "Datubāzu pārvaldības sistēmu lietošana un administrēšana",
                "Lokālo tīklu ierīkošana un uzturēšana",
                "Tīkla drošība",
            )[at % 4],
            (
                "Programming I",
                "Use and administration of database management systems",
                "Setting up and maintaining local networks",
                "Network security",
            )[at % 4],
        ),
        outcomes_met=1 if refused else 4,
        outcomes_total=4,
        verdict=verdict,
        claimed=ects(credits),
        awarded=ects(awarded),
        rule=Pair(
            "visi obligātie rezultāti un vismaz 75 % pārējo", "every mandatory outcome and at least 75 % of the others"
        ),
        legal_reference=Pair("MK 505/2018, nolikuma 14. p.", "Cabinet Regulation 505/2018, by-law p. 14"),
        missing=(
            (
                Pair(
                    "Prot novērtēt tīkla drošības riskus un izvēlēties aizsardzības pasākumus",
                    "Is able to assess network security risks and choose countermeasures",
                ),
                Pair("Izskaidro šifrēšanas principus", "Explains the principles of encryption"),
            )
            if refused
            else ()
        ),
        would_suffice=Pair(
            "praktisko pārbaudījumu vai darba devēja atsauksmi par tīkla drošības darbiem",
            "a practical test, or an employer's reference on security work",
        )
        if refused
        else None,
    )


def decision(units: int = 4) -> DecisionFacts:
    """A decision that recognises in part."""
    verdicts = (UnitVerdict.RECOGNISED, UnitVerdict.RECOGNISED, UnitVerdict.PARTLY, UnitVerdict.REFUSED)
    decided = tuple(_unit(at, verdicts[at % 4], "6", ("6", "4.5", "3", "0")[at % 4]) for at in range(units))
    total = sum((unit.awarded for unit in decided), Credits.zero(CreditUnit.ECTS))
    return DecisionFacts(
        letterhead=letterhead(),
        number="L-2026/045",
        day=DAY,
        commission=COMMISSION,
        order_number="1-5/12",
        order_date=date(2026, 1, 12),
        legal_basis=LEGAL_BASIS,
        case_number="2026/031",
        application_number="A-2026/017",
        application_date=date(2026, 9, 1),
        applicant=APPLICANT,
        programme=PROGRAMME,
        programme_code="41 484",
        level=LEVEL,
        procedure=Pair(
            "par ārpus formālās izglītības apgūto kompetenču atzīšanu",
            "on the recognition of competences acquired outside formal education",
        ),
        verdict=DecisionVerdict.PARTIAL,
        documents=(
            ConsideredDocument(
                "Darba līgums ar SIA „Tīkls un ķēde”", Pair("darba līgums", "employment contract"), date(2019, 3, 1)
            ),
            ConsideredDocument("Apliecība par kursu „Datubāzes”", Pair("apliecība", "certificate"), date(2022, 6, 15)),
            ConsideredDocument("Pašvērtējums"),
        ),
        units=decided,
        total=total,
        remaining=ects("106.5"),
        reasons=Pair(
            "Iesniegtie pierādījumi par septiņu gadu darbu tīklu administrēšanā ir autentiski, aktuāli un pietiekami "
            "attiecībā uz programmēšanas un datubāzu kursa rezultātiem. Tīkla drošības rezultāti ar iesniegtajiem "
            "dokumentiem nav pamatoti.",
            "The evidence of seven years of work in network administration is authentic, current and sufficient "
            "for the outcomes of the courses in programming and databases. The outcomes in network security are "
            "not supported by the documents submitted.",
        ),
        votes=Votes(4, 0, 1, ("Pēteris Ūdris",)),
        appeal=APPEAL,
        signatures=signatures(),
        minutes_number="P-2026/009",
        sitting_date=DAY,
    )


def minutes(cases: int = 2) -> MinutesFacts:
    """The minutes of a sitting with decided cases and a postponed one."""
    decided = tuple(
        MinutesItem(
            title=Pair("Par kompetenču atzīšanu", "On the recognition of competences"),
            case_number=f"2026/{30 + at:03d}",
            applicant=APPLICANT,
            heard=Pair(
                "Iesniegums, pašvērtējums, darba līgums un vērtētāju saskaņotais vērtējums.",
                "The application, the self-assessment, the contract and the agreed result of the assessors.",
            ),
            reporter="Jānis Žņaugs",
            recused=("Pēteris Ūdris",) if at else (),
            verdict=DecisionVerdict.PARTIAL,
            decision_number=f"L-2026/{44 + at:03d}",
            units=(
                MinutedUnit("DatZ1001", Pair("Programmēšana I", "Programming I"), UnitVerdict.RECOGNISED, ects("6")),
                MinutedUnit("DatZ1003", Pair("Tīkla drošība", "Network security"), UnitVerdict.REFUSED),
            ),
            total=ects("6"),
            reasons=Pair(
                "Tīkla drošības rezultāti nav pamatoti.", "The outcomes in network security are not supported."
            ),
            votes=Votes(4, 0, 1),
        )
        for at in range(cases)
    )
    postponed = MinutesItem(
        title=Pair("Par kompetenču atzīšanu", "On the recognition of competences"),
        case_number="2026/040",
        applicant="Jonas Kazlauskas",
        reporter="Jānis Žņaugs",
        postponed_reason=Pair("Pieprasīt darba devēja atsauksmi.", "To ask for an employer's reference."),
        votes=Votes(5, 0, 0),
    )
    return MinutesFacts(
        letterhead=letterhead(),
        number="P-2026/009",
        day=DAY,
        commission=COMMISSION,
        starts=datetime(2026, 11, 24, 12, 0, tzinfo=UTC),
        ends=datetime(2026, 11, 24, 13, 35, tzinfo=UTC),
        form=Pair("klātienē", "on site"),
        room=Pair("204. telpa", "room 204"),
        chair="Aija Šūpulīte",
        minute_taker="Jānis Žņaugs",
        participants=(
            Participant("Aija Šūpulīte", Pair("komisijas priekšsēdētāja", "chair of the commission")),
            Participant("Pēteris Ūdris", Pair("komisijas loceklis", "member"), Pair("no plkst. 14.20", "from 14:20")),
            Participant("Łucja Świętek", Pair("darba devēju pārstāve", "employers' representative")),
            Participant("Ilze Ģērmane", Pair("komisijas locekle", "member")),
            Participant("Юрий Щукин", Pair("komisijas loceklis", "member")),
        ),
        absent=(
            Participant(
                "Mārtiņš Krūmiņš", Pair("komisijas loceklis", "member"), Pair("komandējumā", "on duty elsewhere")
            ),
        ),
        quorum=Pair(
            "piedalās 5 no 6 komisijas locekļiem, nepieciešami 4; komisija ir lemttiesīga",
            "5 of 6 members take part, 4 are needed; the commission may decide",
        ),
        order=Pair("rīkojumu Nr.\u00a01-5/12, 12.01.2026.", "order No.\u00a01-5/12, 12 Jan 2026"),
        items=(*decided, postponed),
        annexes=(Pair("Vērtēšanas lapu kopsavilkums, 4 lapas", "Summary of the score sheets, 4 pages"),),
        signatures=Signatures(
            (
                Signer(Pair("Sēdes vadītāja", "Presiding"), "Aija Šūpulīte"),
                Signer(Pair("Protokolēja", "Minutes kept by"), "Jānis Žņaugs"),
            )
        ),
    )


def exam(people: int = 5) -> ExamProtocolFacts:
    """The protocol of an exam with a pass, a fail, an absence and an expulsion."""
    points = ((38, 55, 8, True), (22, 31, 4, False), (30, 44, 6, True))
    rows = []
    for at in range(people):
        number, name = (
            f"2026/{50 + at:03d}",
            f"{('Ieva', 'Žanna', 'Ģirts')[at % 3]} {('Šūpulīte', 'Žņauga', 'Ķēniņš-Āboļš')[at % 3]}",
        )
        if at == 3:
            rows.append(ExamineeRow(name, number, ExamStatus.ABSENT))
        elif at == 4:
            rows.append(
                ExamineeRow(
                    name,
                    number,
                    ExamStatus.EXPELLED,
                    Decimal("12"),
                    remark=Pair("akts Nr.\u00a01", "record No.\u00a01"),
                )
            )
        else:
            theory, practice, mark, awarded = points[at % 3]
            rows.append(
                ExamineeRow(
                    name,
                    number,
                    ExamStatus.SAT,
                    Decimal(theory),
                    Decimal(practice) + Decimal("0.5"),
                    Decimal(theory + practice) + Decimal("0.5"),
                    mark,
                    awarded,
                )
            )
    return ExamProtocolFacts(
        letterhead=letterhead(),
        number="E-2026/003",
        day=DAY,
        qualification=Pair("Programmēšanas tehniķis", "Programming technician"),
        code="33 484 01",
        level=Pair(
            "LKI 4.\u00a0līmenis, 4.\u00a0profesionālās kvalifikācijas līmenis",
            "LQF level 4, professional qualification level 4",
        ),
        standard=Pair("Programmēšanas tehniķis, 2023. gada redakcija", "Programming technician, edition of 2023"),
        kind=Pair("profesionālās kvalifikācijas eksāmens", "professional qualification exam"),
        commission=Pair("Eksaminācijas komisija", "Examination commission"),
        order=Pair("rīkojums Nr.\u00a01-5/30, 02.11.2026.", "order No.\u00a01-5/30, 2 Nov 2026"),
        delegation=Pair("Nr.\u00a07-12/45, derīgs līdz 31.12.2028.", "No.\u00a07-12/45, valid until 31 Dec 2028"),
        chair=Examiner("Aija Šūpulīte", Pair("skolotāja", "teacher"), Pair("skola", "school")),
        members=(
            Examiner(
                "Pēteris Ūdris", Pair("SIA „Kods”, vadītājs", "Kods Ltd, head"), Pair("darba devēji", "employers")
            ),
            Examiner(
                "Ilze Ģērmane",
                Pair("AS „Dati”, projektu vadītāja", "Dati plc, project lead"),
                Pair("darba devēji", "employers"),
            ),
        ),
        theory=ExamPart(
            Pair("Teorija", "Theory"),
            datetime(2026, 11, 24, 7, 0, tzinfo=UTC),
            datetime(2026, 11, 24, 9, 0, tzinfo=UTC),
            Pair("101. telpa", "room 101"),
            Decimal(40),
        ),
        practice=ExamPart(
            Pair("Prakse", "Practice"),
            datetime(2026, 11, 24, 10, 0, tzinfo=UTC),
            datetime(2026, 11, 24, 14, 0, tzinfo=UTC),
            Pair("darbnīca", "workshop"),
            Decimal(60),
        ),
        rows=tuple(rows),
        pass_mark=5,
        scale=(
            (10, Decimal(95)),
            (9, Decimal(88)),
            (8, Decimal(80)),
            (7, Decimal(72)),
            (6, Decimal(64)),
            (5, Decimal(55)),
            (4, Decimal(45)),
        ),
        incidents=Pair(
            "Viens eksaminējamais izraidīts par neatļautu palīglīdzekļu lietošanu.",
            "One examinee was expelled for using aids that are not allowed.",
        ),
        signatures=signatures(),
    )


def statement(units: int = 3) -> StatementFacts:
    """A statement of recognition."""
    decided = decision(units).units
    certified = tuple(CertifiedUnit(unit.code, unit.title, unit.claimed) for unit in decided)
    return StatementFacts(
        letterhead=letterhead(),
        number="I-2026/012",
        issued_on=date(2026, 11, 27),
        holder=APPLICANT,
        programme=PROGRAMME,
        programme_code="41 484",
        level=LEVEL,
        decision_number="L-2026/045",
        decision_date=DAY,
        commission=COMMISSION,
        legal_basis=LEGAL_BASIS[0],
        units=certified,
        total=ects(str(6 * units)),
        signatures=Signatures((Signer(Pair("Direktore", "Director"), "Łucja Świętek"), *signatures().signers)),
    )


def form_sheet() -> FormSheetFacts:
    """The data for a pre-printed certificate of qualification."""
    return FormSheetFacts(
        letterhead=letterhead(),
        kind=CertificateKind.QUALIFICATION,
        number="K-2026/007",
        issued_on=date(2026, 11, 27),
        form_series="PKA",
        form_number="004217",
        holder=APPLICANT,
        identity="010190-00006",
        qualification=Pair("Programmēšanas tehniķis", "Programming technician"),
        code="33 484 01",
        level=Pair(
            "LKI 4.\u00a0līmenis, 4.\u00a0profesionālās kvalifikācijas līmenis",
            "LQF level 4, professional qualification level 4",
        ),
        basis=Pair(
            "ārpus formālās izglītības sistēmas apgūtās profesionālās kompetences novērtēšana",
            "assessment of professional competence acquired outside the formal education system",
        ),
        exam_date=DAY,
        mark=8,
        protocol_number="E-2026/003",
        protocol_date=DAY,
        chair=Signer(Pair("Komisijas priekšsēdētāja", "Chair of the commission"), "Aija Šūpulīte"),
        head=Signer(Pair("Direktore", "Director"), "Łucja Świętek"),
        outcomes=(
            Pair("Izstrādā programmatūru atbilstoši prasību specifikācijai", "Develops software to its specification"),
            Pair("Testē programmatūru un novērš kļūdas", "Tests software and removes defects"),
        ),
    )
