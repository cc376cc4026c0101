import { addCalendarDays, localDateOf } from '@jiangong/calendar';
import { changeOffices, enrolsOfficeHolders } from './acts/appointing.ts';
import { answerAppeals, appeal } from './acts/appealing.ts';
import { check } from './acts/checking.ts';
import { claim, decideClaims, takesBonuses } from './acts/claiming.ts';
import { countPapers, openPapers, votesOnPaper } from './acts/counting.ts';
import { commend, decide, decidedPhases, publishProposed, tally } from './acts/deciding.ts';
import { clear, publish, review } from './acts/examination.ts';
import { blockOne, declareCandidates, proposeAll, tallyDeclared } from './acts/candidates.ts';
import { standsForVote } from './acts/standing-for-vote.ts';
import { declare, deliver, plan } from './acts/intake.ts';
import { declarableOn, isOwnNotice, makeKnown } from './acts/making-known.ts';
import { putForward, recordOutside } from './acts/putting-forward.ts';
import { listsPeople } from './acts/listing.ts';
import { lookAgain } from './acts/looking-again.ts';
import { enrolsMembers, takeOthersOff } from './acts/enrolling.ts';
import { listsHolders, putHoldersRight, seeRechecked } from './acts/rechecking.ts';
import { keepPromises, promise, promises } from './acts/promising.ts';
import { readRoll } from './acts/roll.ts';
import { holdMeeting } from './acts/meeting.ts';
import { holdTalks } from './acts/talking.ts';
import { measure, takesMeasures } from './acts/measuring.ts';
import { redraw, redrawnPhases } from './acts/redrawing.ts';
import { score } from './acts/scoring.ts';
import { publishForLate, unitsPublish } from './acts/units-making-known.ts';
import { codeSourcesOf, printCodes, voteByCodes } from './acts/code-voting.ts';
import { collect, vote } from './acts/voting.ts';
import type { Step } from './agenda.ts';
import type { PlayedEdition, StageDays } from './edition.ts';
import { assignOffices, officesIn } from './acts/offices.ts';

type Doing = (edition: PlayedEdition, stage: StageDays) => Promise<unknown>;

/** Acts that are done on the first day of their stage. A proposed notice and a circular wait for what is decided before them. */
const FIRST_DAY: Readonly<Partial<Record<StageDays['act'], Doing>>> = {
  plan: (edition, stage) => (promises(edition) ? promise(edition) : plan(edition, stage)),
  propose: proposeAll,
  deliver: (edition, stage) => (promises(edition) ? keepPromises(edition, stage) : deliver(edition, stage)),
  declare: (edition) => (standsForVote(edition.compiled) ? declareCandidates(edition) : declare(edition)),
  review,
  clear: async (edition) => {
    await clear(edition);
    if (standsForVote(edition.compiled)) await blockOne(edition);
  },
  score,
};

const none: readonly Step[] = [];

const stepOf = (edition: PlayedEdition, stage: StageDays, on: string, act: () => Promise<unknown>): Step => ({
  on,
  place: stage.place,
  what: `${edition.name}: ${stage.id}`,
  act: async () => {
    const began = performance.now();
    const more = await act();
    edition.seconds += (performance.now() - began) / 1_000;
    return Array.isArray(more) ? (more as readonly Step[]) : none;
  },
});

/** The circular is issued once the notice before it is over. */
const commending = (edition: PlayedEdition, stage: StageDays, on: string): Step =>
  stepOf(edition, stage, on, async () => {
    const endsAt = await commend(edition, stage);
    return endsAt === undefined ? none : [commending(edition, stage, addCalendarDays(localDateOf(endsAt), 1))];
  });

/** Acts in which lists are filled, where their stage has a phase. */
const FILLING: readonly StageDays['act'][] = ['score', 'check', 'review', 'recheck', 'vote'];

const isWindow = ({ act, phase }: StageDays): boolean => phase !== null && FILLING.includes(act);

/** The stage in which this phase is filled last: one that runs beside another may be over before it. */
const lastOf = ({ stages }: PlayedEdition, phase: string): StageDays | undefined => {
  const own = stages.filter((stage) => stage.phase === phase && isWindow(stage));
  return own.findLast(({ closesOn }) => own.every((one) => one.closesOn <= closesOn));
};

/** The stage before which entries enter. */
const entranceOf = ({ stages }: PlayedEdition): StageDays | undefined =>
  stages.find((stage) => isWindow(stage) || stage.act === 'vote') ?? stages.find(({ act }) => act === 'decide');

const hasNotice = ({ compiled }: PlayedEdition, about: 'entries' | 'proposed'): boolean =>
  compiled.notices.some(({ what }) => (what === 'entries') === (about === 'entries'));

const fillsChecklist = ({ compiled }: PlayedEdition, stage: StageDays): boolean =>
  isWindow(stage) &&
  compiled.phases.some(({ id, rows }) => id === stage.phase && rows.some(({ op }) => op === 'take-checklist'));

/** The first day of a stage on which everything that is decided over has been tallied. */
const decidableOn = (edition: PlayedEdition, stage: StageDays): string =>
  decidedPhases(edition, stage)
    .map((phase) => lastOf(edition, phase)?.closesOn)
    .map((day) => (day === undefined ? stage.opensOn : addCalendarDays(day, 1)))
    .reduce((latest, day) => (day > latest ? day : latest), stage.opensOn);

/** `isFirst`: of whoever entered; else of whom the body proposes, where units may be late with theirs. */
const noticeSteps = (edition: PlayedEdition, stage: StageDays, isFirst: boolean): readonly Step[] => {
  const { opensOn, closesOn } = stage;
  if (!hasNotice(edition, isFirst ? 'entries' : 'proposed')) return [];
  if (isFirst) return [stepOf(edition, stage, opensOn, () => publish(edition))];
  return [
    stepOf(edition, stage, opensOn, () => publishProposed(edition, stage)),
    ...(unitsPublish(edition)
      ? [stepOf(edition, stage, addCalendarDays(closesOn, 1), () => publishForLate(edition))]
      : []),
  ];
};

/** Papers are counted at the end; voters ask for their tokens first, and codes are handed out before anybody has one. */
const voteSteps = (edition: PlayedEdition, stage: StageDays): readonly Step[] => {
  const { opensOn, closesOn } = stage;
  if (votesOnPaper(edition, stage)) return [stepOf(edition, stage, closesOn, () => countPapers(edition, stage))];
  return [
    stepOf(edition, stage, opensOn, () => collect(edition, stage)),
    stepOf(edition, stage, opensOn, () => printCodes(edition, stage)),
    stepOf(edition, stage, closesOn, () => vote(edition, stage)),
    ...(codeSourcesOf(edition, stage).length === 0
      ? none
      : [stepOf(edition, stage, closesOn, () => voteByCodes(edition))]),
  ];
};

const stageSteps = (edition: PlayedEdition, stage: StageDays): readonly Step[] => {
  const { opensOn, closesOn, act, place } = stage;
  // A review that has a phase is one of check-lists.
  const doing = act === 'review' && isWindow(stage) ? undefined : FIRST_DAY[act];
  // What is found lies in the past: on the last day most of it does.
  const checking = fillsChecklist(edition, stage)
    ? [stepOf(edition, stage, closesOn, () => check(edition, stage))]
    : none;
  const claiming =
    isWindow(stage) && takesBonuses(edition, stage)
      ? [
          stepOf(edition, stage, opensOn, () => claim(edition, stage)),
          stepOf(edition, stage, closesOn, () => decideClaims(edition, stage)),
        ]
      : none;
  const measuring =
    isWindow(stage) && takesMeasures(edition, stage)
      ? [stepOf(edition, stage, closesOn, () => measure(edition, stage))]
      : none;
  const filling = [...checking, ...claiming, ...measuring];
  // What was made known first is declared once that is over.
  const on = act === 'declare' ? declarableOn(edition, opensOn) : opensOn;
  if (doing) return [stepOf(edition, stage, on, () => doing(edition, stage)), ...filling];
  const scoring = entranceOf(edition);
  switch (act) {
    case 'check':
    case 'review':
      return filling;
    case 'meet':
      return [stepOf(edition, stage, closesOn, () => holdMeeting(edition, stage))];
    case 'talk':
      return [stepOf(edition, stage, addCalendarDays(opensOn, 1), () => holdTalks(edition, stage))];
    case 'vote':
      return voteSteps(edition, stage);
    case 'notice':
      if (isOwnNotice(edition, stage)) return [stepOf(edition, stage, opensOn, () => makeKnown(edition))];
      return noticeSteps(edition, stage, scoring !== undefined && place < scoring.place);
    case 'decide': {
      const on = decidableOn(edition, stage);
      return [
        stepOf(edition, stage, on, async () => {
          for (const phase of decidedPhases(edition, stage)) {
            if (standsForVote(edition.compiled)) await tallyDeclared(edition, phase);
            await decide(edition, phase, on);
          }
        }),
      ];
    }
    case 'put-forward':
      return [stepOf(edition, stage, opensOn, () => putForward(edition, opensOn))];
    case 'recheck':
      // A list is filled in it, awards are looked at again, or it is told what was decided above.
      if (isWindow(stage)) return filling;
      return [
        stepOf(edition, stage, opensOn, () =>
          stage.every !== null ? lookAgain(edition, opensOn) : recordOutside(edition, opensOn),
        ),
      ];
    case 'appeal':
      return [
        stepOf(edition, stage, opensOn, () => appeal(edition, stage)),
        stepOf(edition, stage, closesOn, () => answerAppeals(edition, stage)),
      ];
    case 'commend':
      return [commending(edition, stage, decidableOn(edition, stage))];
    default:
      throw new Error(`${edition.name}: nobody plays a stage of ${act}`);
  }
};

/** A phase is tallied on the day after it closed, before anything else of that day. */
const tallySteps = (edition: PlayedEdition): readonly Step[] =>
  edition.compiled.phases.flatMap(({ id }) => {
    const last = lastOf(edition, id);
    if (last === undefined) return [];
    const step = stepOf(edition, last, addCalendarDays(last.closesOn, 1), async () => {
      await openPapers(edition, id);
      await tally(edition, id);
    });
    return [{ ...step, what: `${edition.name}: tally of ${id}` }];
  });

/** Who stands on a roll is known once entries have entered: before anything else of that day. */
const rollSteps = (edition: PlayedEdition): readonly Step[] => {
  const entrance = entranceOf(edition);
  const { how } = edition.compiled.intake;
  const stands = how === 'whole-roll' || how === 'holders' || listsPeople(edition);
  if (!stands || entrance === undefined) return [];
  return [
    ...(enrolsMembers(edition)
      ? [stepOf(edition, entrance, addCalendarDays(entrance.opensOn, -1), () => takeOthersOff(edition))]
      : []),
    ...(enrolsOfficeHolders(edition)
      ? [stepOf(edition, entrance, `${edition.year}-11-20`, () => changeOffices(edition))]
      : []),
    { ...stepOf(edition, entrance, entrance.opensOn, () => readRoll(edition)), place: entrance.place - 1 },
  ];
};

/** Which unit each office is, is said when the first stage of a round opens that offices fill, before anything else of that day. */
const officeSteps = (edition: PlayedEdition): readonly Step[] => {
  const { stages } = edition;
  const isFilledByOffices = ({ phase }: StageDays): boolean =>
    stages.some((stage) => isWindow(stage) && stage.phase === phase && officesIn(edition, stage.by).length > 0);
  const firsts = stages.filter(
    (stage) =>
      isWindow(stage) &&
      isFilledByOffices(stage) &&
      stages.find((one) => isWindow(one) && one.phase === stage.phase) === stage,
  );
  return firsts.map((first) => ({
    ...stepOf(edition, first, first.opensOn, () => assignOffices(edition, first)),
    place: first.place - 1,
  }));
};

/** Lists of a part to come are redrawn on the last day before its first stage opens. */
const redrawSteps = (edition: PlayedEdition): readonly Step[] =>
  redrawnPhases(edition).flatMap((phase) => {
    const first = edition.stages.find((stage) => isWindow(stage) && stage.phase === phase);
    if (first === undefined) return [];
    return [stepOf(edition, first, addCalendarDays(first.opensOn, -1), () => redraw(edition, phase))];
  });

/** Ahead of its day the list of holders is put right; when all stages are over, what the circular made known is carried out. */
const holderSteps = (edition: PlayedEdition): readonly Step[] => {
  const { stages, compiled, year } = edition;
  const last = stages.at(-1);
  if (!listsHolders(compiled) || last === undefined) return [];
  const { closesOn } = last;
  // The office issues a circular also where no stage says when.
  const isSaid = stages.some(({ act }) => act === 'commend');
  return [
    stepOf(edition, last, `${year}-02-20`, () => putHoldersRight(edition)),
    ...(isSaid ? [] : [commending(edition, last, closesOn)]),
    stepOf(edition, last, addCalendarDays(closesOn, 1), () => seeRechecked(edition, addCalendarDays(closesOn, 1))),
  ];
};

/** Everything that is to do in an edition once it is opened, from the template's own calendar. */
export const planSteps = (edition: PlayedEdition): readonly Step[] => [
  ...rollSteps(edition),
  ...officeSteps(edition),
  ...redrawSteps(edition),
  ...holderSteps(edition),
  ...edition.stages.flatMap((stage) => stageSteps(edition, stage)),
  ...tallySteps(edition),
];
