"""The base of every table: integer key for joins, uid for everything that leaves the database, version for locks."""

from typing import ClassVar
from uuid import UUID, uuid4

from sqlalchemy import MetaData, Uuid, event
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column
from sqlalchemy.orm.attributes import InstrumentedAttribute

from commission_app.models.types import KEY


class Base(DeclarativeBase):
    """Every mapped row."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


class Row(Base):
    """A row with a key of its own."""

    __abstract__ = True

    id: Mapped[int] = mapped_column(KEY, primary_key=True)


class Noun(Row):
    """A noun of the office: it has a lasting identity and enters the chain of acts."""

    __abstract__ = True
    noun: ClassVar[str]

    uid: Mapped[UUID] = mapped_column(Uuid, unique=True, default=uuid4, insert_sentinel=True)
    """Tells many rows written in one statement apart: without it SQLite writes them one by one."""


class Root(Noun):
    """A noun that acts lock first: row lock and version, so that two people never overwrite each other."""

    __abstract__ = True

    version: Mapped[int] = mapped_column(default=1)

    @declared_attr.directive
    def __mapper_args__(cls) -> dict[str, object]:  # noqa: N805 — SQLAlchemy hands the class
        return {"version_id_col": cls.version}


@event.listens_for(Base, "attribute_instrument", propagate=True)
def _keep_old_value(
    cls: type[Base], key: str, attribute: InstrumentedAttribute[object]
) -> None:  # pragma: no cover - import time
    """The audit needs the old value of expired and deferred columns too: active history loads it before a change."""
    if hasattr(attribute.property, "columns"):
        attribute.impl.active_history = True
