import { ballotNotYet } from './ballots-not-yet.ts';
import { isCountedOfPlans } from './computed-measures.ts';
import { categoryPlacesNotYet } from './category-places.ts';
import { checklistNotYet } from './checklists-not-yet.ts';
import { Faults, type Problem, problemsOf } from './faults.ts';
import { intakeNotYet } from './intake-not-yet.ts';
import { isLookedUp } from './looked-up.ts';
import { meetingsNotYet } from './meetings-not-yet.ts';
import { isNaming } from './naming.ts';
import { comesWithPhase, hasParts } from './parts-of-period.ts';
import { areCounted, enrolsMembers, enrolsOfficeHolders, listsHolders, rollDayOf } from './roll.ts';
import { phaseOfStage } from './round-stages.ts';
import { manyOf } from './template/names.ts';
import type { Step } from './template/result.ts';
import type { Template } from './template/template.ts';
import type { ComparedFact, FactAsked, Test } from './template/tests.ts';
import { NOWHERE, type Tree } from './tree.ts';
import { unitsNotYet } from './units-not-yet.ts';
import { admissionNotYet, mayAct, windowNotYet } from './windows-not-yet.ts';

type Panel = Extract<Template['sources'][string], { kind: 'panel' }>;

/**
 * Beside what is marked on the stage a phase takes only what is measured: nobody else fills anything in while entries appear. What is shown
 * in the hall is then what one step makes of the marks.
 */
const isOnStage = ({ result, sources }: Template, id: string, { shown }: Panel): boolean =>
  result.every(({ steps }) => {
    const taken = steps.flatMap((step) => ('take' in step ? [step.take] : []));
    const others = taken.filter((one) => one !== id);
    if (!taken.includes(id) || others.length === 0) return true;
    const isOne = shown === 'after-close' || others.length === taken.length - 1;
    return isOne && others.every((one) => sources[one]?.kind === 'measure');
  });

/** The steps of each phase that take this source. */
const takesOf = ({ result }: Template, id: string) =>
  result.map(({ steps }) => steps.flatMap((step) => ('take' in step && step.take === id ? [step] : [])));

/**
 * Entries are dealt out in phases that deal out one panel's, all on one paper; and to no fewer evaluators than a step wants sheets of, or no
 * entry would ever have a value.
 */
const isDealtOut = (id: string, { assign, part }: Panel, template: Template): boolean => {
  if (assign === 'all') return true;
  const { sources, result, parameters } = template;
  const isOther = (one: string): boolean => {
    const source = sources[one];
    return one !== id && source?.kind === 'panel' && source.assign !== 'all';
  };
  const isAlone = takesOf(template, id).every(
    (steps, at) =>
      steps.length === 0 || !(result[at]?.steps ?? []).some((step) => 'take' in step && isOther(step.take)),
  );
  const { each } = assign;
  // A parameter may become as much as its bounds let it.
  const mostOf = (least: string | number): number =>
    Number(typeof least === 'string' ? (parameters[least.slice(1)]?.to ?? least) : least);
  const leasts = takesOf(template, id).flatMap((steps) =>
    steps.map((step) => mostOf('least' in step ? (step.least ?? 1) : 1)),
  );
  return part === 'all' && isAlone && leasts.every((least) => least <= each);
};

/**
 * Rules of a panel that nobody keeps: a round under them would be filled as if they were not written. An order is drawn, and scores are
 * shown at once, where entries are called one at a time; and such a panel has its phase for itself.
 */
const panelNotYet = (id: string, panel: Panel, template: Template, faults: Faults): void => {
  const { shown, part, order } = panel;
  const broken = {
    assign: !isDealtOut(id, panel, template),
    shown: shown !== 'after-close' && part !== 'one',
    part: part === 'one' && !isOnStage(template, id, panel),
    order: order !== 'given' && part !== 'one',
    controls: part === 'one' && panel.controls !== undefined,
  };
  for (const [rule, isBroken] of Object.entries(broken))
    if (isBroken) faults.add('PANEL_RULE_NOT_YET', ['sources', id, rule], { given: id, rule });
};

type Bonus = Extract<Template['sources'][string], { kind: 'bonus' }>;

/** Roles in which somebody speaks for what is judged, and those whose offices may grant: no other has the permission. */
const CLAIMING: readonly string[] = ['unit-officer', 'branch-secretary'];
const GRANTING: readonly string[] = ['committee-officer', 'unit-officer', 'discipline-inspector', 'appraisal-office'];

/** Bonuses that a party claims or grants whose role may not, or that an office within a party does. */
const bonusNotYet = (id: string, bonus: Bonus, { parties, subjects }: Template, faults: Faults): void => {
  const roleOf = (party: string): string => parties[party]?.role ?? '';
  const broken = {
    claim: subjects.every((subject) => subject.id !== bonus.claim) && !CLAIMING.includes(roleOf(bonus.claim)),
    decide: !GRANTING.includes(roleOf(bonus.decide)),
  };
  for (const [rule, isBroken] of Object.entries(broken))
    if (isBroken) faults.add('PANEL_RULE_NOT_YET', ['sources', id, rule], { given: id, rule });
};

type Measure = Extract<Template['sources'][string], { kind: 'measure' }>;

/** Roles whose offices may record what was measured: of a unit that recorded, nobody could say whose values it may not touch. */
const RECORDING: readonly string[] = ['committee-officer', 'discipline-inspector', 'expert'];

/** What is computed from what nobody counts, and measures that a role records which may not, or an office within a party. */
const measureNotYet = (id: string, measure: Measure, template: Template, faults: Faults): void => {
  if (measure.from === 'compute') {
    if (!isCountedOfPlans(id, measure, template))
      faults.add('SOURCE_NOT_YET', ['sources', id, 'from'], { given: id, kind: 'measure' });
  } else if (!RECORDING.includes(template.parties[measure.by ?? '']?.role ?? ''))
    faults.add('PANEL_RULE_NOT_YET', ['sources', id, 'by'], { given: id, rule: 'by' });
};

/** Phases over which something is decided: nobody goes on from their ranks. */
const decidedPhases = ({ result }: Template): Template['result'] =>
  result.filter(({ phase }) => !result.some(({ admits }) => admits !== 'all' && admits.from === phase));

/** Over a phase whose scores are only carried, and which nobody goes on from, a decision could be taken by itself. */
const carryNotYet = (template: Template, faults: Faults): void => {
  const decided = new Set(decidedPhases(template).map(({ phase }) => phase));
  template.result.forEach(({ steps }, at) =>
    steps.forEach((step, index) => {
      if ('carry' in step && decided.has(step.carry))
        faults.add('CARRY_NOT_YET', ['result', at, 'steps', index], { phase: step.carry });
    }),
  );
};

/** A later phase is opened once the phases are tallied whose first ones, or whose scores, it takes: its stages come after all of theirs. */
const sequenceNotYet = (template: Template, faults: Faults): void => {
  const { calendar, result } = template;
  result.forEach(({ phase, admits, steps }) => {
    const taken = [
      ...(admits === 'all' ? [] : [admits.from]),
      ...steps.flatMap((step) => ('carry' in step ? [step.carry] : [])),
    ];
    const phases = calendar.map((stage) => phaseOfStage(template, stage));
    const earlier = calendar.flatMap((stage, at) => (taken.includes(phases[at] ?? '') ? [{ ...stage, at }] : []));
    calendar.forEach((stage, at) => {
      if (phases[at] !== phase) return;
      for (const before of earlier)
        if (before.at > at || stage.with === before.id)
          faults.add('SEQUENCE_NOT_YET', ['calendar', at], { stage: stage.id, before: before.id, phase });
    });
  });
};

/** What is answered of a result when awards are decided upon. */
const ANSWERED: readonly string[] = [
  'count.awards',
  'count.entries',
  'best.rank',
  'mean.rank',
  'best.result',
  'mean.result',
];

/**
 * Rows and vetoes are told of entries, not of whoever stands behind several; and by the result that is decided over: what another phase found
 * is not in it. What a person looks up is asked of entries, too.
 */
const isAnswered = (
  template: Template,
  { to, order }: Template['outcome'][number],
  asked: FactAsked | ComparedFact,
): boolean => {
  const { fact, kind, source } = asked;
  if (ANSWERED.includes(fact)) return true;
  if (to !== 'entry' || order !== undefined) return false;
  if (fact === 'entry.category' || isLookedUp(template, asked)) return true;
  const words = manyOf(kind ?? []);
  const inEvery = (holds: (step: Step) => boolean): boolean =>
    decidedPhases(template).every(({ steps }) => steps.some(holds));
  if (fact === 'step') return words.every((word) => inEvery(({ id }) => id === word));
  return (
    fact === 'item' &&
    words.every((word) => word === 'veto') &&
    inEvery((step) => 'take' in step && step.take === source)
  );
};

/** Of a roll those of each category are counted, members as well, by the platform or by the office, and the units that entries can belong to; nobody else. */
const isCounted = ({ intake, subjects }: Template, { to, within }: Template['outcome'][number]): boolean => {
  if (rollDayOf({ intake, subjects }) === undefined || within === 'home') return false;
  const of = { intake, subjects };
  return to === 'home' || (to === 'entry' && (areCounted(subjects) || enrolsMembers(of) || enrolsOfficeHolders(of)));
};

const askedIn = (test: Test): readonly ComparedFact[] => ('anyOf' in test ? test.anyOf : [test]);

/** Whether what a rule gives can be appealed: in a stage of the calendar, to the party that the rule names. */
const isAppealed = ({ calendar }: Template, to: string): boolean =>
  calendar.some(({ act, by }) => act === 'appeal' && manyOf(by).includes(to));

/**
 * Nobody loses an award but he who is looked at again because he holds it; and whoever is given time to mend it is told how much.
 */
const isCarriedOut = ({ intake, duties }: Template, rule: Template['outcome'][number]): boolean => {
  if (!listsHolders({ intake })) return rule.gives !== 'withdrawal';
  if (rule.gives === 'withdrawal') return rule.code === intake.holdersOf && rule.to === 'entry';
  const duty = duties.find(({ id }) => id === rule.duty);
  return rule.gives !== 'card' || (rule.to === 'entry' && duty?.within !== undefined);
};

/** Rules that nobody could apply: of an unknown whole, or by facts that nobody answers, so that nobody would ever be given anything. */
const outcomeNotYet = (template: Template, faults: Faults): void => {
  const { outcome } = template;
  // A naming looks its facts up itself.
  if (isNaming(template)) return;
  outcome.forEach((rule, at) => {
    const { id, of, needs, never, order = [], appeal } = rule;
    if (of === 'roll' && !isCounted(template, rule)) faults.add('OUTCOME_NOT_YET', ['outcome', at, 'of'], { rule: id });
    if (!isCarriedOut(template, rule)) faults.add('OUTCOME_NOT_YET', ['outcome', at, 'gives'], { rule: id });
    if (appeal !== undefined && !isAppealed(template, appeal.to))
      faults.add('OUTCOME_NOT_YET', ['outcome', at, 'appeal'], { rule: id });
    const asked = [
      ...needs.map((test, index) => ({ path: ['needs', index], facts: askedIn(test) })),
      ...never.map((test, index) => ({ path: ['never', index], facts: askedIn(test) })),
      ...order.map((fact, index) => ({ path: ['order', index], facts: [fact] })),
    ];
    for (const { path, facts } of asked)
      if (!facts.every((fact) => isAnswered(template, rule, fact)))
        faults.add('OUTCOME_NOT_YET', ['outcome', at, ...path], { rule: id });
  });
};

/** Of a template that came as data: its problems have paths, but no lines. */
const NO_TEXT: Tree = { ...NOWHERE, kind: 'text', text: '' };

/** What keeps a template from being opened as an edition for good: a naming is computed and decided upon in its series. */
export const noEdition = (template: Template, tree: Tree = NO_TEXT): readonly Problem[] => {
  const faults = new Faults();
  const { how } = template.intake;
  if (isNaming(template)) faults.add('NAMING_IS_NO_EDITION', ['intake', 'how'], { how });
  return problemsOf(tree, faults.all);
};

/**
 * A stage that comes again has one window, and nobody opens the next one. Of rechecks nobody has to: what they look at is due by the stage's
 * days in each year that has passed (services/evaluation).
 */
const comesAgain = (template: Template, stage: Template['calendar'][number]): boolean => {
  const { outcome } = template;
  const { act, phase, every } = stage;
  if (every === undefined || (hasParts(template) && comesWithPhase(template, stage))) return false;
  return (
    act === 'appeal' ||
    (act === 'recheck' && (phase !== undefined || !outcome.some(({ recheck }) => recheck === every)))
  );
};

/**
 * What of a valid template the platform can not play yet: acts for which a party's role has no permission today, sources
 * that the engine does not compute or nobody can fill in, rules of a panel that nobody keeps, phases that come again in each part of the period,
 * rules of the intake that nobody tests, and awards by what nobody answers. An
 * edition of such a template can not be opened; it may be adopted and shown. A naming is played by evaluation (see `noEdition`).
 */
export const notYetPlayed = (template: Template, tree: Tree = NO_TEXT): readonly Problem[] => {
  const faults = new Faults();
  template.calendar.forEach((stage, at) => {
    const { act, by } = stage;
    manyOf(by).forEach((party, index) => {
      const role = template.parties[party]?.role;
      if (role !== undefined && (comesAgain(template, stage) || !mayAct(template, stage, party)))
        faults.add('ACT_NOT_YET', ['calendar', at, 'by', ...(typeof by === 'string' ? [] : [index])], { act, role });
    });
  });
  for (const [id, source] of Object.entries(template.sources)) {
    const { kind } = source;
    if (kind === 'panel') panelNotYet(id, source, template, faults);
    else if (kind === 'checklist') checklistNotYet(id, source, template, faults);
    else if (kind === 'bonus') bonusNotYet(id, source, template, faults);
    else if (kind === 'ballot') ballotNotYet(id, source, template, faults);
    else measureNotYet(id, source, template, faults);
  }
  template.result.forEach(({ phase, every }, at) => {
    if (every !== 'edition' && !hasParts(template)) faults.add('PERIOD_NOT_YET', ['result', at, 'every'], { phase });
  });
  windowNotYet(template, faults);
  admissionNotYet(template, faults);
  carryNotYet(template, faults);
  sequenceNotYet(template, faults);
  intakeNotYet(template, faults);
  outcomeNotYet(template, faults);
  categoryPlacesNotYet(template, faults);
  unitsNotYet(template, faults);
  meetingsNotYet(template, faults);
  return problemsOf(tree, faults.all);
};
