"""Words about mobility: the three acts upon what was learned with a partner."""

from enum import StrEnum


class MobilityAct(StrEnum):
    """Assessment by the host, validation against the target qualification, recognition; in this order (ECVET)."""

    ASSESS = "assess"
    VALIDATE = "validate"
    RECOGNISE = "recognise"
