PRAGMA cache_size = -262144;
PRAGMA temp_store = MEMORY;
