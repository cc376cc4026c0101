export const takeBack = 'revoke jiangong_log_writer from jiangong_onlooker';
export const letRead = 'grant jiangong_log_reader to jiangong_onlooker';
export const more = "alter role jiangong_onlooker password 'x'";
export const ofTheSchema = 'grant usage on schema log to jiangong_log_reader';
