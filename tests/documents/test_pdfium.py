"""PDFium is asked by one thread at a time."""

import threading
import time

from commission_app.documents.pdfium import one_at_a_time


def test_two_threads_never_read_at_once_and_one_may_read_within_its_reading() -> None:
    inside: list[int] = []
    most: list[int] = []

    @one_at_a_time
    def read(deep: bool) -> None:
        inside.append(1)
        most.append(len(inside))
        time.sleep(0.001)
        if not deep:
            inside.pop()
            read(True)
            inside.append(1)
        inside.pop()

    threads = [threading.Thread(target=read, args=(False,)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(most) == 16 and max(most) == 1
