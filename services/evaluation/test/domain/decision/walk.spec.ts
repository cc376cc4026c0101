import { describe, expect, it } from '@jest/globals';
import { shippedHolidays } from '@jiangong/calendar';
import { isRefusal } from '@jiangong/event-store';
import fc from 'fast-check';
import type { AnnulmentProposal, Decidable } from '../../../src/domain/decision/decidable.ts';
import { annulmentTermsRefusal, decideTaken } from '../../../src/domain/decision/decide-taken.ts';
import { decisionDecider } from '../../../src/domain/decision/decider.ts';
import type { DecisionOrder } from '../../../src/domain/decision/orders.ts';
import type { DecisionState } from '../../../src/domain/decision/state.ts';
import type { TakenOrder } from '../../../src/domain/decision/taken-orders.ts';
import { decidable, evolved, issueCircular, recordMinutes } from './example-decidable.ts';

const DAY_MS = 86_400_000;
const START = Date.parse('2021-12-10T02:00:00.000Z');
const MEMBERS = ['l1', 'l2', 'l3'] as const;
const INSPECTOR = { personId: 'inspector-1', role: 'discipline-inspector' };

/** What is decided upon, the minutes over it, the clock, and what people elsewhere did. */
type World = Readonly<{
  standing: Decidable;
  minutes: readonly DecisionState[];
  day: number;
  results: number;
  proposals: number;
  objections: readonly string[];
}>;
type Step = (world: World) => World;
type Deciding = typeof decideTaken;

const nowOf = ({ day }: World): string => new Date(START + day * DAY_MS).toISOString();

const begin: World = {
  standing: decidable({ notice: { noticeId: 'proposed', days: 5, clock: 'working' } }),
  minutes: [],
  day: 0,
  results: 1,
  proposals: 0,
  objections: [],
};

const sent =
  (deciding: Deciding, order: (world: World) => TakenOrder | undefined): Step =>
  (world) => {
    const given = order(world);
    const made = given && deciding(world.standing, given);
    if (made === undefined || isRefusal(made)) return world;
    let { standing } = world;
    for (const fact of made) {
      standing = { ...standing, taken: evolved(standing.taken, fact) };
      if (fact.type === 'DecisionAnnulled.v1')
        standing = {
          ...standing,
          annulled: [...standing.annulled, fact.data.decisionId],
          annulments: standing.annulments.filter(({ proposalId }) => proposalId !== fact.data.proposalId),
        };
    }
    return { ...world, standing };
  };

/** The latest minutes, one order further; new ones where the order records. */
const minuted =
  (order: (world: World) => DecisionOrder): Step =>
  (world) => {
    const given = order(world);
    const isNew = given.type === 'RecordMinutes';
    const before = isNew ? decisionDecider.initial : (world.minutes.at(-1) ?? decisionDecider.initial);
    const made = decisionDecider.decide(before, given);
    if (isRefusal(made)) return world;
    const after = made.reduce(decisionDecider.evolve, before);
    return { ...world, minutes: isNew ? [...world.minutes, after] : [...world.minutes.slice(0, -1), after] };
  };

const record: Step = minuted((world) =>
  recordMinutes({
    now: nowOf(world),
    decidable: world.standing,
    decisionId: `decision-${world.minutes.length + 1}`,
    resultHash: world.standing.result?.resultHash ?? '',
    meetingOn: nowOf(world).slice(0, 10),
    present: [...MEMBERS],
  }),
);
const attestedBy = (personId: string): Step =>
  minuted((world) => ({ type: 'AttestMinutes', now: nowOf(world), personId, decidable: world.standing }));
const withdraw: Step = minuted((world) => ({ type: 'WithdrawMinutes', now: nowOf(world), by: 'o', why: '重新登记' }));

const takeStep = (deciding: Deciding): Step =>
  sent(deciding, (world) => {
    const latest = world.minutes.at(-1);
    return latest?.kind === 'attested'
      ? { type: 'TakeDecision', now: nowOf(world), minutes: latest.minutes }
      : undefined;
  });

/** Something moved: a recusal, a taking-out. */
const outdate: Step = (world) =>
  world.standing.taken.kind === 'undecided' ? { ...world, standing: { ...world.standing, outdated: true } } : world;
const compute: Step = (world) => {
  if (world.standing.taken.kind !== 'undecided' || !world.standing.outdated) return world;
  const results = world.results + 1;
  const result = {
    resultHash: String(results).padStart(64, '0'),
    computedAt: nowOf(world),
    ranking: world.standing.result?.ranking ?? [],
  };
  return { ...world, results, standing: { ...world.standing, result, outdated: false } };
};

const proposeAnnulment: Step = (world) => {
  const { taken } = world.standing;
  if (taken.kind === 'undecided') return world;
  const terms = { act: 'AnnulDecision', decisionId: taken.decision.decisionId, reason: 'wrong-result' } as const;
  if (annulmentTermsRefusal(world.standing, terms)) return world;
  const proposals = world.proposals + 1;
  const proposal: AnnulmentProposal = {
    proposalId: `p${proposals}`,
    act: 'AnnulDecision',
    proposedBy: 'officer-1',
    role: 'committee-officer',
    proposedAt: nowOf(world),
    terms,
  };
  const annulments = [...world.standing.annulments, proposal];
  return { ...world, proposals, standing: { ...world.standing, annulments } };
};
const rejectAnnulments: Step = (world) => ({ ...world, standing: { ...world.standing, annulments: [] } });
const annulStep = (deciding: Deciding): Step =>
  sent(deciding, (world) => {
    const proposal = world.standing.annulments.at(-1);
    return (
      proposal && {
        type: 'AnnulDecision',
        now: nowOf(world),
        proposalId: proposal.proposalId,
        by: INSPECTOR,
        why: '属实',
      }
    );
  });

const publish = (deciding: Deciding): Step =>
  sent(deciding, (world) => ({ type: 'PublishProposal', now: nowOf(world), holidays: shippedHolidays }));
const hear =
  (deciding: Deciding): Step =>
  (world) => {
    const objectionId = `o${world.objections.length + 1}`;
    const heard = sent(deciding, (at) => ({ type: 'HearObjection', now: nowOf(at), objectionId, entryId: 'entry-a' }))(
      world,
    );
    return heard === world ? world : { ...heard, objections: [...world.objections, objectionId] };
  };
const settle =
  (deciding: Deciding, upheld: boolean): Step =>
  (world) =>
    world.objections.reduce(
      (at, objectionId) =>
        sent(deciding, (now) => {
          const { taken } = now.standing;
          const open =
            taken.kind === 'decided' &&
            taken.decision.objections.some((one) => one.objectionId === objectionId && one.answer === 'open');
          return open ? { type: 'HearObjectionSettled', now: nowOf(now), objectionId, upheld } : undefined;
        })(at),
      world,
    );
const issue = (deciding: Deciding): Step =>
  sent(deciding, (world) => {
    const { taken } = world.standing;
    return taken.kind === 'decided' ? issueCircular(taken.decision.awards.length, { now: nowOf(world) }) : undefined;
  });
const passDays =
  (days: number): Step =>
  (world) => ({ ...world, day: world.day + days });

const after = (world: World, steps: readonly Step[]): World => steps.reduce((at, step) => step(at), world);

const stepsOf = (deciding: Deciding): Readonly<Record<string, Step>> => ({
  record,
  ...Object.fromEntries(MEMBERS.map((member) => [`attest ${member}`, attestedBy(member)])),
  withdraw,
  take: takeStep(deciding),
  'a whole meeting': (world) => after(world, [record, ...MEMBERS.map(attestedBy), takeStep(deciding)]),
  outdate,
  compute,
  'propose annulment': proposeAnnulment,
  'reject annulments': rejectAnnulments,
  annul: annulStep(deciding),
  publish: publish(deciding),
  'hear an objection': hear(deciding),
  'uphold objections': settle(deciding, true),
  'reject objections': settle(deciding, false),
  issue: issue(deciding),
  'a day': passDays(1),
  'ten days': passDays(10),
});

/** What a committee does that wants to come to an end: nothing but orders that are open to it. */
const waysOn = (deciding: Deciding): readonly Step[] => [
  settle(deciding, false),
  rejectAnnulments,
  compute,
  record,
  ...MEMBERS.map(attestedBy),
  takeStep(deciding),
  publish(deciding),
  passDays(20),
  issue(deciding),
];
const undoing = (deciding: Deciding): readonly Step[] => [proposeAnnulment, annulStep(deciding)];

const ends = ({ standing }: World): boolean => standing.taken.kind === 'commended';

/** From here the circular is reached, if need be by undoing the decision first. */
const reachesAnEnd = (deciding: Deciding, world: World): boolean =>
  ends(after(world, waysOn(deciding))) || ends(after(after(world, undoing(deciding)), waysOn(deciding)));

const walked = (deciding: Deciding, names: readonly string[]): World => {
  const steps = stepsOf(deciding);
  return after(
    begin,
    names.map((name) => steps[name] as Step),
  );
};
const walks = fc.array(fc.constantFrom(...Object.keys(stepsOf(decideTaken))), { maxLength: 40 });

describe('from every state of a decision', () => {
  it('the circular is reached, or the decision can be undone and taken anew', () =>
    fc.assert(
      fc.property(walks, (names) => {
        expect(reachesAnEnd(decideTaken, walked(decideTaken, names))).toBe(true);
      }),
      { numRuns: 250 },
    ));

  it('a decision once commended can still be undone', () =>
    fc.assert(
      fc.property(walks, (names) => {
        const first = after(walked(decideTaken, names), waysOn(decideTaken));
        const world = ends(first) ? first : after(after(first, undoing(decideTaken)), waysOn(decideTaken));
        expect(ends(world)).toBe(true);
        const undone = after(world, undoing(decideTaken));
        expect(undone.standing.taken.kind).toBe('undecided');
      }),
      { numRuns: 100 },
    ));

  it('a dead end that somebody builds in is found: no annulment once an objection was upheld', () => {
    const stuck: Deciding = (standing, order) => {
      const { taken } = standing;
      const upheld = taken.kind === 'decided' && taken.decision.objections.some(({ answer }) => answer === 'upheld');
      if (order.type === 'AnnulDecision' && upheld) return { reason: 'PROPOSAL_LAPSED', field: 'proposalId' };
      return decideTaken(standing, order);
    };
    const found = fc.check(
      fc.property(walks, (names) => reachesAnEnd(stuck, walked(stuck, names))),
      { numRuns: 1_000, seed: 1 },
    );
    expect(found.failed).toBe(true);
  });
});
