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
    "key.passphrase_short": marked("A passphrase needs at least {least} characters; four words together are a good one."),
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
}
