"""Time stamps (RFC 3161) and validation data from the network: asked with a limit of time, never inside an act."""

import asyncio
import urllib.error
import urllib.request
from typing import Any

from commission_app.documents.signing import _loaded
from commission_app.errors import RefusedError

SECONDS = 15
MOST_BYTES = 16 * 1024 * 1024
QUERY, REPLY = "application/timestamp-query", "application/timestamp-reply"


def stamper(address: str) -> Any:
    """Who stamps the time at an address. Refused: an address that is not of the web."""
    from asn1crypto import tsp  # type: ignore[import-untyped]
    from pyhanko.sign.timestamps import TimeStamper
    from pyhanko.sign.timestamps.common_utils import TimestampRequestError

    if not address.startswith(("http://", "https://")):
        raise RefusedError("signing.stamp_address", at="stamp_address", address=address)

    class Stamper(TimeStamper):
        """Asks with what Python itself brings along."""

        async def async_request_tsa_response(self, req: Any) -> Any:
            try:
                kind, answer = await asyncio.to_thread(fetched, address, req.dump(), QUERY)
            except OSError as trouble:
                raise TimestampRequestError(_told(trouble)) from trouble
            if kind.partition(";")[0].strip() != REPLY:
                raise TimestampRequestError(kind or "–")
            return tsp.TimeStampResp.load(answer)

        async def async_timestamp(self, message_digest: bytes, md_algorithm: str) -> Any:
            try:
                return await super().async_timestamp(message_digest, md_algorithm)
            except (ValueError, TypeError, KeyError) as trouble:  # an answer that only looks like one
                raise TimestampRequestError(type(trouble).__name__) from trouble

    made: Any = Stamper
    return made()


def fetched(address: str, body: bytes | None = None, kind: str = "") -> tuple[str, bytes]:
    """What an address answers, with the kind it says it is; OSError where it does not answer in time."""
    headers = {"Content-Type": kind} if kind else {}
    request = urllib.request.Request(address, data=body, headers=headers)
    try:
        with urllib.request.urlopen(request, timeout=SECONDS) as answer:
            return answer.headers.get("Content-Type", ""), answer.read(MOST_BYTES)
    except urllib.error.HTTPError as trouble:
        with trouble:
            raise OSError(f"HTTP {trouble.code}") from None


def _told(trouble: OSError) -> str:
    inner = trouble.reason if isinstance(trouble, urllib.error.URLError) else trouble
    return str(getattr(inner, "strerror", None) or inner)


def wanted_from_network(signer: Any, stamping: Any, anchors: tuple[str, ...]) -> Any:
    """The revocation lists that prove signer and time stamp later; nothing where they cannot be had."""
    from pyhanko_certvalidator import CertificateValidator, ValidationContext
    from pyhanko_certvalidator.errors import PathError, ValidationError

    async def gathered() -> Any:
        certificates = [signer.signing_cert, *signer.cert_registry]
        await stamping._ensure_dummy()
        certificates += [*stamping._certs.values(), *stamping.cert_registry]
        lists = [found for one in certificates for found in await asyncio.to_thread(_lists, one)]
        trust = ValidationContext(
            trust_roots=[_loaded(text) for text in anchors],
            other_certs=certificates,
            crls=lists,
            allow_fetching=False,
            revocation_mode="hard-fail",
        )
        validator: Any = CertificateValidator(signer.signing_cert, validation_context=trust)
        await validator.async_validate_usage(set())
        async for _ in stamping.validation_paths(trust):
            pass
        return trust

    try:
        return asyncio.run(gathered())
    except (PathError, ValidationError, ValueError):
        return None


def _lists(certificate: Any) -> list[Any]:
    """The revocation lists that a certificate names, as far as they can be fetched."""
    from asn1crypto import crl

    found = []
    for point in certificate.crl_distribution_points:
        address = point.url
        if not address or not address.startswith(("http://", "https://")):
            continue
        try:
            found.append(crl.CertificateList.load(fetched(address)[1]))
        except (OSError, ValueError):
            continue
    return found
