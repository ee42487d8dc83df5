"""Is the process there, and can it do its work?"""

from flask import Blueprint

from app.core import cache, database, logs

health = Blueprint("health", __name__, url_prefix="/api/v1/health")

CHECKS = {"postgres": database.check, "redis": cache.check, "disk": logs.check}


@health.get("")
def alive():
    return {"status": "ok"}


@health.get("/ready")
def ready():
    results = {name: _result(check) for name, check in CHECKS.items()}
    well = all(result == "ok" for result in results.values())
    return {"status": "ok" if well else "unavailable", "checks": results}, 200 if well else 503


def _result(check) -> str:
    try:
        check()
        return "ok"
    except Exception as error:  # Whatever it is, it is the answer.
        return str(error).strip().split("\n")[0]
