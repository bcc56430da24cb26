"""The regulation as pure functions: frozen values in and out, no clock, no session, no float."""
