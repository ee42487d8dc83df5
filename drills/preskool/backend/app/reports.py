"""Reports, which the worker makes."""

from flask import Blueprint, request
from sqlalchemy import text

from app.core.database import engine

reports = Blueprint("reports", __name__, url_prefix="/api/v1/reports")

ORDER = text("INSERT INTO reports (tenant_id) VALUES (:tenant) RETURNING id")
FIND = text("SELECT id, students, finished_at FROM reports WHERE id = :id")


@reports.post("")
def order():
    # Celery takes as long to load as all the rest, and the health check does not need it.
    from app.celery_app import count_students

    with engine.begin() as connection:
        row = connection.execute(ORDER, {"tenant": request.get_json()["tenant"]}).one()
    count_students.delay(row.id)
    return {"id": row.id}, 202


@reports.get("/<int:number>")
def find(number: int):
    with engine.connect() as connection:
        row = connection.execute(FIND, {"id": number}).one_or_none()
    if row is None:
        return {"error": "no such report"}, 404
    return {"id": row.id, "students": row.students, "finished": row.finished_at is not None}
