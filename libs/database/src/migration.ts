/** A step of a schema. Numbers run from 1 without gaps; a step once released is never edited: the runner refuses a changed one. */
export type Migration = Readonly<{ number: number; name: string; sql: string }>;
