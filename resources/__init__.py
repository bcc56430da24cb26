"""Files the program is shipped with: icons, catalogues, letterhead, sample standards."""
