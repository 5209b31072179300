INSERT INTO trains (id,train_id,name,description) VALUES
    ('11111111-0000-0000-0000-000000000000','t-1','Train 1','d'),
    ('22222222-0000-0000-0000-000000000000','t-2','Train 2',NULL);
INSERT INTO anthropic_credentials (id,account_id,account_name,oauth_access_token,oauth_refresh_token,oauth_expires_at,oauth_scopes) VALUES
    ('33333333-0000-0000-0000-000000000000','acc1','Acc 1','a','r','2026-01-01 00:00:00',${scopes}),
    ('44444444-0000-0000-0000-000000000000','acc2','Acc 2','a','r','2026-01-01 00:00:00',${no-scopes});
INSERT INTO train_accounts (train_id,credential_id,created_at) VALUES
    ('11111111-0000-0000-0000-000000000000','44444444-0000-0000-0000-000000000000','2025-01-02'),
    ('11111111-0000-0000-0000-000000000000','33333333-0000-0000-0000-000000000000','2025-01-01');
