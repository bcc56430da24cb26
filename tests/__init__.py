"""The tests speak the domain: applicants, sittings, registers."""
