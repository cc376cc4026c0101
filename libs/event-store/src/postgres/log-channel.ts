/** NOTIFY goes here when the log has grown: a wake-up, without a payload. */
export const LOG_CHANNEL = 'jiangong_log';
