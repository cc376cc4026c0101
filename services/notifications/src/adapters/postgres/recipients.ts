import { coversSql } from '@jiangong/access/postgres';
import type { Rows } from '@jiangong/read-models';
import type { Audience } from '../../domain/template.ts';
import { checkers, judged, selfScorers, subjects } from './checklist-recipients.ts';
import { SOLVING, solvers } from './known-problems.ts';
import { type FactContext, peopleIn, type People } from './people-in.ts';

/** Holders of a role at a moment. $1 roles, $2 the moment, $3 an organization, $4 an edition (where asked for). */
const HOLDERS = `
  select distinct m.person_id from inbox_mandate m
    join inbox_place h on h.organization_id = m.organization_id and not h.dissolved
    join inbox_place o on o.organization_id = $3
   where m.role = any($1) and m.given_at <= $2 and (m.ends_at is null or m.ends_at > $2)`;

/** Their mandate stands on the organization or above it. */
const OVER = `and ${coversSql('h.path', 'o.path')}`;

/** Their mandate stands on the organization or below it. */
const BELOW = `and ${coversSql('o.path', 'h.path')}`;

type Asked = Readonly<{ where: string; roles: readonly string[]; at: string; organizationId: string }>;

const holders = (rows: Rows, { where, roles, at, organizationId }: Asked): Promise<People> =>
  organizationId === '' ? Promise.resolve([]) : peopleIn(rows, `${HOLDERS} ${where}`, [roles, at, organizationId]);

const evaluators = (rows: Rows, column: 'round_id' | 'edition_id', id: string, pendingOnly: boolean): Promise<People> =>
  peopleIn(rows, `select distinct person_id from inbox_evaluator where ${column} = $1 and not (submitted and $2)`, [
    id,
    pendingOnly,
  ]);

/** Who acts in a stage. `score` is the evaluators' own, `check` theirs who fill check-lists: a round tells them when it opens. */
const ACTING: Readonly<Record<string, Readonly<{ where: string; roles: readonly string[] }>>> = {
  plan: { where: BELOW, roles: ['unit-officer', 'branch-secretary'] },
  deliver: { where: BELOW, roles: ['unit-officer', 'branch-secretary'] },
  declare: { where: BELOW, roles: ['unit-officer'] },
  review: { where: OVER, roles: ['committee-officer'] },
  clear: { where: OVER, roles: ['discipline-inspector'] },
  notice: { where: OVER, roles: ['committee-officer'] },
  decide: { where: OVER, roles: ['committee-officer', 'committee-leader'] },
};

/** An entry of the edition under the mandate, in one of some states. */
const HAS_ENTRY = (place: 'unit_id' | 'branch_id', states?: readonly string[]): string => `exists (
  select 1 from inbox_entry p join inbox_place at on at.organization_id = p.${place}
   where p.edition_id = $4 and ${coversSql('h.path', 'at.path')}
     ${states ? `and p.state in (${states.map((state) => `'${state}'`).join(', ')})` : ''})`;

const ANY_ENTRY = (state: string): string =>
  `exists (select 1 from inbox_entry p where p.edition_id = $4 and p.state = '${state}')`;

const DECLARED = [
  'declared',
  'reviewed',
  'clearance-requested',
  'cleared',
  'blocked',
  'published',
  'objected',
  'entered',
] as const;

/** People of the unit on a list whom it has still to look at. */
const HAS_LISTED = `exists (
  select 1 from inbox_entry p join inbox_place at on at.organization_id = p.unit_id
   where p.edition_id = $4 and p.listed and p.state = 'declared' and ${coversSql('h.path', 'at.path')})`;

type Rule = Readonly<{ role: string; where: string }>;
const LISTED: Rule = { role: 'unit-officer', where: `${BELOW} and ${HAS_LISTED}` };

const pendingAs = (rows: Rows, { at, committeeId, editionId }: FactContext, { role, where }: Rule): Promise<People> =>
  peopleIn(rows, `${HOLDERS} ${where}`, [[role], at, committeeId, editionId]);

/** By stage and role: what is still to do. A stage without an entry reminds whoever acts in it. */
const PENDING: Readonly<Record<string, readonly Rule[]>> = {
  plan: [
    { role: 'branch-secretary', where: `${BELOW} and not ${HAS_ENTRY('branch_id')}` },
    {
      role: 'unit-officer',
      where: `${BELOW} and (${HAS_ENTRY('unit_id', ['planned'])} or not ${HAS_ENTRY('unit_id')})`,
    },
  ],
  deliver: [{ role: 'branch-secretary', where: `${BELOW} and ${HAS_ENTRY('branch_id', ['confirmed'])}` }],
  declare: [
    {
      role: 'unit-officer',
      where: `${BELOW} and ${HAS_ENTRY('unit_id', ['confirmed', 'returned'])} and not ${HAS_ENTRY('unit_id', DECLARED)}`,
    },
  ],
  review: [{ role: 'committee-officer', where: `${OVER} and ${ANY_ENTRY('declared')}` }, LISTED],
  clear: [{ role: 'discipline-inspector', where: `${OVER} and ${ANY_ENTRY('clearance-requested')}` }],
  notice: [{ role: 'committee-officer', where: `${OVER} and ${ANY_ENTRY('objected')}` }],
};

/** A stage in which something may be done and nothing must: its last day has a message of its own. */
const APPEALING = 'appeal';

const acting = async (rows: Rows, context: FactContext): Promise<People> => {
  if (context.stage === 'score') return evaluators(rows, 'edition_id', context.editionId, false);
  const found = ACTING[context.stage];
  const offices = found ? await holders(rows, { ...found, at: context.at, organizationId: context.committeeId }) : [];
  // A list is looked at by the units of those who stand on it.
  return context.stage === 'review' ? [...offices, ...(await pendingAs(rows, context, LISTED))] : offices;
};

const pending = async (rows: Rows, context: FactContext): Promise<People> => {
  if (context.stage === 'check') return [...(await checkers(rows, context)), ...(await selfScorers(rows, context))];
  if (context.stage === 'score') return evaluators(rows, 'edition_id', context.editionId, true);
  if (context.stage === SOLVING) return solvers(rows, context);
  if (context.stage === APPEALING) return [];
  const rules = PENDING[context.stage];
  if (!rules) return acting(rows, context);
  const people: string[] = [];
  for (const rule of rules) people.push(...(await pendingAs(rows, context, rule)));
  return people;
};

const named = (id: string): Promise<People> => Promise.resolve(id === '' ? [] : [id]);

/** What a unit decides by itself is its own matter, and that of those above it: no other unit's. */
const decidingIn = ({ partId, committeeId }: FactContext): string => (partId === '' ? committeeId : partId);

const audienceOf = async (rows: Rows, audience: Audience, context: FactContext): Promise<People> => {
  const { at } = context;
  switch (audience.kind) {
    case 'person':
      return named(context.personId);
    case 'leader':
      return named(context.leaderPersonId);
    case 'evaluators':
      return evaluators(rows, 'round_id', context.roundId, false);
    case 'evaluator-pending':
      return (await evaluators(rows, 'round_id', context.roundId, true)).filter((one) => one === context.personId);
    case 'checkers':
      return checkers(rows, context);
    case 'self-scorers':
      return selfScorers(rows, context);
    case 'appealing':
      return context.stage === APPEALING ? judged(rows, context) : [];
    case 'judged':
      return judged(rows, context);
    case 'subject':
      return subjects(rows, context);
    case 'stage':
      return acting(rows, context);
    case 'stage-pending':
      return pending(rows, context);
    case 'unit':
      return holders(rows, { where: OVER, roles: audience.roles, at, organizationId: context.unitId });
    case 'branch':
      return holders(rows, { where: OVER, roles: audience.roles, at, organizationId: context.branchId });
    case 'below':
      return holders(rows, { where: BELOW, roles: audience.roles, at, organizationId: decidingIn(context) });
    case 'committee':
      return holders(rows, { where: OVER, roles: audience.roles, at, organizationId: decidingIn(context) });
    case 'deciding-unit':
      return holders(rows, { where: OVER, roles: audience.roles, at, organizationId: context.partId });
  }
};

/** The people of all audiences, each once, in a fixed order. */
export const recipientsOf = async (
  rows: Rows,
  audience: readonly Audience[],
  context: FactContext,
): Promise<People> => {
  const people = new Set<string>();
  for (const one of audience) for (const person of await audienceOf(rows, one, context)) people.add(person);
  return [...people].toSorted();
};
