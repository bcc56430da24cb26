"""The sentences of the refusals that the database, its files and its backups raise."""

from commission_app.i18n import marked

SENTENCES: dict[str, str] = {
    "database.address": marked("“{address}” is no address of a database; give a file, or postgresql://…"),
    "database.network_share": marked(
        "The database {path} would lie on another computer, where it can be damaged; "
        "choose a folder of this computer, or use the office's PostgreSQL."
    ),
    "database.absent": marked("There is no database at {path}."),
    "database.not_a_database": marked("The file {path} is not a database of this program."),
    "database.empty": marked("The database {path} is still empty; begin with “init”, or restore a backup."),
    "database.newer": marked(
        "The database was used by a newer version of the program ({standing}; this one knows {known}); "
        "install the newer version."
    ),
    "database.older": marked(
        "The database is of an older version of the program ({standing}; this one works with {known}); "
        "bring it up to date with “migrate”."
    ),
    "database.broken_references": marked(
        "Table {table}, row {row} points to something that is not there; restore the last backup."
    ),
    "database.full": marked("The disk of the database is full; nothing was stored. Make room and try again."),
    "database.busy": marked("Somebody else is writing just now; try again in a moment."),
    "database.damaged": marked("The database file is damaged; restore the last backup."),
    "database.read_only": marked("The database may only be read here; nothing was stored."),
    "database.unreachable": marked("The database does not answer ({why}); try again."),
    "blob.not_written": marked("The file could not be stored in {path} ({why})."),
    "blob.absent": marked("The bytes of a stored file ({digest}…) are not there or cannot be read; run “check”."),
    "conflict.changed": marked("Somebody else has changed this meanwhile; look at it again. Your draft is kept."),
    "conflict.changed_meanwhile": marked(
        "Somebody else changed this at the same moment; look at it again. Your draft is kept."
    ),
    "conflict.taken": marked("Somebody else has just entered the same; look at it again."),
    "noun.absent": marked("What you ask for is no longer there (key {key})."),
    "backup.exists": marked("There is already a file {file}; it is not overwritten. Choose another name."),
    "backup.absent": marked("There is no backup at {file}."),
    "backup.not_a_backup": marked("{file} is not a whole backup of this program; nothing was changed."),
    "backup.damaged": marked("The backup {file} is damaged; nothing was changed. Choose another one."),
    "backup.unreadable": marked("The backup {file} cannot be read ({why})."),
    "backup.newer": marked(
        "The backup {file} was made by a newer version of the program ({program}); install that version first."
    ),
    "backup.too_large": marked(
        "The backup {file} was not made by this program: “{member}” would unpack to far more than it holds."
    ),
    "backup.member_twice": marked("The backup {file} holds the same name twice; it was changed from outside."),
    "backup.foreign_member": marked("The backup {file} holds “{member}”, which does not belong there."),
    "backup.member_missing": marked("The backup {file} is not whole: “{member}” is missing or not listed."),
    "backup.member_changed": marked("The backup {file} was changed or damaged: “{member}” has other bytes."),
    "backup.broken_reference": marked(
        "The database in the backup {file} is not whole: table {table} breaks references."
    ),
    "backup.blob_changed": marked(
        "No backup was made: the bytes of a stored file ({digest}…) are not those that were stored; run “check”."
    ),
    "backup.disk_full": marked("There is not enough room in the folder {folder}; make room or choose another folder."),
    "backup.not_writable": marked("There is no right to write into the folder {folder}; choose another one."),
    "backup.folder_gone": marked("The folder {folder} is not there; is the drive plugged in?"),
    "backup.not_written": marked("Writing into the folder {folder} failed ({why}); choose another folder."),
    "restore.in_use": marked("The database {path} is open somewhere; close the program everywhere, then restore."),
    "restore.not_empty": marked(
        "The PostgreSQL database {database} already holds data; to put the backup in its place, say so (--replace)."
    ),
}
