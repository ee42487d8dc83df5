"""What the environment says."""

import os

SERVICE_NAME = os.environ.get("SERVICE_NAME", "preskool-backend")
DATABASE_URL = os.environ["DATABASE_URL"]
REDIS_URL = os.environ["REDIS_URL"]
BROKER_URL = os.environ["CELERY_BROKER_URL"]
DB_POOL_SIZE = int(os.environ.get("DB_POOL_SIZE", "50"))
LOG_FOLDER = os.environ.get("LOG_FOLDER", "/app/logs")
PORT = int(os.environ.get("PORT", "8000"))
