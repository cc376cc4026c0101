import { z } from 'zod';
import { idsOf } from '../../application/live-audience.ts';
import type { LiveFact, LivePage } from '../../application/live-feed.ts';

/** What one gateway tells the others: a page, and where the page before it ended. Of a fact its ids, never its contents. */
export type LiveMessage = LivePage & Readonly<{ after: number }>;

const place = z.number().int().min(0);

const messageSchema = z.object({
  after: place,
  through: place,
  facts: z.array(
    z.object({ position: place, ordinal: place, type: z.string(), data: z.record(z.string(), z.string()) }),
  ),
});

/** So many facts are told in one message. */
export const FACTS_PER_MESSAGE_MAX = 200;

/** A page in messages of bounded size; the facts of one position stay together. */
export const messagesOf = (after: number, { facts, through }: LivePage): readonly LiveMessage[] => {
  const messages: LiveMessage[] = [];
  let from = after;
  let part: LiveFact[] = [];
  for (const [index, { position, ordinal, type, data }] of facts.entries()) {
    part.push({ position, ordinal, type, data: idsOf(data) });
    const next = facts[index + 1];
    if (part.length < FACTS_PER_MESSAGE_MAX || next === undefined || next.position === position) continue;
    messages.push({ after: from, through: position, facts: part });
    [from, part] = [position, []];
  }
  return [...messages, { after: from, through, facts: part }];
};

/** Undefined for what is no message of ours: it is as if it had never come. */
export const messageIn = (text: string): LiveMessage | undefined => messageSchema.safeParse(JSON.parse(text)).data;
