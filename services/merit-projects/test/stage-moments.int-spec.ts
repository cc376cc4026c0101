import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { stageScheduler } from '../src/adapters/scheduler/stage-scheduler.ts';
import { editionStream } from '../src/application/streams.ts';
import { type Campaign, openCampaign } from './campaign-stage.ts';
import { DAY, STAGE_DAYS } from './domain/edition-sample.ts';

let campaign: Campaign;
beforeAll(async () => {
  campaign = await openCampaign();
}, 120_000);
afterAll(async () => campaign.close());

const ids: readonly string[] = STAGE_DAYS.map(({ stageId }) => stageId);
const stages = async (type: string): Promise<readonly unknown[]> =>
  (await campaign.store.readStream(editionStream(campaign.editionId)))
    .filter((event) => event.type === type)
    .map(({ data }) => (data as { stageId: string }).stageId);

it('moments that several schedulers act on at once become one event each, in the order of the calendar', async () => {
  campaign.clock.move(DAY.scoring);
  const schedulers = [
    stageScheduler(campaign.ground),
    stageScheduler(campaign.ground),
    stageScheduler(campaign.ground),
  ];
  await Promise.all(
    schedulers.map(async (scheduler) => {
      for (const moment of await scheduler.due(DAY.scoring)) await moment.run();
    }),
  );
  await campaign.caughtUp();
  expect(await schedulers[0]?.due(DAY.scoring)).toEqual([]);
  expect(await stages('StageOpened.v1')).toEqual(ids.slice(0, 7));
  expect(await stages('StageClosed.v1')).toEqual(ids.slice(0, 6));
});

it('the events say when the stage was due, how many entered, and that the scheduler acted', async () => {
  const opened = (await campaign.store.readStream(editionStream(campaign.editionId)))
    .filter(({ type }) => type === 'StageOpened.v1')
    .at(-1);
  expect(opened?.data).toEqual({
    ...{ editionId: campaign.editionId, stageId: 'score', act: 'score', phase: 'main' },
    ...{ dueAt: '2021-11-30T16:00:00.000Z', entered: 0 },
  });
  expect(opened?.entry).toMatchObject({ occurredAt: DAY.scoring, actor: { kind: 'system', id: 'scheduler' } });
});

it('a moment is not due before its time', async () => {
  const scheduler = stageScheduler(campaign.ground);
  expect(await scheduler.due('2021-12-10T15:59:59.999Z')).toEqual([]);
  expect(await scheduler.due('2021-12-10T16:00:00.000Z')).toMatchObject([
    { name: `close score ${campaign.editionId}` },
    { name: `open decide ${campaign.editionId}` },
  ]);
});
