ALTER TABLE tasks
    ADD COLUMN total_input_tokens INTEGER,
    ADD COLUMN total_output_tokens INTEGER,
    ADD COLUMN total_cached_input_tokens INTEGER,
    ADD COLUMN token_usage_details JSON;
