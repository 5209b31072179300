CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

CREATE TABLE sessions (
	id VARCHAR NOT NULL, 
	name VARCHAR, 
	user_id VARCHAR NOT NULL, 
	agent_id VARCHAR, 
	created_at TIMESTAMP WITHOUT TIME ZONE, 
	updated_at TIMESTAMP WITHOUT TIME ZONE, 
	PRIMARY KEY (id)
);

CREATE TABLE chat_messages (
	id VARCHAR NOT NULL, 
	session_id VARCHAR NOT NULL, 
	message TEXT NOT NULL, 
	created_at TIMESTAMP WITHOUT TIME ZONE, 
	sender_type VARCHAR, 
	sender_name VARCHAR, 
	PRIMARY KEY (id), 
	FOREIGN KEY(session_id) REFERENCES sessions (id) ON DELETE CASCADE
);

CREATE INDEX ix_sessions_user_id ON sessions (user_id);

CREATE INDEX ix_sessions_updated_at ON sessions (updated_at);

CREATE INDEX ix_sessions_user_id_updated_at ON sessions (user_id, updated_at);

CREATE INDEX ix_chat_messages_session_id ON chat_messages (session_id);

CREATE INDEX ix_chat_messages_created_at ON chat_messages (created_at);

CREATE INDEX ix_chat_messages_session_id_created_at ON chat_messages (session_id, created_at);

CREATE INDEX ix_sessions_agent_id ON sessions (agent_id);

DROP INDEX ix_sessions_updated_at;

DROP INDEX ix_sessions_user_id_updated_at;

DROP INDEX ix_chat_messages_created_at;

DROP INDEX ix_chat_messages_session_id_created_at;

ALTER TABLE sessions ADD COLUMN created_time BIGINT;

ALTER TABLE sessions ADD COLUMN updated_time BIGINT;

ALTER TABLE sessions ALTER COLUMN created_time SET NOT NULL;

ALTER TABLE sessions ALTER COLUMN updated_time SET NOT NULL;

ALTER TABLE sessions DROP COLUMN created_at;

ALTER TABLE sessions DROP COLUMN updated_at;

ALTER TABLE chat_messages ADD COLUMN created_time BIGINT;

ALTER TABLE chat_messages ALTER COLUMN created_time SET NOT NULL;

ALTER TABLE chat_messages DROP COLUMN created_at;

CREATE INDEX ix_sessions_updated_time ON sessions (updated_time);

CREATE INDEX ix_sessions_user_id_updated_time ON sessions (user_id, updated_time);

CREATE INDEX ix_chat_messages_created_time ON chat_messages (created_time);

CREATE INDEX ix_chat_messages_session_id_created_time ON chat_messages (session_id, created_time);

INSERT INTO alembic_version (version_num) VALUES ('f6e7d8c9b0a1');

INSERT INTO sessions (id, name, user_id, agent_id, created_time, updated_time) VALUES
('s1', 'one', 'u1', 'a1', 1735787045000, 1749283750000),
('s2', NULL, 'u2', NULL, 1795228013899, 1795228013899);

INSERT INTO chat_messages (id, session_id, message, sender_type, sender_name, created_time) VALUES
('m1', 's1', 'hi', 'user', 'U', 1735787046000),
('m2', 's1', 'ho', NULL, NULL, -1);
