import type { Faults } from './faults.ts';
import { phaseOfStage } from './round-stages.ts';
import type { StageRule } from './template/calendar.ts';
import { manyOf } from './template/names.ts';
import type { Template } from './template/template.ts';

type Act = StageRule['act'];

/** Whether whoever is proposed stands as a candidate first, and is declared once he was voted upon. */
export const standsForVote = ({ intake }: Readonly<{ intake: Pick<Template['intake'], 'how'> }>): boolean =>
  intake.how === 'put-forward';

/** What is done before the vote, and what between the vote and the decision; everything else where it stands anywhere. */
const BEFORE_VOTE: readonly Act[] = ['propose'];
const AFTER_VOTE: readonly Act[] = ['declare', 'review', 'clear'];
/** What would have to be done to candidates, and is not: they are neither planned nor reported on, nor made known before the decision. */
const NEVER: readonly Act[] = ['plan', 'deliver'];

/** A stage that comes too early, too late, or not at all. */
const isMisplaced = (
  { act }: StageRule,
  at: number,
  { vote, decide }: Readonly<Record<'vote' | 'decide', number>>,
): boolean => {
  if (NEVER.includes(act)) return true;
  if (BEFORE_VOTE.includes(act)) return at > vote;
  if (AFTER_VOTE.includes(act)) return at < vote || at > decide;
  return act === 'notice' && at < decide;
};

const isVotedUpon = ({ sources }: Template, step: Template['result'][number]['steps'][number]): boolean => {
  const source = 'take' in step ? sources[step.take] : undefined;
  return (
    source === undefined || (source.kind === 'ballot' && source.electorates.every(({ scope }) => scope === 'entry'))
  );
};

/** The one phase is a vote of each branch about its own, in one stage. */
const isVote = (template: Template): boolean => {
  const { intake, result, calendar } = template;
  const [phase] = result;
  if (phase === undefined || result.length > 1 || phase.phase !== intake.from || phase.admits !== 'all') return false;
  return (
    phase.within === 'home' &&
    phase.steps.every((step) => isVotedUpon(template, step)) &&
    calendar.filter((stage) => phaseOfStage(template, stage) === phase.phase).length === 1
  );
};

/**
 * Candidates of branches: each branch votes about its own, the unit declares of them, and what was declared is reviewed and cleared before
 * anything is decided.
 */
export const candidatesNotYet = (template: Template, faults: Faults): void => {
  const { intake, parties, subjects, calendar } = template;
  const add = (...path: readonly (string | number)[]): void => faults.add('INTAKE_NOT_YET', path, { how: intake.how });
  const nominator = parties[intake.by ?? ''];
  if (nominator?.role !== 'unit-officer' || nominator.scope !== 'own') add('intake', 'by');
  if (!isVote(template)) add('intake', 'from');
  subjects.forEach(({ kind }, at) => {
    if (kind !== 'person' && kind !== 'organization') add('subjects', at, 'kind');
  });
  const vote = calendar.findIndex((stage) => phaseOfStage(template, stage) === intake.from);
  const decide = calendar.findIndex(({ act }) => act === 'decide');
  if (vote === -1 || decide === -1 || calendar.every(({ act }) => act !== 'declare')) return add('intake', 'how');
  calendar.forEach((stage, at) => {
    if (isMisplaced(stage, at, { vote, decide })) add('calendar', at, 'act');
    else if (stage.act === 'decide' && manyOf(stage.by).some((party) => parties[party]?.role === 'unit-officer'))
      add('calendar', at, 'by');
  });
};
