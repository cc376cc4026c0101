import { ELECTORATE_ID_MAX, electorateTableId } from './compile/electorate-tables.ts';
import type { Faults } from './faults.ts';
import type { Template } from './template/template.ts';
import { isByCode, isHeldByCode } from './votes-by-code.ts';

type SecretBallot = Extract<Template['sources'][string], { kind: 'ballot' }>;

/** Where a voter's role is held: among the organizations of the edition. */
const VOTING_SCOPES: readonly string[] = ['edition', 'own', 'home', 'line'];

/** What each electorate came to is taken by a row of its own, so that somebody says what it weighs; one that no row takes votes for nothing. */
const areTakenApart = (id: string, { electorates }: SecretBallot, { result }: Template): boolean => {
  if (electorates.length === 1) return true;
  const taken = result.flatMap(({ steps }) =>
    steps.flatMap((step) => ('take' in step && step.take === id ? [step.electorate] : [])),
  );
  return !taken.includes(undefined) && electorates.every((one) => taken.includes(one.id));
};

/** A group is joined with another one of the ballot, or with all that the superior has; everybody is with everybody already. */
const isJoinable = (
  { electorates }: SecretBallot,
  { id, scope, merge }: SecretBallot['electorates'][number],
): boolean => {
  if (merge === undefined) return true;
  if (merge === 'superior') return scope === 'entry';
  return merge !== id && electorates.some((one) => one.id === merge);
};

/** The tables of electorates have ids of their own, which no other source may have. */
const areNamedApart = (id: string, { electorates }: SecretBallot, { sources }: Template): boolean =>
  electorates.length === 1 ||
  electorates
    .map((one) => electorateTableId(id, one.id))
    .every((table) => table.length <= ELECTORATE_ID_MAX && !Object.hasOwn(sources, table));

/**
 * A share of one paper is kept where everybody has one paper for all that he votes about: of several groups he would have several. What else
 * controls may say (shares of other levels, no two alike) nobody keeps on a ballot.
 */
const isControlled = ({ controls, electorates, own }: SecretBallot): boolean =>
  controls === undefined ||
  (controls.full !== undefined &&
    controls.spread === undefined &&
    controls.distinct !== true &&
    own === 'allow' &&
    electorates.length === 1 &&
    electorates.every(({ merge }) => merge === undefined));

/**
 * A paper box holds the papers of one electorate: nobody joins piles that lie apart, and what is on one paper nobody sees in its counts. Who
 * votes on paper needs no account; the meeting knows him.
 */
const isCountedOnPaper = ({ electorates, controls }: SecretBallot): boolean =>
  controls === undefined && electorates.length === 1 && electorates.every(({ merge }) => merge === undefined);

/**
 * So many names at most are picked on one paper, where everybody has one for all names of a category that he votes about. That just so many
 * are, and several questions or a share beside it, nobody keeps.
 */
const isPicked = ({ pick, controls, questions = [], electorates, own }: SecretBallot): boolean =>
  pick === undefined ||
  (pick.atMost !== undefined &&
    controls === undefined &&
    questions.length < 2 &&
    own === 'allow' &&
    electorates.length === 1 &&
    electorates.every(({ merge }) => merge === undefined));

/** Electronic voters without an account and without a code: nobody knows who they are. Told where the party says so, or, of the public, at the ballot. */
const votersNotYet = (id: string, ballot: SecretBallot, { parties }: Template, faults: Faults): void => {
  for (const { who } of ballot.electorates) {
    const { role, scope = '' } = parties[who] ?? {};
    if (role !== 'public' && !VOTING_SCOPES.includes(scope))
      faults.add('VOTERS_NOT_YET', ['parties', who, 'scope'], {
        given: id,
        party: who,
        choices: VOTING_SCOPES.join(', '),
      });
  }
};

/** Rules of a secret ballot that nobody keeps. */
export const ballotNotYet = (id: string, ballot: SecretBallot, template: Template, faults: Faults): void => {
  const { electorates } = ballot;
  const byCode = isByCode(ballot, template);
  if (!byCode && !ballot.box) votersNotYet(id, ballot, template, faults);
  const isKnown = ballot.box || electorates.every(({ who }) => template.parties[who]?.role !== 'public');
  const isHeld =
    (byCode ? isHeldByCode(ballot) : isKnown) &&
    electorates.every((electorate) => isJoinable(ballot, electorate)) &&
    areTakenApart(id, ballot, template) &&
    areNamedApart(id, ballot, template);
  const broken = {
    pick: !isPicked(ballot),
    electorates: !isHeld,
    // Whoever votes about his own unit alone would have no vote.
    own: ballot.own !== 'allow' && electorates.some(({ scope }) => scope === 'entry'),
    box: ballot.box && !isCountedOnPaper(ballot),
    controls: !isControlled(ballot),
  };
  for (const [rule, isBroken] of Object.entries(broken))
    if (isBroken) faults.add('PANEL_RULE_NOT_YET', ['sources', id, rule], { given: id, rule });
};
