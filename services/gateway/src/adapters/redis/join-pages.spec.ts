import { describe, expect, it } from '@jest/globals';
import type { LiveFact, LivePage } from '../../application/live-feed.ts';
import { joined } from './join-pages.ts';
import { FACTS_PER_MESSAGE_MAX, type LiveMessage, messageIn, messagesOf } from './live-message.ts';

const fact = (position: number, ordinal = 0): LiveFact => ({
  position,
  ordinal,
  type: 'x.Y.v1',
  data: { entryId: `p${position}` },
});
const facts = (...positions: number[]): LiveFact[] => positions.map((position) => fact(position));

/** Every position of the log holds one fact; a page looks two positions further. */
const log = {
  read: async ({ after, through }: { after: number; through: number }): Promise<LivePage> => {
    const end = Math.min(through, after + 2);
    return { facts: facts(...Array.from({ length: end - after }, (_, n) => after + n + 1)), through: end };
  },
};

const heard = async (at: number, told: LiveMessage): Promise<{ positions: number[]; through: number }> => {
  const positions: number[] = [];
  let through = at;
  for await (const page of joined(log, told, { contexts: ['x'], at })) {
    positions.push(...page.facts.map(({ position }) => position));
    through = page.through;
  }
  return { positions, through };
};

describe('what another gateway tells', () => {
  it('goes on where this one stands', async () => {
    expect(await heard(4, { after: 4, through: 6, facts: facts(5, 6) })).toEqual({ positions: [5, 6], through: 6 });
  });

  it('after something was missed is joined by what the log holds in between, page by page', async () => {
    expect(await heard(1, { after: 6, through: 8, facts: facts(7, 8) })).toEqual({
      positions: [2, 3, 4, 5, 6, 7, 8],
      through: 8,
    });
  });

  it('a second time, or by one who is behind, is not told again', async () => {
    expect(await heard(9, { after: 4, through: 6, facts: facts(5, 6) })).toEqual({ positions: [], through: 9 });
    expect(await heard(5, { after: 4, through: 7, facts: facts(5, 6, 7) })).toEqual({ positions: [6, 7], through: 7 });
  });
});

describe('messages', () => {
  it('are bounded, join up, keep the facts of one position together, and carry ids alone', () => {
    const many = Array.from({ length: FACTS_PER_MESSAGE_MAX * 2 + 3 }, (_, n) => ({
      ...fact(10 + Math.floor(n / 3), n % 3),
      data: { entryId: 'p', title: '标题' },
    }));
    const messages = messagesOf(9, { facts: many, through: 500 });
    expect(messages.flatMap((message) => message.facts)).toEqual(
      many.map((one) => ({ ...one, data: { entryId: 'p' } })),
    );
    expect(messages.length).toBeGreaterThan(2);
    let at = 9;
    for (const message of messages) {
      expect(message.after).toBe(at);
      expect(message.facts.length).toBeLessThanOrEqual(FACTS_PER_MESSAGE_MAX + 2);
      expect(message.facts.every(({ position }) => position > at && position <= message.through)).toBe(true);
      at = message.through;
    }
    expect(at).toBe(500);
  });

  it('of another shape are as if they had never come', () => {
    expect(messageIn(JSON.stringify({ after: 1, through: 2, facts: [{ position: 2 }] }))).toBeUndefined();
    expect(messageIn(JSON.stringify({ after: 1, through: 2, facts: [] }))).toEqual({ after: 1, through: 2, facts: [] });
  });
});
