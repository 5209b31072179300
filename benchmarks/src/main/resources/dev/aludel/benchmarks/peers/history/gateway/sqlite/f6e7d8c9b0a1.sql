CREATE TABLE new_sessions (
    id VARCHAR NOT NULL,
    name VARCHAR,
    user_id VARCHAR NOT NULL,
    agent_id VARCHAR,
    created_time BIGINT NOT NULL,
    updated_time BIGINT NOT NULL,
    PRIMARY KEY (id)
);
INSERT INTO new_sessions
SELECT id, name, user_id, agent_id,
    CASE
        WHEN created_at IS NULL THEN ${now}
        WHEN (created_at GLOB '????-??-?? ??:??:??.[0-9][0-9][0-9][0-9][0-9][0-9]' OR created_at GLOB '????-??-?? ??:??:??')
         AND datetime(substr(created_at, 1, 19), '+0 seconds') = substr(created_at, 1, 19)
        THEN CAST(strftime('%s', substr(created_at, 1, 19)) AS INTEGER) * 1000 + CAST(substr(created_at, 21, 3) AS INTEGER)
        ELSE (
            SELECT CAST(strftime('%s', moment || zone) AS INTEGER) * 1000
                + CAST(substr(fraction || '000', 2, 3) AS INTEGER)
            FROM (
                SELECT moment, zone, substr(rest, 1, length(rest) - length(zone)) AS fraction
                FROM (
                    SELECT substr(created_at, 1, 10) || ' ' || substr(created_at, 12, 8) AS moment,
                        CASE
                            WHEN created_at GLOB '*Z' THEN 'Z'
                            WHEN created_at GLOB '*[+-][0-9][0-9]:[0-9][0-9]' THEN substr(created_at, -6)
                            ELSE ''
                        END AS zone,
                        substr(created_at, 20) AS rest,
                        substr(created_at, 11, 1) AS separator,
                        typeof(created_at) AS kind
                )
                WHERE kind = 'text' AND separator IN (' ', 'T')
            )
            WHERE datetime(moment, '+0 seconds') = moment
              AND (fraction = '' OR (fraction GLOB '.[0-9]*' AND substr(fraction, 2) NOT GLOB '*[^0-9]*'))
        )
    END,
    CASE
        WHEN updated_at IS NULL THEN ${now}
        WHEN (updated_at GLOB '????-??-?? ??:??:??.[0-9][0-9][0-9][0-9][0-9][0-9]' OR updated_at GLOB '????-??-?? ??:??:??')
         AND datetime(substr(updated_at, 1, 19), '+0 seconds') = substr(updated_at, 1, 19)
        THEN CAST(strftime('%s', substr(updated_at, 1, 19)) AS INTEGER) * 1000 + CAST(substr(updated_at, 21, 3) AS INTEGER)
        ELSE (
            SELECT CAST(strftime('%s', moment || zone) AS INTEGER) * 1000
                + CAST(substr(fraction || '000', 2, 3) AS INTEGER)
            FROM (
                SELECT moment, zone, substr(rest, 1, length(rest) - length(zone)) AS fraction
                FROM (
                    SELECT substr(updated_at, 1, 10) || ' ' || substr(updated_at, 12, 8) AS moment,
                        CASE
                            WHEN updated_at GLOB '*Z' THEN 'Z'
                            WHEN updated_at GLOB '*[+-][0-9][0-9]:[0-9][0-9]' THEN substr(updated_at, -6)
                            ELSE ''
                        END AS zone,
                        substr(updated_at, 20) AS rest,
                        substr(updated_at, 11, 1) AS separator,
                        typeof(updated_at) AS kind
                )
                WHERE kind = 'text' AND separator IN (' ', 'T')
            )
            WHERE datetime(moment, '+0 seconds') = moment
              AND (fraction = '' OR (fraction GLOB '.[0-9]*' AND substr(fraction, 2) NOT GLOB '*[^0-9]*'))
        )
    END
FROM sessions;
SELECT 1 WHERE (SELECT count(*) FROM sessions) <> (SELECT count(*) FROM new_sessions);
DROP TABLE sessions;
ALTER TABLE new_sessions RENAME TO sessions;
CREATE INDEX ix_sessions_user_id ON sessions (user_id);
CREATE INDEX ix_sessions_agent_id ON sessions (agent_id);
CREATE INDEX ix_sessions_updated_time ON sessions (updated_time);
CREATE INDEX ix_sessions_user_id_updated_time ON sessions (user_id, updated_time);
CREATE TABLE new_chat_messages (
    id VARCHAR NOT NULL,
    session_id VARCHAR NOT NULL,
    message TEXT NOT NULL,
    created_time BIGINT NOT NULL,
    sender_type VARCHAR,
    sender_name VARCHAR,
    PRIMARY KEY (id),
    CONSTRAINT chat_messages_session_id_fkey FOREIGN KEY (session_id) REFERENCES sessions (id) ON DELETE CASCADE
);
INSERT INTO new_chat_messages
SELECT id, session_id, message,
    CASE
        WHEN created_at IS NULL THEN ${now}
        WHEN (created_at GLOB '????-??-?? ??:??:??.[0-9][0-9][0-9][0-9][0-9][0-9]' OR created_at GLOB '????-??-?? ??:??:??')
         AND datetime(substr(created_at, 1, 19), '+0 seconds') = substr(created_at, 1, 19)
        THEN CAST(strftime('%s', substr(created_at, 1, 19)) AS INTEGER) * 1000 + CAST(substr(created_at, 21, 3) AS INTEGER)
        ELSE (
            SELECT CAST(strftime('%s', moment || zone) AS INTEGER) * 1000
                + CAST(substr(fraction || '000', 2, 3) AS INTEGER)
            FROM (
                SELECT moment, zone, substr(rest, 1, length(rest) - length(zone)) AS fraction
                FROM (
                    SELECT substr(created_at, 1, 10) || ' ' || substr(created_at, 12, 8) AS moment,
                        CASE
                            WHEN created_at GLOB '*Z' THEN 'Z'
                            WHEN created_at GLOB '*[+-][0-9][0-9]:[0-9][0-9]' THEN substr(created_at, -6)
                            ELSE ''
                        END AS zone,
                        substr(created_at, 20) AS rest,
                        substr(created_at, 11, 1) AS separator,
                        typeof(created_at) AS kind
                )
                WHERE kind = 'text' AND separator IN (' ', 'T')
            )
            WHERE datetime(moment, '+0 seconds') = moment
              AND (fraction = '' OR (fraction GLOB '.[0-9]*' AND substr(fraction, 2) NOT GLOB '*[^0-9]*'))
        )
    END,
    sender_type, sender_name
FROM chat_messages;
SELECT 1 WHERE (SELECT count(*) FROM chat_messages) <> (SELECT count(*) FROM new_chat_messages);
DROP TABLE chat_messages;
ALTER TABLE new_chat_messages RENAME TO chat_messages;
CREATE INDEX ix_chat_messages_session_id ON chat_messages (session_id);
CREATE INDEX ix_chat_messages_created_time ON chat_messages (created_time);
CREATE INDEX ix_chat_messages_session_id_created_time ON chat_messages (session_id, created_time);
PRAGMA foreign_key_check;
