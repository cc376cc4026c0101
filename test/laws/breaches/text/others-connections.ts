export const cut = "select pg_terminate_backend(pid) from pg_stat_activity where application_name like '%log writer'";
export const wait = "select 1 from pg_stat_activity where wait_event_type = 'Lock'";
export const own = 'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database()';
