import { actRules } from './acts.ts';
import { standsForVote } from './candidates.ts';
import type { Faults } from './faults.ts';
import { isOnRecord } from './meetings.ts';
import { mayMeetingDecide, maySecretaryPutForward } from './meetings-not-yet.ts';
import { ownNoticeOf } from './own-notice.ts';
import { comesWithPhase } from './parts-of-period.ts';
import { enrolsMembers, enrolsPeople, listsPeople } from './roll.ts';
import { phaseOfStage, stagesOfPhase } from './round-stages.ts';
import type { StageRule } from './template/calendar.ts';
import { itemsOfArea } from './template/items-of-area.ts';
import { manyOf } from './template/names.ts';
import type { Template } from './template/template.ts';
import { mayUnitDecide, mayUnitMakeKnown } from './units-not-yet.ts';
import { holdsTalks, mayOfficePublish } from './talks.ts';

type Source = Template['sources'][string];
type CheckList = Extract<Source, { kind: 'checklist' }>;

/** Sources that are filled over a round's window by parties, with no seats. */
const WINDOWED: readonly Source['kind'][] = ['checklist', 'bonus', 'ballot', 'measure'];

const takenIn = ({ result, sources }: Template, phase: string | undefined): readonly Source[] =>
  result
    .filter((one) => one.phase === phase)
    .flatMap(({ steps }) =>
      steps.flatMap((step) => {
        const source = 'take' in step ? sources[step.take] : undefined;
        return source === undefined ? [] : [source];
      }),
    );

/** A ballot is held once in its round: in the one stage in which all its voters vote, and which does not come again. */
const hasOneStage = (source: Source, windows: readonly StageRule[]): boolean => {
  if (source.kind !== 'ballot') return true;
  const voters = source.electorates.map(({ who }) => who);
  const own = windows.filter(({ by }) => manyOf(by).some((party) => voters.includes(party)));
  return (
    own.every(({ by, every }) => every === undefined && voters.every((who) => manyOf(by).includes(who))) &&
    own.length === 1
  );
};

/** Sheets about all entries are written in the stages of their panel's party; where entries are called or dealt out the round has one window. */
const hasOwnStages = (source: Source, windows: readonly StageRule[]): boolean =>
  source.kind !== 'panel' ||
  (source.part === 'all' &&
    source.assign === 'all' &&
    windows.some(({ act, by }) => act === 'score' && manyOf(by).includes(source.by)) &&
    windows.every(({ every }) => every === undefined));

/**
 * Check-lists, bonuses and measures are filled over several stages, or in one that comes again: whoever has a stage of his own writes in it.
 * A ballot beside them has one stage of its own, and so has a panel.
 */
export const windowNotYet = (template: Template, faults: Faults): void =>
  template.result.forEach(({ phase }, at) => {
    const taken = takenIn(template, phase);
    // Of a phase that is held in each part, a stage that comes again with it stands once in its round.
    if (!taken.some(({ kind }) => WINDOWED.includes(kind))) return;
    const windows = stagesOfPhase(template, phase).map((stage): StageRule => {
      if (!comesWithPhase(template, stage)) return stage;
      const { every: _every, ...once } = stage;
      return once;
    });
    const isOne = windows.length === 1 && windows.every(({ every }) => every === undefined);
    const areApart =
      windows.length > 0 && taken.every((one) => hasOneStage(one, windows) && hasOwnStages(one, windows));
    if (!isOne && !areApart) faults.add('CHECK_NOT_YET', ['result', at, 'phase'], { phase });
  });

const ownsItems = ({ areas }: CheckList, party: string): boolean =>
  areas.some((area) => area.by === party || itemsOfArea(area).some((item) => 'by' in item && item.by === party));

/** A party fills a list by what it owns, or an office within it does. */
const fillsList = (list: CheckList, party: string, { parties }: Template): boolean =>
  list.reviews.includes(party) || [party, ...(parties[party]?.members ?? [])].some((office) => ownsItems(list, office));

const isList = (source: Source): source is CheckList => source.kind === 'checklist';

/** A secretary marks the members of his own branch on a roll of members, and nobody else: of what a branch brings others are the judge. */
const marksOwnMembers = (template: Template, party: string): boolean =>
  template.parties[party]?.scope === 'home' && enrolsPeople(template);

/** Whether the party's role may do what a stage needs in which lists are filled: record and mark, or mark itself where it is judged. */
const mayFill = (template: Template, stage: StageRule, party: string): boolean => {
  const taken = takenIn(template, phaseOfStage(template, stage));
  const role = template.parties[party]?.role ?? 'member';
  const actions = actRules.check.actions[role] ?? [];
  const lists = taken.filter(isList);
  const fills = lists.some((list) => fillsList(list, party, template));
  if (role === 'branch-secretary' && fills) return marksOwnMembers(template, party);
  if (role !== 'branch-secretary' && actions.includes('checklist.record'))
    return fills || taken.some((one) => one.kind === 'measure' && one.by === party);
  return actions.length > 0 && !fills && lists.some(({ self }) => self);
};

const isMarkedByHimself = (template: Template, party: string): boolean =>
  template.parties[party]?.scope === 'own' && enrolsPeople(template);

const actsForHimself = (template: Template, party: string): boolean =>
  template.parties[party]?.scope === 'own' && enrolsMembers(template);

/** What a unit means to declare it makes known itself. */
const isOwnNotice = (template: Template, { id }: StageRule): boolean => ownNoticeOf(template)?.stage.id === id;

/** A role has the act's permission; where a list is filled in a stage of review or recheck, the one that filling it needs. */
export const mayAct = (template: Template, stage: StageRule, party: string): boolean => {
  const role = template.parties[party]?.role;
  if (role === undefined) return true;
  const { act } = stage;
  const isWindow = phaseOfStage(template, stage) !== undefined;
  if (isWindow && (act === 'review' || act === 'recheck')) return mayFill(template, stage, party);
  if (act === 'propose' && !(standsForVote(template) && template.parties[party]?.scope === 'home')) return false;
  // Without an account nobody puts anything forward but by a code.
  if (act === 'declare' && role === 'public' && template.intake.how !== 'register') return false;
  // A unit looks at people whom the platform has listed; what it has put forward itself another office reviews.
  if (act === 'review' && role === 'unit-officer' && !listsPeople(template)) return false;
  // A member plans and delivers for himself, where he stands on the roll.
  if ((act === 'plan' || act === 'deliver') && role === 'member' && !actsForHimself(template, party)) return false;
  // A member marks himself, and nobody else.
  if (act === 'check' && role === 'member' && !isMarkedByHimself(template, party)) return false;
  if (act === 'meet' && !isOnRecord(template, stage)) return false;
  if (act === 'decide' && role === 'unit-officer' && !mayUnitDecide(template, party)) return false;
  if (act === 'decide' && role === 'member' && !mayMeetingDecide(template, party)) return false;
  if (act === 'put-forward' && role === 'branch-secretary' && !maySecretaryPutForward(template, party)) return false;
  if (act === 'talk' && !holdsTalks(template, party)) return false;
  if (act === 'notice' && role === 'appraisal-office' && !mayOfficePublish(template, stage, party)) return false;
  const makesKnown = act === 'notice' || act === 'commend';
  if (
    makesKnown &&
    role === 'unit-officer' &&
    !isOwnNotice(template, stage) &&
    !mayUnitMakeKnown(template, stage, party)
  )
    return false;
  const actions = actRules[act].actions[role];
  return actions !== undefined && (!actions.includes('checklist.answer') || mayFill(template, stage, party));
};

/** What lets an entry in; a roll lets whoever stands on it in, whatever is declared. */
const letsIn = (template: Template, stage: StageRule): boolean => {
  const { how } = template.intake;
  const { act } = stage;
  if (act === 'declare') return how === 'nominate' || how === 'register' || how === 'plan-then-declare';
  return act === 'clear' || (act === 'review' && phaseOfStage(template, stage) === undefined);
};

/** Entries enter once, when the first round's window opens: whoever has not been let in by then stays out, so that nobody would be left. */
export const admissionNotYet = (template: Template, faults: Faults): void => {
  // Candidates are let in after their vote: in which order, their own rules say.
  if (standsForVote(template)) return;
  const { calendar } = template;
  const first = calendar.findIndex((stage) => phaseOfStage(template, stage) !== undefined);
  if (first === -1) return;
  const before = calendar[first]?.id ?? '';
  calendar.forEach((stage, at) => {
    if (at > first && letsIn(template, stage))
      faults.add('ADMISSION_NOT_YET', ['calendar', at], { stage: stage.id, act: stage.act, before });
  });
};
