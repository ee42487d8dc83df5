"""The API."""

import signal
import sys
from time import perf_counter

import waitress
from flask import Flask, Response, g, request
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from redis import RedisError
from sqlalchemy.exc import SQLAlchemyError

from app.auth import auth
from app.core import metrics
from app.core.logs import log
from app.core.settings import PORT
from app.health import health
from app.reports import reports
from app.students import students

api = Flask(__name__)
for part in (health, students, auth, reports):
    api.register_blueprint(part)


@api.get("/metrics")
def expose():
    return Response(generate_latest(), content_type=CONTENT_TYPE_LATEST)


@api.before_request
def begin():
    g.begun = perf_counter()


@api.after_request
def finish(response):
    seconds = perf_counter() - g.begun
    route = request.url_rule.rule if request.url_rule else "none"
    metrics.requests.labels(request.method, route, response.status_code).inc()
    metrics.durations.labels(request.method, route).observe(seconds)
    log(
        "request",
        path=request.path,
        status_code=response.status_code,
        duration_ms=round(seconds * 1000),
        tenant_id=request.args.get("tenant"),
        client_ip=request.remote_addr,
    )
    return response


@api.errorhandler(SQLAlchemyError)
@api.errorhandler(RedisError)
@api.errorhandler(OSError)
def unavailable(error):
    """A part does not do its work; the request may be tried again."""
    reason = str(error).strip().split("\n")[0]
    log("error", path=request.path, error=reason)
    return {"error": reason}, 503


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    waitress.serve(api, host="0.0.0.0", port=PORT, threads=32, _quiet=True)
