"""Redis: sessions, blocked addresses, the worker's heartbeat."""

import redis

from app.core.settings import REDIS_URL

# No retries: a request is better told at once that Redis does not answer.
store = redis.from_url(
    REDIS_URL, socket_connect_timeout=0.5, socket_timeout=0.5, retry=None, decode_responses=True
)


def check() -> None:
    store.ping()
