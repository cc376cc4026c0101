import type { StoredEvent } from '@jiangong/event-store';
import type { Evaluation } from './evaluation.ts';
import { openProse } from './prose-codec.ts';

/** What somebody wrote, by whom and when; the text is empty once it is erased. */
export type Written = Readonly<{ text: string; by: string; at: string }>;

/** Opens the prose of the events that a reader is shown, and of no others. */
export const writings =
  ({ ground }: Pick<Evaluation, 'ground'>) =>
  async (event: StoredEvent, field: string, by: string): Promise<Written> => {
    const prose = await openProse<Readonly<Record<string, string>>>(ground.privacy, event);
    return { text: prose?.[field] ?? '', by, at: event.entry.occurredAt };
  };

export type Write = ReturnType<typeof writings>;
