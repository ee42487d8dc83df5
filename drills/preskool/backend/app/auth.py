"""Logins: sessions in Redis; failures are counted, and addresses can be blocked."""

import secrets

from flask import Blueprint, request
from sqlalchemy import text
from werkzeug.security import check_password_hash

from app.core import metrics
from app.core.cache import store
from app.core.database import engine

auth = Blueprint("auth", __name__, url_prefix="/api/v1/auth")

BLOCKED = "auth:blocked"
SESSION_SECONDS = 86_400

FIND = text("SELECT password FROM users WHERE email = :email")
FAIL = text(
    """WITH failed AS (INSERT INTO failed_logins (email, client_ip) VALUES (:email, :client_ip))
       UPDATE users SET failed_login_count = failed_login_count + 1, last_failed_login = now() WHERE email = :email"""
)


@auth.post("/login")
def login():
    if store.sismember(BLOCKED, request.remote_addr):
        return {"error": "blocked"}, 403
    fields = request.get_json()
    email = str(fields["email"])
    with engine.connect() as connection:
        password = connection.execute(FIND, {"email": email}).scalar()
    if password is None or not check_password_hash(password, str(fields["password"])):
        metrics.failed_logins.inc()
        with engine.begin() as connection:
            connection.execute(FAIL, {"email": email, "client_ip": request.remote_addr})
        return {"error": "wrong e-mail or password"}, 401
    token = secrets.token_urlsafe()
    store.set(f"session:{token}", email, ex=SESSION_SECONDS)
    return {"token": token}


@auth.get("/me")
def me():
    token = request.headers.get("authorization", "").removeprefix("Bearer ")
    email = store.get(f"session:{token}")
    return {"email": email} if email else ({"error": "not logged in"}, 401)
