import type { CompiledTemplate } from '@jiangong/programmes';
import { decidesByMeetings, isTooSmall } from './acts/branch-meeting.ts';
import { standsForVote } from './acts/standing-for-vote.ts';
import { enrolsMembers } from './acts/enrolling.ts';
import { decidesByUnits, deputiesOf } from './acts/unit-deciding.ts';
import { officeMember, officesIn } from './acts/offices.ts';
import type { Panel } from './acts/panels.ts';
import { inventWorld, type World } from '../demo/world/invented-world.ts';
import { COMMITTEE, EXPERTS as EXPERTS_INVENTED, EXPERTS_FROM_UNITS, LEADERS } from '../demo/world/people.ts';

/** How many of whom a template needs at least, so that its rules can be kept. */
export type Needs = Readonly<{
  units: number;
  experts: number;
  body: number;
  voters: readonly VotingRole[];
  /** Units decide, and have a body for it. */
  unitBodies?: boolean;
  /** An appraisal office checks or grants. */
  appraises?: boolean;
  /** Offices within a party check, each of them a unit. */
  offices?: number;
  /** Full members stand on the roll. */
  members?: boolean;
  /** The members of each branch meet and decide. */
  meetings?: boolean;
}>;

/** Roles of which the invented province has nobody but for a vote. */
const VOTING = ['member', 'mass-voter'] as const;
type VotingRole = (typeof VOTING)[number];
/** Of each role and unit: one more than a group that is counted alone. */
const VOTERS_OF_UNIT = 6;

/** A ranking of fewer says nothing, and each expert who comes from a unit has one of his own. */
const UNITS_LEAST = EXPERTS_FROM_UNITS;
/** A unit does not score its own entries, and one more may be silent. */
const UNITS_SPARE = 2;
const UNITS_INVENTED = 70;
/** Experts of the committee's own, who belong to no unit. */
const EXPERTS_OWN = EXPERTS_INVENTED - EXPERTS_FROM_UNITS;
const PANEL_LEAST = 3;
const BRANCHES = 1;
/** So many of each unit stand on a roll of members beside the secretary of their branch, and sign in. */
const MEMBERS_OF_UNIT = 4;
const FULL_SINCE = '2012-07-01';

/** The least number of sheets that a row asks of a source, and more than it drops. */
const sheetsOf = ({ phases }: CompiledTemplate, source: string): number =>
  Math.max(
    PANEL_LEAST,
    ...phases
      .flatMap(({ rows }) => rows)
      .map((row) => {
        if (row.op !== 'take-panel' || row.source !== source) return 0;
        const dropped = row.reduce.how === 'trimmed' ? row.reduce.high + row.reduce.low + 1 : 0;
        return Math.max(row.least, dropped);
      }),
  );

/** So many seats that each entry gets its evaluators, where it is dealt out, and one to spare. */
const seatsOf = (compiled: CompiledTemplate, { id, filling }: Panel): number =>
  Math.max(sheetsOf(compiled, id), filling.assignEach === null ? 0 : filling.assignEach + 1);

const SHARE_WHOLE = 10_000;

/** So many units that a share of their roll is somebody. */
const unitsForShares = ({ outcome }: CompiledTemplate): number =>
  Math.max(
    0,
    ...outcome.map(({ ranking: { of, to, pick } }) =>
      of === 'roll' && to === 'home' && 'share' in pick ? Math.ceil(SHARE_WHOLE / pick.share) : 0,
    ),
  );

const votersOf = ({ sources, parties }: CompiledTemplate): readonly VotingRole[] => {
  const roles = sources.flatMap((source) =>
    source.kind === 'ballot' && source.filling.box !== true
      ? source.filling.electorates.map(({ who }) => parties[who]?.role ?? '')
      : [],
  );
  return VOTING.filter((role) => roles.includes(role));
};

export const needsOf = (compiled: CompiledTemplate): Needs => {
  const seats = compiled.sources.flatMap((source) =>
    source.kind === 'panel'
      ? [{ role: compiled.parties[source.filling.by]?.role, sheets: seatsOf(compiled, source) }]
      : [],
  );
  const sheetsBy = (role: string): number =>
    Math.max(0, ...seats.filter((seat) => seat.role === role).map(({ sheets }) => sheets));
  return {
    units: Math.max(UNITS_LEAST, sheetsBy('unit-officer') + UNITS_SPARE, unitsForShares(compiled)),
    experts: sheetsBy('expert'),
    body: Math.max(0, ...Object.values(compiled.parties).map(({ least }) => least ?? 0)),
    voters: votersOf(compiled),
    // The committee of the unit decides for a branch that is too small.
    unitBodies: decidesByUnits(compiled) || decidesByMeetings(compiled),
    meetings: decidesByMeetings(compiled),
    appraises: Object.values(compiled.parties).some(({ role }) => role === 'appraisal-office'),
    offices: officesIn({ compiled }).length,
    members: enrolsMembers({ compiled }) || standsForVote(compiled),
  };
};

export const togetherOf = (needs: readonly Needs[]): Needs => ({
  units: Math.max(...needs.map(({ units }) => units)),
  experts: Math.max(...needs.map(({ experts }) => experts)),
  body: Math.max(...needs.map(({ body }) => body)),
  voters: VOTING.filter((role) => needs.some(({ voters }) => voters.includes(role))),
  unitBodies: needs.some(({ unitBodies = false }) => unitBodies),
  appraises: needs.some(({ appraises = false }) => appraises),
  offices: Math.max(...needs.map(({ offices = 0 }) => offices)),
  members: needs.some(({ members = false }) => members),
  meetings: needs.some(({ meetings = false }) => meetings),
});

/** Kinds of sources for which somebody of the invented province knows how to fill them. */
const FILLED: readonly string[] = ['panel', 'checklist', 'bonus', 'measure', 'ballot'];

/** What the invented province does not have, or can not fill; undefined: nothing. */
export const lacking = (compiled: CompiledTemplate): string | undefined => {
  const { units, experts, body } = needsOf(compiled);
  // A naming is decided over a list of its series, without a phase.
  if (compiled.phases.length === 0) return 'a naming is played over the editions of its series';
  const strange = compiled.sources.find(({ kind }) => !FILLED.includes(kind));
  if (strange) return `nobody of the invented province fills the ${strange.kind} ${strange.id} yet`;
  if (units > UNITS_INVENTED) return `${units} units are needed, and the invented province has ${UNITS_INVENTED}`;
  if (experts > EXPERTS_OWN) return `${experts} experts are needed, and the invented committee has ${EXPERTS_OWN}`;
  if (body > LEADERS) return `a body of ${body} is needed, and the invented committee has ${LEADERS} leaders`;
  return undefined;
};

const expertNumber = (code: string): number => Number(/^expert-(\d+)$/.exec(code)?.[1] ?? 0);

/** No programme asks for the operator, and few for an appraisal office. */
const OPERATOR = 'operator-1';
const APPRAISER = 'appraiser-1';

/**
 * The invented province of the demo, cut down to what is needed, and one expert who comes from a unit and scores none of its own.
 * `everybody`: also who has no part in any programme.
 */
export const castOf = (seed: string, needs: Needs, everybody = false): World => {
  const world = inventWorld(seed, [], needs.units);
  const units = world.units.map((unit) => ({ ...unit, branches: unit.branches.slice(0, BRANCHES) }));
  const places = new Set([
    'committee',
    ...units.flatMap(({ code, branches }) => [code, ...branches.map((one) => one.code)]),
  ]);
  const isConvened = (code: string): boolean => {
    const number = expertNumber(code);
    return (
      number === 0 || number === 1 || (number > EXPERTS_FROM_UNITS && number <= EXPERTS_FROM_UNITS + needs.experts)
    );
  };
  const people = world.people
    .filter(({ code }) => everybody || (code !== OPERATOR && (code !== APPRAISER || needs.appraises === true)))
    .filter(({ code }) => isConvened(code) && (needs.experts > 0 || expertNumber(code) === 0))
    .map((person) => ({ ...person, grants: person.grants.filter(({ organization }) => places.has(organization)) }));
  const voters = units.flatMap(({ code: unit }) =>
    needs.voters.flatMap((role) =>
      Array.from({ length: VOTERS_OF_UNIT }, (_, at) => {
        const code = `${unit}-${role}-${at + 1}`;
        const grants = [{ role, organization: unit }];
        return { code, name: `投票人${at + 1}（虚构）`, login: code, home: unit, grants };
      }),
    ),
  );
  const members = (needs.members === true ? units : []).flatMap(({ code: unit, branches: [branch] }) =>
    Array.from({ length: MEMBERS_OF_UNIT }, (_, at) => {
      const code = `${unit}-enrolled-${at + 1}`;
      const home = branch?.code ?? unit;
      const isMember = needs.meetings === true && !isTooSmall(units, unit);
      const grants = isMember ? [{ role: 'member', organization: home } as const] : [];
      return { code, name: `在册党员${at + 1}（虚构）`, login: code, home, grants, fullSince: FULL_SINCE };
    }),
  );
  const enrolled = people.map((one) =>
    needs.members === true && one.grants.some(({ role }) => role === 'branch-secretary')
      ? { ...one, fullSince: FULL_SINCE }
      : one,
  );
  // A body is of more than one.
  const deputies = (needs.unitBodies === true ? units : []).flatMap(({ code: unit }) =>
    deputiesOf(unit).map((code, at) => {
      const grants = [{ role: 'unit-officer', organization: unit }] as const;
      return { code, name: `机关党委委员${at + 1}（虚构）`, login: code, home: unit, grants };
    }),
  );
  // Of the first units, which are offices that check.
  const officers = units.slice(0, needs.offices ?? 0).map(({ code: home }, at) => {
    const code = officeMember(at);
    const grants = [{ role: 'appraisal-office', organization: COMMITTEE }] as const;
    return { code, name: `成员单位考评员${at + 1}（虚构）`, login: code, home, grants };
  });
  const everyone = [...enrolled, ...voters, ...members, ...deputies, ...officers];
  return { ...world, units, people: everyone, evaluators: [], editions: [] };
};
