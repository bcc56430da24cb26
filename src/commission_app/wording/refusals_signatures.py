"""Sentences about electronic signatures, containers, digital credentials and the certificates the office trusts."""

from commission_app.i18n import marked

SENTENCES: dict[str, str] = {
    "authenticity.person": marked("{file}, checked elsewhere: {verdict}. {signers}"),
    "authenticity.program": marked("{file}: {verdict}. {signers}"),
    "container.broken": marked("{file} is damaged and its content cannot be listed."),
    "container.too_many": marked("{file} holds {count} files; at most {most} are opened."),
    "container.path": marked("{file} names an inner file by a path that leads outside ({entry}); it is not opened."),
    "container.link": marked("{file} holds a link to another file ({entry}); it is not opened."),
    "container.doubled": marked("{file} holds two files of the same name ({entry}); it is not opened."),
    "container.bomb": marked("{entry} in {file} unpacks to far more than its packed size; it is not opened."),
    "container.entry_too_large": marked("{entry} in {file} is larger than {most} MB unpacked; it is not opened."),
    "container.encrypted": marked("{entry} in {file} is protected by a password; it is not opened."),
    "container.absent": marked("There is no {entry} in {file}."),
    "container.xml": marked("{entry} in {file} is not the XML of a signature that can be read safely."),
    "credential.none": marked("{file} is no digital credential that the program can read."),
    "credential.too_deep": marked("{file} is nested deeper than any credential; it is not read."),
    "credential.other_holder": marked("The credential is made out to {holder}, the applicant is {applicant}."),
    "credential.no_holder": marked("The credential does not name its holder: compare it with the applicant yourself."),
    "credential.expired": marked("The credential expired on {day}."),
    "credential.unsigned": marked("The credential bears no signature that can be checked here."),
    "mail.unreadable": marked("{file} is no e-mail that can be read."),
    "mail.absent": marked("There is no {entry} in {file}."),
    "signature_check.nothing": marked("Nothing was found in {file}: say what the other program showed."),
    "signature_check.future": marked("The check cannot lie in the future ({day})."),
    "signature_check.without_signers": marked("Say who signed, as the other program showed it."),
    "trust.unreadable": marked("{file} holds no certificate that can be read."),
    "trust.known": marked("The certificate of {name} is already in the list."),
    "trust.expired": marked("The certificate of {name} was valid only until {day}."),
    "trust.without_reason": marked("Say why the certificate is removed."),
}
