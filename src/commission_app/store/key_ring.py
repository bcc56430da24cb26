"""The keys unlocked at this desk: held in memory until they are locked again, never stored, never logged."""

from commission_app.exchange.payload import Signer


class KeyRing:
    """What acts may sign with; no act ever sees a passphrase."""

    def __init__(self) -> None:
        self._held: dict[str, Signer] = {}

    def hold(self, signer: Signer) -> None:
        """Keeps a key that was unlocked."""
        self._held[signer.fingerprint] = signer

    def of(self, fingerprint: str) -> Signer | None:
        """The unlocked key of a fingerprint; none while it is locked."""
        return self._held.get(fingerprint)

    def lock(self) -> None:
        """Lets go of every key."""
        self._held.clear()

    def __repr__(self) -> str:
        return f"KeyRing({len(self._held)})"
