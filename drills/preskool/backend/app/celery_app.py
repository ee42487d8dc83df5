"""The worker, and what it does."""

import threading

from celery import Celery
from celery.signals import worker_ready
from sqlalchemy import text

from app.core.cache import store
from app.core.database import engine
from app.core.logs import log
from app.core.settings import BROKER_URL

celery_app = Celery("preskool", broker=BROKER_URL)
celery_app.conf.update(
    broker_connection_retry_on_startup=True,
    broker_connection_max_retries=None,
    broker_transport_options={"socket_connect_timeout": 1},
    task_ignore_result=True,
)

HEARTBEAT = "worker:heartbeat"
COUNT = text(
    """UPDATE reports SET finished_at = now(),
       students = (SELECT count(*) FROM students WHERE students.tenant_id = reports.tenant_id) WHERE id = :id"""
)


@celery_app.task
def count_students(report: int) -> None:
    with engine.begin() as connection:
        connection.execute(COUNT, {"id": report})


@worker_ready.connect
def begin_heartbeat(**_: object) -> None:
    """A key that is gone two seconds after the worker: what watches it needs no worker to ask."""
    threading.Thread(target=_beat, daemon=True).start()


def _beat() -> None:
    pause = threading.Event()
    while not pause.wait(0.5):
        try:
            store.set(HEARTBEAT, "1", ex=2)
        except Exception as error:
            log("error", error=f"no heartbeat: {error}")
