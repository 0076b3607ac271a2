import asyncio
import socket

import pytest

from shop import Cart, Pool, answer


def test_adds_up():
    assert Cart([{"price": 2}]).total() == 2


class TestDiscount:
    def test_takes_ten_in_a_hundred_off(self):
        assert Cart([{"price": 100}]).total() == 90

    @pytest.mark.parametrize("name", ["plain", "<tags> & ]]> \"quotes\"", "a::b - c"])
    def test_keeps_names(self, name):
        assert name == "plain"


def test_reads_a_price_that_is_missing():
    Cart([{}]).total()


def test_reaches_the_stock_service():
    socket.create_connection(("127.0.0.1", 1))


def test_waits_for_an_answer():
    asyncio.run(asyncio.wait_for(answer(5), timeout=0.05))


def test_takes_a_connection():
    pool = Pool(2)
    for _ in range(3):
        pool.acquire()


def test_success_rate():
    succeeded, total = 5, 20
    rate = succeeded / total
    assert rate >= 0.5, f"Success rate {rate:.0%} is below 50% ({succeeded}/{total})"


def test_contention():
    auth_contentions = 0
    assert auth_contentions >= 1, "Should experience some auth contention under load"


@pytest.mark.skip(reason="not now")
def test_is_skipped():
    pass


@pytest.mark.xfail(reason="known")
def test_is_expected_to_fail():
    assert False


@pytest.mark.xfail(reason="known", strict=True)
def test_is_expected_to_fail_but_passes():
    pass


def test_prints():
    print("FAILED tests/test_none.py::test_none - a message of the test itself")
    assert [1, 2, 3] == [1, 2, 4]
