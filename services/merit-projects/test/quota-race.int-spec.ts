import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Campaign, openCampaign } from './campaign-stage.ts';
import { DAY } from './domain/edition-sample.ts';
import { summary } from './domain/entry-sample.ts';

let campaign: Campaign;
beforeAll(async () => {
  campaign = await openCampaign();
}, 120_000);
afterAll(async () => campaign.close());

it('of five entries declared at the same moment, exactly the quota gets through', async () => {
  const { useCases, call, moveTo, planEntry } = campaign;
  const entries: string[] = [];
  for (let count = 0; count < 5; count += 1) entries.push(await planEntry());
  for (const entryId of entries) await useCases.delivery.confirm({ entryId, opinion: '同意。' }, call());
  await moveTo(DAY.declaration);
  const answers = await Promise.all(
    entries.map((entryId) => useCases.delivery.declare({ entryId, summary, evidence: [] }, call())),
  );
  expect(answers.filter(({ kind }) => kind === 'accepted')).toHaveLength(2);
  for (const answer of answers)
    if (answer.kind === 'refused')
      expect(answer.refusal).toEqual({ reason: 'QUOTA_EXCEEDED', details: { quota: 2, declared: 2 } });
});

it('an order that saw an older state is refused when it says so', async () => {
  const { useCases, call } = campaign;
  const [entry] = (
    await campaign.ground.rows.query<{ id: string }>(
      `select entry_id as id from entry where standing = 'underway' limit 1`,
    )
  ).map(({ id }) => id);
  const answer = await useCases.delivery.withdraw(
    { entryId: entry ?? '', why: '名额已满。' },
    call({ expectedRevision: 3 }),
  );
  expect(answer).toMatchObject({ kind: 'refused', refusal: { reason: 'REVISION_CONFLICT', field: 'If-Match' } });
});
