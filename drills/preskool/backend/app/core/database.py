"""PostgreSQL, over one pool of connections."""

from sqlalchemy import create_engine, text

from app.core.settings import DATABASE_URL, DB_POOL_SIZE, SERVICE_NAME

engine = create_engine(
    DATABASE_URL,
    pool_size=DB_POOL_SIZE,
    max_overflow=0,
    pool_timeout=1,
    # A connection that was lost is noticed before it is used, and made again.
    pool_pre_ping=True,
    connect_args={
        "application_name": SERVICE_NAME,
        "connect_timeout": 2,
        "options": "-c statement_timeout=5000",
    },
)


def check() -> None:
    with engine.connect() as connection:
        connection.execute(text("SELECT 1"))
