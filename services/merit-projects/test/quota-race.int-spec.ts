import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Campaign, openCampaign, REPORT } from './campaign-stage.ts';
import { DAY } from './domain/edition-sample.ts';
import { summary } from './domain/entry-sample.ts';

let campaign: Campaign;
const entries: string[] = [];
/** Those whom the quota left out: they are underway still. What a list says may be a moment behind. */
const leftOut: string[] = [];
beforeAll(async () => {
  campaign = await openCampaign();
}, 120_000);
afterAll(async () => campaign.close());

it('of five entries declared at the same moment, exactly the quota gets through', async () => {
  const { useCases, call, moveTo, planEntry } = campaign;
  for (let count = 0; count < 5; count += 1) entries.push(await planEntry());
  for (const entryId of entries) await useCases.plans.confirm({ entryId, opinion: '同意。' }, call());
  await moveTo(DAY.declaration);
  const answers = await Promise.all(
    entries.map((entryId) => useCases.declarations.declare({ entryId, summary, ...REPORT }, call())),
  );
  expect(answers.filter(({ kind }) => kind === 'accepted')).toHaveLength(2);
  for (const [index, answer] of answers.entries())
    if (answer.kind === 'refused') {
      leftOut.push(entries[index] ?? '');
      expect(answer.refusal).toEqual({ reason: 'QUOTA_EXCEEDED', details: { quota: 2, declared: 2 } });
    }
});

it("an order says which state of the entry it saw; a colleague's other entry makes no difference", async () => {
  const { useCases, call } = campaign;
  const withdraw = { entryId: leftOut[0] ?? '', why: '名额已满。' };
  const stale = await useCases.declarations.withdraw(withdraw, call('unit', { expectedRevision: 1 }));
  expect(stale).toEqual({
    kind: 'refused',
    refusal: { reason: 'REVISION_CONFLICT', field: 'If-Match', details: { expectedRevision: 1, revision: 2 } },
  });
  // Planned and confirmed: two facts about it, however many about the others of the unit.
  const answer = await useCases.declarations.withdraw(withdraw, call('unit', { expectedRevision: 2 }));
  expect(answer).toMatchObject({ kind: 'accepted', revision: 3 });
});
