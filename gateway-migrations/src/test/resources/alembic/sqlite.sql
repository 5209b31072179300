CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

CREATE TABLE "sessions" (
	id VARCHAR NOT NULL, 
	name VARCHAR, 
	user_id VARCHAR NOT NULL, 
	agent_id VARCHAR, 
	created_time BIGINT NOT NULL, 
	updated_time BIGINT NOT NULL, 
	PRIMARY KEY (id)
);

CREATE TABLE "chat_messages" (
	id VARCHAR NOT NULL, 
	session_id VARCHAR NOT NULL, 
	message TEXT NOT NULL, 
	sender_type VARCHAR, 
	sender_name VARCHAR, 
	created_time BIGINT NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(session_id) REFERENCES sessions (id) ON DELETE CASCADE
);

CREATE INDEX ix_sessions_user_id ON sessions (user_id);

CREATE INDEX ix_sessions_agent_id ON sessions (agent_id);

CREATE INDEX ix_chat_messages_session_id ON chat_messages (session_id);

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
