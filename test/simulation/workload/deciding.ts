import { createHash } from 'node:crypto';
import type { Actor } from '@jiangong/event-store';
import { LATE_DAY, LEADERS } from '../platform/campaign.ts';
import { committee, type Entry, inspector, leaders, officerOf, type Stage, untilRound } from './cast.ts';
import { madeBy } from './client.ts';

const [firstLeader, secondLeader] = leaders as readonly [Actor, Actor, ...Actor[]];

const tally = async ({ clients, evaluation }: Stage, roundId: string, name: string): Promise<void> => {
  const order = { what: `tally ${name}`, name: `tally ${name}`, actor: committee, persistent: true };
  await clients.send(evaluation, order, (serving, call) => serving.tally(roundId, call));
};

/** The meeting's vote is over: its box is opened and counted, and the next phase takes on whoever was voted on. */
export const openBox = async (stage: Stage, roundId: string): Promise<void> => {
  const { clients, evaluation } = stage;
  await untilRound(stage, roundId, ['closed']);
  const open = { what: 'open box of-the-poll', name: 'open box', actor: committee, persistent: true };
  await clients.send(evaluation, open, (serving, call) => serving.openPapers({ roundId, sourceId: 'poll' }, call));
  await tally(stage, roundId, 'of-the-meeting');
};

/** An appeal against a rank: rejected, taken up again by another person, and rejected once more; or withdrawn by whoever filed it. */
const appeal = async (
  { clients, evaluation }: Stage,
  roundId: string,
  { entry, index }: Readonly<{ entry: Entry; index: number }>,
): Promise<void> => {
  const { name, unit, entryId } = entry;
  const order = (what: string, actor: Actor) => ({ what: `${what} ${name}`, name: `${what} ${name}`, actor });
  const of = { roundId, entryId, appealId: madeBy(`appeal ${name}`, 'appeal') };
  const filed = { roundId, entryId, matter: 'rank', sourceId: '', itemId: '', evidence: [], why: '名次有误。' };
  await clients.send(evaluation, order('appeal', officerOf(unit)), (serving, call) => serving.fileAppeal(filed, call));
  if (index % 3 === 0) {
    const withdrawal = order('withdraw appeal', officerOf(unit));
    await clients.send(evaluation, withdrawal, (serving, call) =>
      serving.withdrawAppeal({ ...of, why: '已核对。' }, call),
    );
    return;
  }
  const verdict = { ...of, outcome: 'rejected', remedy: '', why: '计算无误。' };
  await clients.send(evaluation, order('decide appeal', firstLeader), (serving, call) =>
    serving.decideAppeal(verdict, call),
  );
  await clients.send(evaluation, order('reopen appeal', inspector), (serving, call) =>
    serving.reopenAppeal({ ...of, why: '请再核。' }, call),
  );
  const again = { ...order('decide appeal', secondLeader), name: `decide again ${name}` };
  await clients.send(evaluation, again, (serving, call) => serving.decideAppeal(verdict, call));
};

/** The result is computed, and whoever is judged appeals. */
export const appealResults = async (stage: Stage, roundId: string, entries: readonly Entry[]): Promise<void> => {
  await untilRound(stage, roundId, ['closed']);
  await tally(stage, roundId, 'of-the-panels');
  await Promise.all(entries.map(async (entry, index) => appeal(stage, roundId, { entry, index })));
};

/** The body decides by minutes that each of its members attests; all three at once. */
export const decideRound = async ({ clients, evaluation }: Stage, roundId: string): Promise<void> => {
  const resultHash = await clients.ask(evaluation, { what: 'look at result', actor: committee }, (serving) =>
    serving.resultHash(roundId),
  );
  const minutes = {
    ...{ roundId, resultHash: resultHash ?? '', minutesNumber: '会纪〔2021〕12号', superior: false },
    ...{ meetingOn: LATE_DAY.deciding.slice(0, 10), present: LEADERS, departures: [], choices: [], exceeding: [] },
    file: createHash('sha256').update('minutes').digest('hex'),
  };
  await clients.send(
    evaluation,
    { what: 'record minutes of-the-body', name: 'record minutes', actor: committee },
    (serving, call) => serving.recordMinutes(minutes, call),
  );
  const decisionId = madeBy('record minutes', 'decision');
  await Promise.all(
    leaders.map(async (actor, index) =>
      clients.send(
        evaluation,
        { what: `attest minutes-${index + 1}`, name: `attest ${index + 1}`, actor },
        (serving, call) => serving.attestMinutes({ roundId, decisionId }, call),
      ),
    ),
  );
};
