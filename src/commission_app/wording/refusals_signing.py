"""Sentences about signing papers: the route, keys and tokens, time stamps, files that come back."""

from commission_app.i18n import marked

SENTENCES: dict[str, str] = {
    "signing.nobody": marked("Name at least one signer."),
    "signing.too_many": marked("A paper has at most {most} signers."),
    "signing.nameless": marked("Signer {place} has no name."),
    "signing.twice": marked("{name} stands among the signers twice."),
    "signing.without_order": marked("Name the order on which {name} signs for {of}."),
    "signing.mixed": marked(
        "Either all sign on paper or all sign electronically: a printed copy bears no electronic signature."
    ),
    "signing.not_open": marked("This paper is no longer being signed: {state}."),
    "signing.no_step": marked("This signer no longer stands in the route: look at it again."),
    "signing.signed_already": marked("This signature stands in the paper already."),
    "signing.not_the_turn": marked("It is the turn of {name}."),
    "signing.under_way": marked("{number} is being signed already."),
    "signing.not_closed": marked("{number} is not closed yet: only a finished paper is signed."),
    "signing.annulled": marked("{number} is annulled; it is not signed any more."),
    "signing.changed_since": marked(
        "{number} was changed after it was put forward: take it back and put it forward again."
    ),
    "signing.file_moved_on": marked(
        "{number} was signed by somebody else in the meantime; nothing was stored, look at it again."
    ),
    "signing.on_paper": marked("{number} is signed on paper: enter the day of the signature."),
    "signing.electronically": marked("{number} is signed electronically; no day is typed for that."),
    "signing.in_container": marked(
        "{number} came back in a container (ASiC-E); whoever signs next does so in the other program."
    ),
    "signing.day": marked("The paper was put forward on {earliest}; it cannot be signed on {day}."),
    "signing.no_remark": marked("Say what is to be mended."),
    "signing.no_reason": marked("Say why the paper is taken back."),
    "signing.no_name": marked("Say who signs instead of {name}."),
    "signing.nothing_chosen": marked("Choose the papers first."),
    "signing.not_waiting": marked("No paper of this number waits for a signature: {numbers}."),
    "signing.other_name": marked("The certificate is in the name of {certificate}, but signers are to be: {names}."),
    "signing.no_key_chosen": marked(
        "Choose the key file or the token in the preferences first (Preferences, Electronic signature)."
    ),
    "signing.key_file_absent": marked("The key file {file} cannot be read."),
    "signing.key_file_broken": marked("{file} is no key file (PKCS#12) that can be read."),
    "signing.wrong_password": marked("The password does not open {file}."),
    "signing.wrong_pin": marked("The PIN is wrong; after several wrong ones the token is blocked."),
    "signing.pin_locked": marked("The token is blocked after too many wrong PINs; unblock it with its own program."),
    "signing.no_private_key": marked("There is no private key to sign with in {where}."),
    "signing.no_certificate": marked("There is no certificate of the key in {where}."),
    "signing.several_keys": marked(
        "There are several certificates on the token ({labels}): name one in the preferences."
    ),
    "signing.module_absent": marked("The token's library {file} is not there."),
    "signing.module_broken": marked("{file} is no library of a token (PKCS#11) that can be used."),
    "signing.token_absent": marked("The token {token} is not in the reader."),
    "signing.token_gone": marked("The token {token} does not answer: put it back into the reader and go on."),
    "signing.certificate_expired": marked("The certificate of {name} was valid only until {until}."),
    "signing.certificate_early": marked("The certificate of {name} is valid only from {begins}."),
    "signing.two_keys": marked("Choose either a key file or a token, not both."),
    "signing.long_without_stamp": marked("Validation data need a time stamp: name the address of its service."),
    "signing.stamp_address": marked("{address} is no address of a time-stamp service (it begins with http)."),
    "signing.no_time_stamp": marked(
        "The time-stamp service does not answer as it should ({why}); try again, or sign without a time stamp."
    ),
    "signing.stamp_nonsense": marked("The time stamp that came back belongs to something else; nothing was stored."),
    "signing.not_a_pdf": marked("The paper is no PDF that can be signed."),
    "signing.self_check": marked("The signature that was made does not hold; nothing was stored."),
    "signing.returned_unknown": marked("{file} is none of the papers that wait for a signature."),
    "signing.returned_twice": marked("{file} is the same paper as {other}."),
    "signing.returned_other": marked("{file} is another file than the one that was handed out."),
    "signing.returned_changed": marked("{file} is our paper with changed content; signing only adds a signature."),
    "signing.returned_unsigned": marked("{file} bears no new signature."),
    "signing.returned_edited": marked("Something besides a signature was added to {file}."),
    "signing.returned_broken": marked("A signature in {file} does not hold."),
    "signing.returned_stale": marked("{file} is an earlier copy of {number}; it was signed further since."),
    "signing.returned_too_many": marked("{file} bears {count} new signatures, but {waiting} are awaited."),
    "signing.returned_signer": marked("{file}: signed by {found}, expected was {expected}."),
}
