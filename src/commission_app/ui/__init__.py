"""Qt: screens, tables, jobs."""
