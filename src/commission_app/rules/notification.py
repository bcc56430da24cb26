"""When a paper that was sent counts as notified, and what a return does to that."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from commission_app.rules.deadlines import NO_HOLIDAYS, add_working_days, notified_by_post
from commission_app.rules.vocabulary.delivery import DeliveryChannel, ReturnReason

POSTED = frozenset({DeliveryChannel.REGISTERED_POST, DeliveryChannel.POST})
WITHOUT_ADDRESS = frozenset({DeliveryChannel.IN_PERSON})
BY_OWN_DOING = frozenset({ReturnReason.NOT_COLLECTED, ReturnReason.REFUSED})


@dataclass(frozen=True, slots=True)
class NoticeTerms:
    """The settings in force: days after posting, and working days after sending by e-mail or e-address."""

    post_days: int
    mail_days: int


def notified_on(
    channel: DeliveryChannel, sent: date, terms: NoticeTerms, holidays: Collection[date] = NO_HOLIDAYS
) -> date:
    """The day a paper counts as notified: handed over on that day, by post and by mail after the days of the law."""
    if channel is DeliveryChannel.IN_PERSON:
        return sent
    if channel in POSTED:
        return notified_by_post(sent, terms.post_days)
    return add_working_days(sent, terms.mail_days, holidays)


def stays_notified(channel: DeliveryChannel, reason: ReturnReason) -> bool:
    """Whether a paper that came back counts as notified all the same: a registered letter that was not collected."""
    return channel is DeliveryChannel.REGISTERED_POST and reason in BY_OWN_DOING
