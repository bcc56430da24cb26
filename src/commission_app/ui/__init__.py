"""Qt: screens, tables, jobs."""

from commission_app.ui.lasting import last

last()
