/**
 * What a person can hold, and an exit therefore leaves to do. `seat-left`: a seat in an open round that went with a role or an exit
 * and has not been given to another.
 */
export const DUTY_KINDS = ['grant', 'office', 'seat', 'seat-left', 'entry'] as const;

export type DutyKind = (typeof DUTY_KINDS)[number];
