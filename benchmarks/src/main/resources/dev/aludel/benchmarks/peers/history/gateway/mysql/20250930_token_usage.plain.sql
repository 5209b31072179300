ALTER TABLE tasks ADD COLUMN total_input_tokens INTEGER;
ALTER TABLE tasks ADD COLUMN total_output_tokens INTEGER;
ALTER TABLE tasks ADD COLUMN total_cached_input_tokens INTEGER;
ALTER TABLE tasks ADD COLUMN token_usage_details JSON;
