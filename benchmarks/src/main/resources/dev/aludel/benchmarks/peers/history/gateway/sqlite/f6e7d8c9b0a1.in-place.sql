DROP INDEX ix_sessions_updated_at;
DROP INDEX ix_sessions_user_id_updated_at;
DROP INDEX ix_sessions_user_id;
DROP INDEX ix_sessions_agent_id;
ALTER TABLE sessions ADD COLUMN created_time BIGINT NOT NULL DEFAULT 0;
ALTER TABLE sessions ADD COLUMN updated_time BIGINT NOT NULL DEFAULT 0;
UPDATE sessions SET
    created_time = CASE
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
    updated_time = CASE
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
    END;
ALTER TABLE sessions DROP COLUMN created_at;
ALTER TABLE sessions DROP COLUMN updated_at;
CREATE INDEX ix_sessions_user_id ON sessions (user_id);
CREATE INDEX ix_sessions_agent_id ON sessions (agent_id);
CREATE INDEX ix_sessions_updated_time ON sessions (updated_time);
CREATE INDEX ix_sessions_user_id_updated_time ON sessions (user_id, updated_time);
DROP INDEX ix_chat_messages_created_at;
DROP INDEX ix_chat_messages_session_id_created_at;
DROP INDEX ix_chat_messages_session_id;
ALTER TABLE chat_messages ADD COLUMN created_time BIGINT NOT NULL DEFAULT 0;
UPDATE chat_messages SET
    created_time = CASE
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
    END;
ALTER TABLE chat_messages DROP COLUMN created_at;
CREATE INDEX ix_chat_messages_session_id ON chat_messages (session_id);
CREATE INDEX ix_chat_messages_created_time ON chat_messages (created_time);
CREATE INDEX ix_chat_messages_session_id_created_time ON chat_messages (session_id, created_time);
