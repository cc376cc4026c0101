import { describe, expect, it } from '@jest/globals';
import type { Fact, StoredEvent } from '@jiangong/event-store';
import { fieldCodec, inMemoryKeyVault, type KeyVault, proposalReasons } from '@jiangong/privacy';

type Proposed = Fact<'ActProposed.v1', { proposalId: string; prose: { why: string } }>;
type Rejected = Fact<'ProposalRejected.v1', { proposalId: string; prose: { why: string } }>;

const key = 'prose/round-1';
const stream = 'evaluation.round-1';

const logOf = async (vault: KeyVault): Promise<readonly StoredEvent[]> => {
  const codec = fieldCodec<Proposed | Rejected>(vault, {
    'ActProposed.v1': { prose: () => key },
    'ProposalRejected.v1': { prose: () => key },
  });
  const facts: readonly (Proposed | Rejected)[] = [
    { type: 'ActProposed.v1', data: { proposalId: 'a1', prose: { why: '评分表填错一行。' } } },
    { type: 'ActProposed.v1', data: { proposalId: 'a2', prose: { why: '回避有误。' } } },
    { type: 'ProposalRejected.v1', data: { proposalId: 'a2', prose: { why: '理由不足。' } } },
  ];
  return Promise.all(
    facts.map(async (fact) => ({ stream, ...(await codec.toStored(fact, stream)) }) as unknown as StoredEvent),
  );
};

describe('the reasons of proposals', () => {
  it('are told by proposal, and are those of whoever proposed', async () => {
    const vault = inMemoryKeyVault();
    expect([...(await proposalReasons(vault, await logOf(vault)))]).toEqual([
      ['a1', '评分表填错一行。'],
      ['a2', '回避有误。'],
    ]);
  });

  it('are absent once they were erased', async () => {
    const vault = inMemoryKeyVault();
    const events = await logOf(vault);
    await vault.destroy(key);
    expect(await proposalReasons(vault, events)).toEqual(new Map());
  });
});
