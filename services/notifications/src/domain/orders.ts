export type MarkMessagesRead = Readonly<{ kind: 'MarkMessagesRead'; messageIds: readonly string[]; now: string }>;

export type MarkInboxRead = Readonly<{ kind: 'MarkInboxRead'; throughPosition: number; now: string }>;

export type InboxOrder = MarkMessagesRead | MarkInboxRead;

/** Days from the last day of the stage; `closesAt` is the first instant after it. */
export type RemindOfDeadline = Readonly<{
  kind: 'RemindOfDeadline';
  editionId: string;
  stage: string;
  closesAt: string;
  daysLeft: number;
  now: string;
}>;
