import pytest


@pytest.fixture
def store():
    raise RuntimeError("the database is not seeded")


@pytest.fixture
def closing():
    yield 1
    raise RuntimeError("the connection was still busy")


def test_reads(store):
    pass


def test_writes(store):
    pass


def test_closes(closing):
    pass
