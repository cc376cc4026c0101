export type Reason = 'OVER_QUOTA' | 'TOO_LATE' | 'ALREADY_DECLARED';
