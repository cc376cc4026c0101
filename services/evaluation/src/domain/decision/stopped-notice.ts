/** A notice that was cut short, or had run, when its decision was undone, and whom it showed. */
export type StoppedNotice = Readonly<{ endsAt: string; stoppedAt: string; entryIds: readonly string[] }>;
