"""Sentences of the refusals about digital twins: what is missing, and where it is entered."""

from commission_app.i18n import marked

SENTENCES: dict[str, str] = {
    "twins.given_name": marked("The holder's given name is missing; it is entered on the page of the person."),
    "twins.family_name": marked("The holder's family name is missing; it is entered on the page of the person."),
    "twins.registration_number": marked(
        "The institution's registration number is missing; it is entered in Preferences, Institution."
    ),
    "twins.number": marked("The certificate has no number."),
    "twins.title": marked(
        "The title of what is certified is missing ({programme}); it is entered with the standard, under Standards."
    ),
    "twins.issuer_name_lv": marked(
        "The institution's name in Latvian is missing; it is entered in Preferences, Institution."
    ),
    "twins.issuer_name_en": marked(
        "The institution's name in English is missing; it is entered in Preferences, Institution."
    ),
    "twins.unit_title_lv": marked(
        "The Latvian title of unit {unit} is missing; it is entered in the window “Digital twins” of the certificate."
    ),
    "twins.unit_title_en": marked(
        "The English title of unit {unit} is missing; it is entered in the window “Digital twins” of the certificate."
    ),
    "twins.outcome_text_lv": marked(
        "Learning outcome {outcome} of unit {unit} has no text in Latvian; it is entered in the window “Digital "
        "twins” of the certificate."
    ),
    "twins.outcome_text_en": marked(
        "Learning outcome {outcome} of unit {unit} has no text in English; it is entered in the window “Digital "
        "twins” of the certificate."
    ),
    "twins.credit_unit": marked(
        "The credits of {unit} have no unit; it is entered with the standard, under Standards."
    ),
    "twins.level": marked(
        "Level {level} is none of the European framework (1 to 8); it is entered with the standard, under Standards."
    ),
    "twins.country": marked(
        "The country “{code}” is not known; it is entered with the microcredential, under Standards."
    ),
    "twins.element": marked(
        "Missing of the mandatory elements of a microcredential: {element}. It is entered with the microcredential, "
        "under Standards, and a new certificate is issued."
    ),
    "twins.website": marked(
        "ELMO asks for the institution's address in the net; it is entered in Preferences, Institution."
    ),
    "twins.no_code": marked("The certificate does not bear the personal code, so the twin cannot have it."),
    "twins.no_birth": marked("The holder's day of birth is not known; it is entered on the page of the person."),
    "twins.no_key": marked("A badge is signed, and the institution has no key yet; it is made in Preferences, Keys."),
    "twins.annulled": marked("Certificate No. {number} is annulled: no digital twin of it leaves any more."),
    "twins.paper_too_large": marked(
        "The certificate has {size} MiB; ELMO carries at most {most} MiB. Leave the certificate out of the file."
    ),
    "twins.paper_absent": marked("Certificate No. {number} was not issued in this language."),
    "twins.paper_old": marked(
        "Certificate No. {number} was made by an older program and cannot take files inside; save the twins beside it."
    ),
    "twins.paper_signed": marked(
        "Certificate No. {number} is signed: files inside would break the signature. Save the twins beside it."
    ),
    "twins.nothing": marked("Choose at least one digital twin that is complete."),
    "twins.text_there": marked("The text of unit {unit}, outcome {outcome}, is there already; open the list again."),
    "twins.text_too_long": marked("The title of unit {unit} has {length} letters; at most {most} are kept."),
    "twins.not_left": marked(
        "No European credential of certificate No. {number} has left yet: save it first, then have it sealed."
    ),
    "twins.not_sealed": marked("{file} bears no seal that can be proved."),
    "twins.seal_broken": marked("{file} was changed after it was sealed."),
    "twins.sealed_differs": marked(
        "{file} does not say what the certificate says ({element}): ours is “{ours}”, in the file stands “{theirs}”."
    ),
    "twins.no_certificate": marked("There is no certificate No. {number}."),
}
