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

-- Password: demo
INSERT INTO users (email, password) VALUES
  ('demo@example.com', 'scrypt:32768:8:1$mnLrGGnAK3d8YAhb$8af077bca2d9da56b406ef0b90d288433ce632a0b2e392856ff862091df1c0f61690347081516ba739561cb2065bedad82c155782623bb598bfe50f51a824246'),
  ('admin@example.com', 'scrypt:32768:8:1$mnLrGGnAK3d8YAhb$8af077bca2d9da56b406ef0b90d288433ce632a0b2e392856ff862091df1c0f61690347081516ba739561cb2065bedad82c155782623bb598bfe50f51a824246');

ANALYZE;
