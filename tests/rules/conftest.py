"""How the rules are proved: by properties, without a stopwatch, because the office's test machine is shared."""

from hypothesis import HealthCheck, settings

settings.register_profile("office", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("office")
