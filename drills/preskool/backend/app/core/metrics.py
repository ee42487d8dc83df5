"""What Prometheus reads at /metrics."""

from prometheus_client import Counter, Gauge, Histogram

from app.core.database import engine
from app.core.settings import DB_POOL_SIZE

requests = Counter("http_requests_total", "Requests answered.", ["method", "route", "status_code"])
durations = Histogram("http_request_duration_seconds", "From request to answer.", ["method", "route"])
failed_logins = Counter("auth_failed_logins_total", "Logins refused for a wrong password.")

Gauge("db_pool_size", "Connections at most.").set(DB_POOL_SIZE)
Gauge("db_pool_connections", "Connections in use.").set_function(lambda: engine.pool.checkedout())
