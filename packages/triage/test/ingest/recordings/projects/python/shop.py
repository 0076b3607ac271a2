import asyncio


class PoolExhausted(Exception):
    pass


class Cart:
    def __init__(self, items):
        self.items = items

    def total(self):
        return sum(item["price"] for item in self.items)


class Pool:
    def __init__(self, size):
        self.size = size
        self.used = 0

    def acquire(self):
        if self.used >= self.size:
            raise PoolExhausted(f"connection pool exhausted: {self.used} of {self.size} connections in use")
        self.used += 1


async def answer(after):
    await asyncio.sleep(after)
