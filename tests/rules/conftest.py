"""How the rules are proved: by properties, without a stopwatch, because the office's test machine is shared."""

from hypothesis import HealthCheck, settings

settings.register_profile("office", deadline=None, suppress_health_check=[HealthCheck.too_slow])
# Hundreds of mutants are tried one after the other; each gets the same few examples.
settings.register_profile("mutation", deadline=None, max_examples=12, derandomize=True, database=None)
settings.load_profile("office")
