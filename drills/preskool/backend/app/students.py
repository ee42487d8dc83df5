"""Students of all colleges."""

from flask import Blueprint, request
from sqlalchemy import Connection, text

from app.core.database import engine
from app.core.logs import audit

students = Blueprint("students", __name__, url_prefix="/api/v1")

LATEST = text("SELECT id, name FROM students WHERE tenant_id = :tenant ORDER BY created_at DESC LIMIT 50")
ENROL = text("INSERT INTO students (tenant_id, name) VALUES (:tenant, :name) RETURNING id")
OVERVIEW = text(
    """SELECT c.tenant_id, s.name FROM colleges c CROSS JOIN LATERAL (
         SELECT name FROM students WHERE tenant_id = c.tenant_id ORDER BY created_at DESC LIMIT 1
       ) s"""
)


@students.get("/students")
def latest():
    with engine.connect() as connection:
        rows = connection.execute(LATEST, {"tenant": request.args.get("tenant", "")})
        return [{"id": row.id, "name": row.name} for row in rows]


@students.post("/students")
def enrol():
    fields = request.get_json()
    student = {"tenant": fields["tenant"], "name": fields["name"]}
    audit("enrol", **student)
    with engine.begin() as connection:
        row = connection.execute(ENROL, student).one()
    return {"id": row.id}, 201


# The app's known flaw: an export that is begun is never ended, and keeps its connection. A restart helps.
_begun_exports: list[Connection] = []


@students.get("/exports")
def begin_export():
    connection = engine.connect()
    _begun_exports.append(connection)
    return {"students": connection.execute(text("SELECT count(*) FROM students")).scalar()}, 202


@students.get("/overview")
def overview():
    """The newest student of each college: a start page, which nobody waits long for."""
    with engine.begin() as connection:
        connection.execute(text("SET LOCAL statement_timeout = '500ms'"))
        return {row.tenant_id: row.name for row in connection.execute(OVERVIEW)}
