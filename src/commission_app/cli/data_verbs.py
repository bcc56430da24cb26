"""The verbs about the data as a whole: begin, back up, restore, check, bring up to date."""

from argparse import Namespace

from commission_app import config
from commission_app.cli.surroundings import Surroundings
from commission_app.errors import RefusedError


def init(around: Surroundings, chosen: Namespace) -> int:
    """Begins a new database with the sample or with an institution of one's own.

    Refused: without a name, and where an institution stands already.
    """
    if not chosen.sample and not (chosen.institution or "").strip():
        raise RefusedError("cli.institution_needed")
    where = _new_place(around)
    if chosen.sample:
        from commission_app.services import demo

        demo.furnish(where).close()
    else:
        from commission_app.services import first_office
        from commission_app.services.institution import InstitutionForm
        from commission_app.services.opening import open_office
        from commission_app.services.users import UserForm

        office = open_office(where, around.actor(), create=True)
        try:
            user = UserForm(chosen.user) if (chosen.user or "").strip() else None
            office.do(first_office.establish, InstitutionForm(chosen.institution), user)
        finally:
            office.close()
    around.tell(around.language.say("The database is ready: {where}", where=_shown(where)))
    return 0


def _shown(where: str) -> str:
    """The address as it may be read by whoever looks over the shoulder."""
    from commission_app.store.database import address

    url = address(where)
    return url.database or "" if url.get_backend_name() == "sqlite" else url.render_as_string(hide_password=True)


def _new_place(around: Surroundings) -> str:
    if around.database:
        return around.database
    settings = config.load()
    if settings is None:
        settings = config.settings_for(config.propose_data_dir())
        config.save(settings)
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    return settings.database_url


def backup(around: Surroundings, chosen: Namespace) -> int:
    """Makes a backup, proves it and remembers it."""
    from commission_app.services import backups

    with around.office() as office:
        made = office.ask(backups.make, chosen.destination.absolute())
        office.do(backups.record_backup, made)
    around.tell(around.language.say("The backup is made and proved: {file}", file=made.path))
    return 0


def restore(around: Surroundings, chosen: Namespace) -> int:
    """Puts a backup in place of the database; what stood there is kept."""
    from commission_app.services import backups
    from commission_app.services.opening import open_office

    where, say = around.where(), around.language.say
    restored = backups.bring_back(chosen.source.absolute(), where, replace=chosen.replace)
    office = open_office(where, around.actor())
    try:
        office.do(backups.record_restore, restored)
    finally:
        office.close()
    told = restored.manifest
    moment = around.language.moment(told.made_at)
    around.tell(say("Restored: {institution}, as of {moment}", institution=told.institution, moment=moment))
    if restored.former:
        around.tell(say("The former data are kept: {former}", former=restored.former))
    return 0


def check(around: Surroundings, chosen: Namespace) -> int:
    """Looks at everything; silent when all is right, else one sentence a finding and exit code 1."""
    from commission_app.services import checks

    with around.office() as office:
        found = office.ask(checks.findings)
    for finding in found:
        around.tell(around.sentence(finding))
    return 1 if found else 0


def migrate(around: Surroundings, chosen: Namespace) -> int:
    """Brings an older database up to date, a backup beside it first."""
    from commission_app.services.opening import bring_up_to_date

    made, say = bring_up_to_date(around.where(), around.actor()), around.language.say
    if made is not None:
        around.tell(say("The backup is made and proved: {file}", file=made.path))
    around.tell(say("The database is up to date."))
    return 0
