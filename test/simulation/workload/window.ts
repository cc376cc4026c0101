import { createHash } from 'node:crypto';
import type { Actor } from '@jiangong/event-store';
import { DAY } from '../platform/campaign.ts';
import { committee, type Entry, officerOf, type Stage } from './cast.ts';
import { madeBy } from './client.ts';

/** A finding, which is answered, and a claim, which is decided. */
const fillLists = async (
  { clients, evaluation }: Stage,
  roundId: string,
  { name, unit, entryId }: Entry,
): Promise<void> => {
  const order = (what: string, actor: Actor) => ({ what: `${what} ${name}`, name: `${what} ${name}`, actor });
  const of = { roundId, entryId };
  const finding = { itemId: 'study', effectiveOn: DAY.delivery.slice(0, 10), count: 1, evidence: [] };
  await clients.send(evaluation, order('record', committee), (serving, call) =>
    serving.record({ ...of, ...finding, sourceId: 'base', finding: '一次未学习。' }, call),
  );
  const occurrenceId = madeBy(`record ${name}`, 'finding');
  const sha256 = createHash('sha256').update(`brand of ${name}`).digest('hex');
  const claim = {
    ...{ sourceId: 'bonus', itemId: 'brand', levelId: '', points: 150, sameAs: '', honour: `品牌${name}` },
    ...{ achievedOn: DAY.delivery.slice(0, 10), evidence: [sha256], account: '' },
  };
  await Promise.all([
    clients.send(evaluation, order('answer finding', officerOf(unit)), (serving, call) =>
      serving.answerFinding({ ...of, occurrenceId, answer: '已补学。' }, call),
    ),
    clients.send(evaluation, order('claim', officerOf(unit)), (serving, call) =>
      serving.claim({ ...of, ...claim }, call),
    ),
  ]);
  const verdict = { outcome: 'granted', levelId: '', points: 100, sameAs: '', reason: '', why: '经核实。' };
  await clients.send(evaluation, order('decide claim', committee), (serving, call) =>
    serving.decideClaim({ ...of, ...verdict, claimId: madeBy(`claim ${name}`, 'bonus claim') }, call),
  );
};

/** A value of the entry, which was taken down wrongly: the values of all entries stand in one stream, and get in each other's way. */
const measure = async ({ clients, evaluation }: Stage, roundId: string, { name, entryId }: Entry): Promise<void> => {
  const order = (what: string) => ({ what: `${what} ${name}`, name: `${what} ${name}`, actor: committee });
  const of = { roundId, sourceId: 'theory' };
  const [dayOf] = DAY.delivery.split('T');
  const evidence = [createHash('sha256').update(`exam of ${name}`).digest('hex')];
  const given = { entryId, attempt: 1, dayOf: dayOf ?? '' };
  await clients.send(evaluation, order('record measure'), (serving, call) =>
    serving.recordMeasures(
      { ...of, values: [{ ...given, value: '81.5' }], origin: '考试中心成绩单。', evidence },
      call,
    ),
  );
  const change = { ...given, asked: 'value', value: '82.5', because: 'recorded-in-error', evidence };
  await clients.send(evaluation, order('change measure'), (serving, call) =>
    serving.changeMeasure({ ...of, ...change, origin: '考试中心成绩单。', why: '抄录有误。' }, call),
  );
};

/** What is filled over the round's window beside its panel; all entries at once. */
export const fillWindow = async (stage: Stage, roundId: string, entry: Entry): Promise<void> => {
  await Promise.all([fillLists(stage, roundId, entry), measure(stage, roundId, entry)]);
};
