/** proto has no null: an empty text means that there is none. */
export const orNull = (text: string): string | null => (text === '' ? null : text);
