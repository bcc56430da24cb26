"""Words about the papers that an office writes beside decisions and certificates."""

from enum import StrEnum


class OfficePaper(StrEnum):
    """A paper of a case that is made when it is asked for."""

    APPLICATION_BLANK = "application_blank"
    APPLICATION = "application"
    SELF_BLANK = "self_blank"
    SELF = "self"
    ACKNOWLEDGEMENT = "acknowledgement"
    FUNDER = "funder"
    STUDY_MEMO = "study_memo"
    EUROPASS = "europass"
