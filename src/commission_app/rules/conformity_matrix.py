"""The five kinds of Latvian programmes against the criteria, as a study of 2022 judged them: where to begin.

The words are those of the study. Its colours did not survive, so each step is read off the word; where even the place
of a word in the table is uncertain the cell is left open and says so. An institution edits its own sheets over these.
"""

from collections.abc import Mapping

from commission_app.rules.conformity import ConformitySheet, Judged
from commission_app.rules.minutes_record import Said
from commission_app.rules.vocabulary.microcredential import Conformity, Criterion
from commission_app.rules.vocabulary.microcredential import ProgrammeKind as Kind

_FULL, _NEARLY, _PARTLY, _RARELY, _NOT = Conformity

_YES = (_FULL, Said("Jā", "Yes"))
_IS = (_FULL, Said("Ir", "Stated"))
_EASILY = (_NEARLY, Said("Nav, bet var – viegli", "Not stated, but may be, easily"))
_MAY_BE = (_PARTLY, Said("Nav, bet var", "Not stated, but may be"))
_MAY = (_PARTLY, Said("Var", "May be"))
_UNCERTAIN = (None, Said("Avotā nav droši nolasāms", "Cannot be read for certain in the source"))
_Cell = tuple[Conformity | None, Said]

_ROWS: Mapping[Criterion, tuple[_Cell, _Cell, _Cell, _Cell, _Cell]] = {
    Criterion.BELOW_DEGREE: (_YES, _YES, _YES, _YES, _YES),
    Criterion.BELOW_QUALIFICATION: (
        (
            _NEARLY,
            Said(
                "Jā, ja, apgūstot moduļu kopu, nevar iegūt profesionālo kvalifikāciju",
                "Yes, if the set of modules does not lead to a professional qualification",
            ),
        ),
        (_NOT, Said("Vienāda ar profesionālo kvalifikāciju", "Equal to a professional qualification")),
        _YES,
        _YES,
        _YES,
    ),
    Criterion.LABOUR_MARKET: (
        (_PARTLY, Said("Ne visos gadījumos", "Not in all cases")),
        _YES,
        _YES,
        _YES,
        (_RARELY, Said("Nav (atsevišķos gadījumos var būt)", "No (may be in some cases)")),
    ),
    Criterion.CERTIFIED: (
        (_FULL, Said("Augstākās izglītības iestādes apliecība", "Certificate of the institution")),
        (_FULL, Said("Valsts atzīta apliecība", "State-recognised certificate")),
        (_FULL, Said("Valsts atzīta apliecība", "State-recognised certificate")),
        (_FULL, Said("Valsts atzīts dokuments", "State-recognised document")),
        (_FULL, Said("Augstākās izglītības iestādes apliecība", "Certificate of the institution")),
    ),
    Criterion.SAYS_OUTCOMES: (_EASILY, _EASILY, _EASILY, _MAY_BE, _MAY_BE),
    Criterion.SAYS_ASSESSMENT: (
        _EASILY,
        _IS,
        (_FULL, Said("Ir (sekmju izrakstā – pārbaudes darbi)", "Stated (tests, in the transcript)")),
        _MAY_BE,
        _MAY_BE,
    ),
    Criterion.SAYS_CREDITS: (_IS, _MAY_BE, _MAY_BE, _MAY_BE, _MAY_BE),
    Criterion.SAYS_LEVEL: (
        _EASILY,
        (_NEARLY, Said("Ir (šobrīd līdz 4. LKI līmenim)", "Stated (up to LKI level 4 so far)")),
        _MAY,
        _UNCERTAIN,
        _UNCERTAIN,
    ),
    Criterion.STACKABLE: (_IS, _MAY, _MAY, _MAY, _MAY),
    Criterion.QUALITY: (
        _IS,
        (
            _FULL,
            Said(
                "Ir (atbilstoša akreditēta studiju virziena gadījumā)",
                "Assured (where the matching study direction is accredited)",
            ),
        ),
        (
            _FULL,
            Said(
                "Ir (atbilstoša akreditēta studiju virziena gadījumā)",
                "Assured (where the matching study direction is accredited)",
            ),
        ),
        _UNCERTAIN,
        _UNCERTAIN,
    ),
}


def shipped(kind: Kind) -> ConformitySheet:
    """The sheet of a kind of programmes to begin with."""
    at = tuple(Kind).index(kind)
    return ConformitySheet(kind, tuple(Judged(criterion, *cells[at]) for criterion, cells in _ROWS.items()))
