"""Logs: one JSON object a line, to the container's output and to a file; and the audit log, which writes depend on."""

import json
import os
import sys
import threading
from datetime import datetime, timezone

from app.core.settings import LOG_FOLDER, SERVICE_NAME

_lock = threading.Lock()
_file = os.path.join(LOG_FOLDER, f"{SERVICE_NAME}.log")
_audit = os.path.join(LOG_FOLDER, "audit.log")


def log(event: str, **fields: object) -> None:
    line = _line(event=event, **fields)
    with _lock:
        sys.stdout.write(line)
        sys.stdout.flush()
        try:
            _append(_file, line)
        except OSError:
            pass  # The output has it; a full disk does not stop reads.


def audit(action: str, **fields: object) -> None:
    """Raises OSError: what cannot be recorded is not done."""
    with _lock:
        _append(_audit, _line(action=action, **fields))


def check() -> None:
    """Raises OSError when nothing more can be written."""
    if os.statvfs(LOG_FOLDER).f_bavail == 0:
        raise OSError(f"{LOG_FOLDER}: no space left on device")


def _line(**fields: object) -> str:
    time = datetime.now(timezone.utc).isoformat()
    return json.dumps({"timestamp": time, "service": SERVICE_NAME, **fields}) + "\n"


def _append(file: str, line: str) -> None:
    with open(file, "a", encoding="utf-8") as out:
        out.write(line)
