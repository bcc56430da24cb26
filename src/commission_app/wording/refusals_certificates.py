"""Sentences about microcredentials, their conformity, and which paper a case may come to."""

from collections.abc import Mapping

from commission_app.i18n import marked

SENTENCES: Mapping[str, str] = {
    "certificate.kind_not_lawful": marked("A case like this is not certified by: {kind}."),
    "certificate.profile_missing": marked(
        "Choose the microcredential; its elements are entered on the page of the standard, under Microcredential."
    ),
    "certificate.profile_elsewhere": marked("The microcredential “{title}” belongs to another edition of a standard."),
    "certificate.profile_retired": marked("The microcredential “{title}” is no longer issued since {day}."),
    "certificate.profile_not_covered": marked("Not all units of the microcredential “{title}” are recognised."),
    "certificate.number_typed": marked("Numbers of certificates are typed: issue this one on the page of its case."),
    "certificate.form_one_by_one": marked("It is written on a state form: issue it on the page of its case or exam."),
    "paper.annex_empty": marked("Certificate {number} names no units, so it has no annex."),
    "microcredential.unreadable": marked("What is kept about the microcredential cannot be read."),
    "microcredential.newer": marked("A newer version of the program wrote this (format {schema}); update the program."),
    "microcredential.no_learner": marked("The name of the learner is missing; it is entered on the person's page."),
    "microcredential.learner_unknown": marked(
        "Neither a date of birth nor a personal code of the learner is known; enter one on the person's page."
    ),
    "microcredential.no_title_lv": marked("The Latvian title of the microcredential is missing."),
    "microcredential.no_title_en": marked("The English title of the microcredential is missing."),
    "microcredential.no_country": marked("The country or region of the issuer is missing."),
    "microcredential.no_body_lv": marked(
        "The Latvian name of the awarding body is missing; it is entered in the preferences, under Institution."
    ),
    "microcredential.no_body_en": marked(
        "The English name of the awarding body is missing; it is entered in the preferences, under Institution."
    ),
    "microcredential.no_units": marked("No unit is recognised, so there are no learning outcomes to state."),
    "microcredential.unit_not_english": marked(
        "Unit {unit} has no English title; it is entered in the content of the standard."
    ),
    "microcredential.unit_without_outcomes": marked(
        "Unit {unit} has no learning outcomes; they are entered in the content of the standard."
    ),
    "microcredential.outcome_half": marked(
        "Learning outcome {code} of unit {unit} is not written in both languages; mend it in the content of the "
        "standard."
    ),
    "microcredential.no_workload": marked(
        "The workload is not known: give the units credit points, or the microcredential its own workload."
    ),
    "microcredential.no_level": marked(
        "The LKI level is missing: enter it at the edition, or mark that a level does not apply."
    ),
    "microcredential.no_assessment": marked("The type of assessment is missing."),
    "microcredential.no_participation": marked("The form of participation is missing."),
    "microcredential.no_quality": marked("The type of quality assurance is missing."),
    "microcredential.half_english": marked("The English text is missing: {element}."),
    "microcredential.half_latvian": marked("The Latvian text is missing: {element}."),
    "microcredential.unit_unknown": marked("The microcredential names a unit that is not in this edition."),
    "microcredential.country_code": marked("“{text}” is no country code; two capital letters are needed, such as LV."),
    "microcredential.workload_unit": marked("Choose the unit of the workload."),
    "microcredential.already_retired": marked("The microcredential “{title}” is no longer issued."),
    "conformity.unreadable": marked("What is kept about conformity cannot be read."),
    "conformity.half_english": marked("The English half of the note is missing: {criterion}."),
    "conformity.half_latvian": marked("The Latvian half of the note is missing: {criterion}."),
    "conformity.by_kind": marked("As for its kind: {kind}."),
    "conformity.below_degree": marked("{size}, which is less than {least}."),
    "conformity.as_large_as_degree": marked("{size}, which is not less than {least}."),
    "conformity.is_qualification": marked("It leads to the whole professional qualification."),
    "conformity.below_qualification": marked("It does not lead to a whole professional qualification."),
    "conformity.profession_standard": marked("It rests on a profession standard."),
    "conformity.microcredential_issued": marked("The institution issues a microcredential for it."),
    "conformity.issued": marked("Certificate No. {number} of {day}."),
    "conformity.no_outcomes": marked("No learning outcomes are stated."),
    "conformity.some_outcomes": marked("Units without learning outcomes: {units}."),
    "conformity.outcomes_latvian": marked("Learning outcomes are stated, but not all of them in English."),
    "conformity.outcomes": marked("The learning outcomes of every unit are stated in both languages."),
    "conformity.credits": marked("The credit points (ECTS) of every unit are stated."),
    "conformity.credits_convertible": marked("The size is stated in another unit than ECTS."),
    "conformity.some_credits": marked("Not every unit states its credit points."),
    "conformity.no_credits": marked("No credit points are stated."),
    "conformity.assessment": marked("The type of assessment is stated."),
    "conformity.no_assessment": marked("The type of assessment is not stated, but can be."),
    "conformity.level": marked("LKI level {level} is stated."),
    "conformity.level_not_needed": marked("A level does not apply here."),
    "conformity.no_level": marked("No LKI level is stated."),
    "conformity.stackable": marked("It is stated to count towards another credential."),
    "conformity.stands_alone": marked("It is stated to stand alone."),
    "conformity.accredited": marked("The programme is accredited."),
    "conformity.quality_stated": marked("The type of quality assurance is stated."),
}
