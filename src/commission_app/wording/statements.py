"""The words of the statements an applicant signs, in Latvian and English; the institution's lawyer may want others."""

from collections.abc import Mapping

from commission_app.rules.vocabulary.case import StatementKind

TEXTS: Mapping[StatementKind, tuple[str, str]] = {
    StatementKind.TRUTH: (
        "Apliecinu, ka iesniegumā un tam pievienotajos dokumentos sniegtās ziņas ir patiesas.",
        "I confirm that what the application and the documents attached to it say is true.",
    ),
    StatementKind.AUTHENTICITY: (
        "Apliecinu, ka iesniegtie pierādījumi ir autentiski un attiecas uz manis paša darbu vai mācībām.",
        "I confirm that the evidence is authentic and concerns my own work or learning.",
    ),
    StatementKind.DATA_PROCESSING: (
        "Esmu informēts par savu personas datu apstrādi iesnieguma izskatīšanai.",
        "I have been informed of the processing of my personal data for this application.",
    ),
    StatementKind.PROCEDURE_KNOWN: (
        "Esmu informēts par procedūru, vērtēšanas kritērijiem un apstrīdēšanas kārtību.",
        "I have been informed of the procedure, the criteria and how a decision may be contested.",
    ),
    StatementKind.E_DELIVERY: (
        "Piekrītu, ka lēmumu un citus dokumentus man paziņo elektroniski.",
        "I agree that the decision and other papers are delivered to me electronically.",
    ),
    StatementKind.VERIFICATION_CONSENT: (
        "Piekrītu, ka iestāde pārbauda ziņas pie darba devējiem un mācību īstenotājiem.",
        "I agree that the institution verifies what I say with employers and providers of learning.",
    ),
    StatementKind.NO_DOCUMENT: (
        "Apliecinu, ka dokumenta, kas apliecinātu norādīto, man nav.",
        "I confirm that I have no document that would prove what I state.",
    ),
}
