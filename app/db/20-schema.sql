CREATE TABLE records (
  key text PRIMARY KEY,
  body jsonb NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  processed_at timestamptz
);

CREATE TABLE users (
  email text PRIMARY KEY,
  -- salt:scrypt(password, salt, 32 bytes), in hex
  password text NOT NULL
);

-- Password: demo
INSERT INTO users (email, password) VALUES
  ('demo@example.com', '9f86d081884c7d65:f7ae3a10ad98508a6d2cbebd6e5f7e6ae941ada7c299453beac80389f3e69a47');
