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

-- Password: demo. A check costs a thirtieth of what it should in production: an attack is to be stopped, not to take the machine.
INSERT INTO users (email, password) VALUES
  ('demo@example.com', 'scrypt:1024:8:1$uZsd9Jn0aGv4zuHO$97a1bfc08ba15a6fb8e4b7c3c89a3e2e0f4c296d2f618ee81e944c03a6379be619b0f5dac319f566ec849ffea7dca8a85030ee6b6221d743d522a3047782a59c'),
  ('admin@example.com', 'scrypt:1024:8:1$uZsd9Jn0aGv4zuHO$97a1bfc08ba15a6fb8e4b7c3c89a3e2e0f4c296d2f618ee81e944c03a6379be619b0f5dac319f566ec849ffea7dca8a85030ee6b6221d743d522a3047782a59c');

ANALYZE;
