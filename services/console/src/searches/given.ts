/** What stands in the address of a page: read from whatever somebody typed there, and nothing else of it kept. */
export type Given = Readonly<Record<string, unknown>>;

export const text = (value: unknown): string | undefined =>
  (typeof value === 'string' || typeof value === 'number') && String(value) !== '' ? String(value) : undefined;
