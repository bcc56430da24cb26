"""Sentences about keys, codes on papers and their verification."""

from commission_app.i18n import marked

SENTENCES: dict[str, str] = {
    "payload.too_large": marked(
        "The facts of certificate {number} need {size} bytes in the code, at most {most} fit: shorten the titles."
    ),
    "payload.unreadable": marked("The code holds no facts of a certificate that this program can read."),
    "payload.newer": marked("The code was made by a later program: update this one to read it."),
    "key.locked": marked("The key of the codes is locked: type its passphrase first."),
    "key.passphrase": marked("The passphrase of the key is wrong."),
    "key.passphrase_short": marked(
        "A passphrase needs at least {least} characters; four words together are a good one."
    ),
    "key.passphrase_differs": marked("The two passphrases differ."),
    "key.name": marked("Say whose key it is."),
    "key.source": marked("Say how you compared the fingerprint with the institution."),
    "key.known": marked("The key is already in the list: {name}."),
    "key.unreadable": marked("{file} holds no public key that the program can read (P-256, PEM or a key file)."),
    "key.reason": marked("Say why."),
    "key.day": marked("The day {day} is not between {earliest} and today."),
    "key.foreign": marked("It is the key of another institution; only its trust can be changed."),
    "key.over": marked("The key is {state} already."),
    "key.none": marked("The office has no key yet: make one in Preferences → Keys of the codes."),
    "verify.too_large": marked("{file} is larger than {most} MB; it is not read."),
    "verify.unreadable": marked("{file} is no PDF, picture or code that can be read."),
    "verify.empty": marked("{file} is empty."),
    "verify.fine": marked("Nothing speaks against certificate {number}, issued to {holder} on {day}."),
    "verify.fine_signed": marked("Nothing speaks against the electronic signatures of {file}."),
    "verify.wrong": marked("Do not rely on this paper. {why}"),
    "verify.unjudged": marked("This paper could not be judged. {why}"),
    "verify.nothing": marked("It bears neither a code of this program nor an electronic signature."),
    "verify.no_code": marked("It bears no code of this program; only its electronic signatures can be judged."),
    "verify.codes_differ": marked("It bears {count} codes that say different things."),
    "verify.code_good": marked(
        "The code was signed with a key of {name} (fingerprint {fingerprint}); nothing in it was changed."
    ),
    "verify.code_broken": marked("The signature of the code does not belong to its facts: the code is forged."),
    "verify.code_compromised": marked(
        "The code was signed with a key of {name} that is not to be believed from {since} on."
    ),
    "verify.code_doubtful": marked(
        "The key of {name} fell into other hands on {since}; the code bears an earlier day, but whoever has the key "
        "could write any day: ask the institution."
    ),
    "verify.code_out_of_time": marked("The key of {name} was not in use on {day}, the day of the code."),
    "verify.code_unknown": marked(
        "The code names {name}, but its key is not known here: compare its fingerprint with the institution."
    ),
    "verify.code_unreadable": marked("It bears a code whose facts cannot be read."),
    "verify.code_newer": marked("Its code was made by a later program: update this one to read it."),
    "verify.short_code": marked("The certificate has {units} units; the code holds {detail}."),
    "verify.titles_by_eye": marked("The code holds titles in the other language: compare them by eye."),
    "verify.only_code": marked("There is only the code: compare every fact with the paper."),
    "verify.facts_agree": marked("Facts of the code that agree with the paper: {count}."),
    "verify.fact_differs": marked("{fact}{of}: signed is “{signed}”, the paper shows “{printed}”."),
    "verify.fact_unlike": marked(
        "{fact}{of}: signed is “{signed}”, the paper looks different there (sureness {sure} %)."
    ),
    "verify.fact_absent": marked("{fact}{of}: “{signed}” was not found on the paper."),
    "verify.by_eye": marked("The picture could not be compared with the paper as issued: compare every fact by eye."),
    "verify.pages_missing": marked("Pages of the paper that could not be compared: {count}."),
    "verify.others": marked("The paper also looks different at: {words}."),
    "verify.signature_good": marked("The electronic signature of {signer} is whole, and its issuer is trusted."),
    "verify.signature_open": marked("The electronic signature of {signer}: {verdict}."),
    "verify.signature_wrong": marked("The electronic signature of {signer}: {verdict}."),
    "verify.register_issued": marked("Certificate {number} stands in the register and is in force."),
    "verify.register_annulled": marked("Certificate {number} was annulled ({day}): {reason}"),
    "verify.register_superseded": marked("Certificate {number} was replaced by duplicate {other}."),
    "verify.register_unknown": marked("There is no certificate {number} in the register of this institution."),
    "verify.register_legacy": marked("Certificate {number} stands in the register taken over from before ({source})."),
    "verify.register_differs": marked("The register holds other facts of certificate {number} than the code."),
    "verify.register_not_asked": marked(
        "No register was asked: only the institution knows whether the certificate was annulled since."
    ),
    "verify.same_bytes": marked("The file is byte for byte the paper that was issued under number {number}."),
}
