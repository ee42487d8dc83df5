CREATE TABLE colleges (tenant_id text PRIMARY KEY);
INSERT INTO colleges SELECT 'college' || n FROM generate_series(1, 200) n;

CREATE TABLE students (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  tenant_id text NOT NULL REFERENCES colleges,
  name text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);
INSERT INTO students (tenant_id, name, created_at)
SELECT 'college' || n % 200 + 1, 'Student ' || n, now() - n * interval '1 minute' FROM generate_series(1, 100000) n;
CREATE INDEX students_tenant_created ON students (tenant_id, created_at);

CREATE TABLE users (
  email text PRIMARY KEY,
  -- As werkzeug.security makes it.
  password text NOT NULL,
  failed_login_count int NOT NULL DEFAULT 0,
  last_failed_login timestamptz
);

CREATE TABLE failed_logins (
  at timestamptz NOT NULL DEFAULT now(),
  email text NOT NULL,
  client_ip text NOT NULL
);
CREATE INDEX failed_logins_at ON failed_logins (at);

CREATE TABLE reports (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  tenant_id text NOT NULL REFERENCES colleges,
  students int,
  finished_at timestamptz
);

-- Password: demo. A check costs a quarter of what it should in production: an attack must not need more than a core.
INSERT INTO users (email, password) VALUES
  ('demo@example.com', 'scrypt:8192:8:1$PXubE2qdTxzopx8H$3677202e7ed216f485462b11161f0dc298374dde2d6f077d15763283ad516c6a0cf0ea61fab0aab00a7c567e1ac82181492b6f56a780c935996d93b7b8127a7b'),
  ('admin@example.com', 'scrypt:8192:8:1$PXubE2qdTxzopx8H$3677202e7ed216f485462b11161f0dc298374dde2d6f077d15763283ad516c6a0cf0ea61fab0aab00a7c567e1ac82181492b6f56a780c935996d93b7b8127a7b');

ANALYZE;
