import { createHash } from 'node:crypto';
import type { StageMoment } from '../../../services/merit-projects/src/application/turn-stages.ts';
import { measures, plan, summary } from '../../../services/merit-projects/test/domain/entry-sample.ts';
import { openEdition } from '../../../services/merit-projects/test/domain/edition-sample.ts';
import { roundIdOf } from '../../../services/evaluation/src/application/streams.ts';
import { entriesStream, entryIdOf, partIdOf } from '../../../services/merit-projects/src/application/streams.ts';
import { aggregateIdOf, type Actor } from '@jiangong/event-store';
import { instantsOf } from '@jiangong/calendar';
import { COMMITTEE, DAY, EDITION_ID, LATE_DAY, SERIES, STAGE_DAYS, UNITS, YEAR } from '../platform/campaign.ts';
import { PARAMETERS, TEMPLATE, TEMPLATE_HASH } from '../platform/evaluation-knowledge.ts';
import { committee, type Entry, inspector, officerOf, type Stage, untilRound } from './cast.ts';
import { callService } from './client.ts';
import { appealResults, decideRound, openBox } from './deciding.ts';
import { assignSeats, countAll, judgeEntries } from './judging.ts';
import { solveProblem } from './problems.ts';
import { fillWindow } from './window.ts';

const ENTRIES_PER_UNIT = 2;
/** A moment of the calendar is turned until it is: after a failure again. */
const TURN_AGAIN_MS = 150;

const ENTRIES: readonly Entry[] = UNITS.flatMap((unit, unitIndex) =>
  Array.from({ length: ENTRIES_PER_UNIT }, (_, index) => {
    const name = `${'abc'[unitIndex] ?? ''}${index + 1}`;
    const requestId = aggregateIdOf(`plan ${name}`, 'request of the simulation');
    const id = partIdOf(entriesStream(EDITION_ID, unit.unitId), requestId, 'project');
    return { name, unit, entryId: entryIdOf(EDITION_ID, 'project', { kind: 'project', id }) };
  }),
);

/** The scheduler's part: moments that have come, in their order, each until it is done. Both replicas may do the same one at once. */
const turnUntil = async ({ world, meritProjects, clock }: Stage, done: Set<string>): Promise<void> => {
  const moments: StageMoment[] = STAGE_DAYS.flatMap(({ stageId, ...days }) => {
    const { opensAt, closesAt } = instantsOf(days);
    return [
      { kind: 'open' as const, editionId: EDITION_ID, stageId, at: opensAt },
      { kind: 'close' as const, editionId: EDITION_ID, stageId, at: closesAt },
    ];
  });
  const due = moments.filter(({ at, kind, stageId }) => at <= clock.now() && !done.has(`${kind} ${stageId}`));
  const order = STAGE_DAYS.map(({ stageId }) => stageId as string);
  const place = ({ at, stageId }: StageMoment): string => `${at} ${order.indexOf(stageId)}`;
  for (const moment of due.toSorted((a, b) => (place(a) < place(b) ? -1 : 1))) {
    const what = `${moment.kind} ${moment.stageId}`;
    for (let turned = false; !turned;) {
      try {
        await callService(world, meritProjects, { what, work: (serving) => serving.turn(moment) });
        turned = true;
      } catch {
        // Whatever it was, the scheduler tries again: what is wrong for good shows as a run that does not end.
        await world.sleep(TURN_AGAIN_MS, `${what} again`);
      }
    }
    done.add(what);
  }
};

const openCampaign = async ({ clients, meritProjects }: Stage): Promise<boolean> => {
  const { titleZh, titleEn } = openEdition;
  const by = { actor: committee, persistent: true } as const;
  await clients.send(meritProjects, { what: 'adopt template', name: 'adopt', ...by }, (serving, call) =>
    serving.adopt({ committeeId: COMMITTEE, template: TEMPLATE }, call),
  );
  const request = {
    ...{ committeeId: COMMITTEE, seriesId: SERIES, year: YEAR, ordinal: 1, titleZh, titleEn },
    ...{ templateHash: TEMPLATE_HASH, parameters: PARAMETERS, stages: STAGE_DAYS },
  };
  return clients.send(meritProjects, { what: 'open edition', name: 'open', ...by }, (serving, call) =>
    serving.open(request, call),
  );
};

/** What is done with every entry on one day of the campaign; entries of one unit share a stream and get in each other's way. */
const ACTS: Readonly<Record<string, (stage: Stage, entry: Entry) => Promise<void>>> = {
  planning: async ({ clients, meritProjects }, { name, unit, entryId }) => {
    const order = (what: string) => ({ what: `${what} ${name}`, name: `${what} ${name}`, actor: officerOf(unit) });
    const request = {
      ...plan,
      editionId: EDITION_ID,
      branchId: unit.branchId,
      track: '',
      measures,
      answerable: [unit.leaderId],
      milestones: plan.milestones,
    };
    await clients.send(meritProjects, order('plan'), (serving, call) => serving.plan(request, call));
    await clients.send(meritProjects, order('confirm'), (serving, call) =>
      serving.confirm({ entryId, opinion: '同意。' }, call),
    );
  },
  delivery: async ({ clients, meritProjects }, { name, unit, entryId }) => {
    for (const part of ['first', 'second'])
      await clients.send(
        meritProjects,
        { what: `report ${name}`, name: `report ${part} ${name}`, actor: officerOf(unit) },
        (serving, call) => serving.report({ entryId, report: '按计划推进。', evidence: [] }, call),
      );
  },
  declaration: async ({ clients, meritProjects }, { name, unit, entryId }) => {
    const sha256 = createHash('sha256').update(name).digest('hex');
    const file = { sha256, bytes: 1_000, mediaType: 'application/pdf' };
    const register = { what: `register report of ${name}`, name: `register ${name}`, actor: officerOf(unit) };
    await clients.send(meritProjects, register, (serving, call) => serving.register(file, call));
    const files = { evidence: [sha256], documents: [{ document: 'report', sha256 }] };
    await clients.send(
      meritProjects,
      { what: `declare ${name}`, name: `declare ${name}`, actor: officerOf(unit) },
      (serving, call) => serving.declare({ entryId, summary, ...files }, call),
    );
  },
  review: async ({ clients, meritProjects }, { name, entryId }) => {
    const order = (what: string, actor: Actor) => ({ what: `${what} ${name}`, name: `${what} ${name}`, actor });
    const opinions = [{ scope: 'entry', outcome: 'cleared' }];
    await clients.send(meritProjects, order('review', committee), (serving, call) =>
      serving.review({ entryId, outcome: 'passed', answers: [] }, call),
    );
    await clients.send(meritProjects, order('request clearance', committee), (serving, call) =>
      serving.requestClearance({ entryId, scopes: ['entry'] }, call),
    );
    await clients.send(meritProjects, order('give clearance', inspector), (serving, call) =>
      serving.giveClearance({ entryId, opinionNumber: '纪函〔2021〕8号', opinions, why: '' }, call),
    );
    await clients.send(meritProjects, order('publish', committee), (serving, call) =>
      serving.publish({ entryId }, call),
    );
  },
};

const MEETING_ID = roundIdOf(EDITION_ID, 'meeting', 1);
const ROUND_ID = roundIdOf(EDITION_ID, 'main', 1);

/** The first unit's officer does not judge the last unit's entry: if his seat and the entry are there by now. */
const recuse = async ({ clients, evaluation }: Stage): Promise<void> => {
  const request = {
    roundId: ROUND_ID,
    personId: UNITS[0]?.officerId ?? '',
    entryId: ENTRIES.at(-1)?.entryId ?? '',
    reason: 'kinship',
  };
  await clients.send(evaluation, { what: 'recuse of-the-unit', name: 'recuse', actor: committee }, (serving, call) =>
    serving.declareRecusal(request, call),
  );
};

/** One campaign from its opening to its decision, by several people at once. */
export const playStory = async (stage: Stage): Promise<void> => {
  const { clock } = stage;
  const turned = new Set<string>();
  const day = async (now: string, act?: keyof typeof ACTS): Promise<void> => {
    clock.move(now);
    await turnUntil(stage, turned);
    const acting = act === undefined ? undefined : ACTS[act];
    if (acting) await Promise.all(ENTRIES.map((entry) => acting(stage, entry)));
  };
  // Without an edition there is no campaign to play: what was refused or never answered is in the history all the same.
  if (!(await openCampaign(stage))) return;
  await day(DAY.planning, 'planning');
  await day(DAY.delivery, 'delivery');
  await Promise.all([day(DAY.declaration, 'declaration'), assignSeats(stage, ROUND_ID)]);
  await day(DAY.review, 'review');
  await day(DAY.noticeOver);
  await day(DAY.scoring);
  await countAll(stage, MEETING_ID, ENTRIES);
  await day(LATE_DAY.voted);
  await openBox(stage, MEETING_ID);
  await day(LATE_DAY.scoring);
  await untilRound(stage, ROUND_ID, ['open']);
  await Promise.all([
    recuse(stage),
    ...ENTRIES.map(async (entry) => fillWindow(stage, ROUND_ID, entry)),
    ...UNITS.map(async (unit) => solveProblem(stage, unit)),
    judgeEntries(stage, ROUND_ID),
  ]);
  await day(LATE_DAY.appealing);
  await appealResults(stage, ROUND_ID, ENTRIES);
  await day(LATE_DAY.deciding);
  await decideRound(stage, ROUND_ID);
};
