import { describe, it } from '@jest/globals';
import { deciderSpec } from '@jiangong/event-store/testing';
import { rulesHash } from '@jiangong/scoring';
import { roundDecider } from '../../src/domain/round/decider.ts';
import type { PrepareRound } from '../../src/domain/round/orders.ts';
import {
  admitted,
  assigned,
  closed,
  COMMITTEE,
  EDITION,
  entryOf,
  NOW,
  opened,
  panel,
  plan,
  prepared,
  ROUND,
  SCHEME,
  scheme,
  untilClosed,
  untilOpen,
} from './example-round.ts';

const { given } = deciderSpec(roundDecider);
const admit = (name: string, editionId = EDITION) =>
  ({ kind: 'admit-entry', editionId, entry: entryOf(name), now: NOW }) as const;
const prepare: PrepareRound = {
  kind: 'prepare-round',
  roundId: ROUND,
  editionId: EDITION,
  committeeId: COMMITTEE,
  schemeId: SCHEME,
  scheme,
  plan,
  now: NOW,
};
const assign = (...evaluators: readonly (readonly [string, string])[]) =>
  ({
    kind: 'assign-evaluators',
    evaluators: evaluators.map(([personId, groupId]) => ({ personId, groupId, unitId: null })),
    now: NOW,
  }) as const;
const recuse = (personId: string, entryId: string, reason = 'former-unit') =>
  ({ kind: 'declare-recusal', personId, entryId, reason, now: NOW }) as const;
const remove = (personId: string, reason = 'unavailable') =>
  ({ kind: 'remove-evaluator', personId, reason, now: NOW }) as const;
const open = { kind: 'open-round', scoring: 'open', now: NOW } as const;

describe('entries', () => {
  it('are admitted before anybody prepared the round', () =>
    given()
      .when(admit('a'))
      .then({ type: 'EntryAdmitted.v1', data: { editionId: EDITION, ...entryOf('a') } }));
  it('are admitted once', () =>
    given(...admitted)
      .when(admit('a'))
      .then());
  it('are admitted to a prepared round', () =>
    given(prepared)
      .when(admit('a'))
      .then({ type: 'EntryAdmitted.v1', data: { editionId: EDITION, ...entryOf('a') } }));
  it('come too late once the round is open', () =>
    given(...untilOpen)
      .when(admit('d'))
      .thenRefused({ reason: 'ROUND_OPEN_ALREADY', field: 'entryId' }));
  it('belong to one edition', () =>
    given(...admitted)
      .when(admit('d', 'another'))
      .thenRefused({ reason: 'EDITION_OF_ANOTHER_ROUND', field: 'editionId' }));
});

describe('a round', () => {
  it('is prepared with a scheme and a plan', () =>
    given(...admitted)
      .when(prepare)
      .then(prepared));
  it('is prepared anew as long as nobody is assigned', () => given(prepared).when(prepare).then(prepared));
  it('is not prepared anew once somebody is assigned', () =>
    given(prepared, ...panel)
      .when(prepare)
      .thenRefused({ reason: 'ROUND_HAS_EVALUATORS', field: 'editionId' }));
  it('is not prepared anew once it is open', () =>
    given(...untilOpen)
      .when(prepare)
      .thenRefused({ reason: 'ROUND_OPEN_ALREADY', field: 'editionId' }));
  it('needs a valid awards plan, and says where it is not', () =>
    given()
      .when({ ...prepare, plan: { ...plan, leaderGrades: ['gold'] } })
      .thenRefused({ reason: 'AWARDS_PLAN_INVALID', field: 'plan.leaderGrades[0]' }));
  it('freezes its rules when it opens', () =>
    given(...admitted, prepared, ...panel)
      .when(open)
      .then(
        { type: 'RulesFrozen.v1', data: { roundId: ROUND, rulesHash: rulesHash(scheme, plan) } },
        { type: 'RoundOpened.v1', data: { roundId: ROUND, editionId: EDITION, entryCount: 3 } },
      ));
  it('opens once', () =>
    given(...untilOpen)
      .when(open)
      .then());
  it('does not open unprepared', () =>
    given(...admitted)
      .when(open)
      .thenRefused({ reason: 'ROUND_NOT_PREPARED', field: 'roundId' }));
  it('does not open without entries', () =>
    given(prepared).when(open).thenRefused({ reason: 'ROUND_HAS_NO_ENTRIES', field: 'roundId' }));
  it('does not open again after closing', () =>
    given(...untilClosed)
      .when(open)
      .thenRefused({ reason: 'ROUND_CLOSED', field: 'roundId' }));
  it('does not open by hand when scoring is not open: nothing would ever close it', () =>
    given(...admitted, prepared)
      .when({ ...open, scoring: 'not-open' })
      .thenRefused({ reason: 'SCORING_NOT_OPEN', field: 'roundId' }));
  it('closes at an index of the log', () =>
    given(...untilOpen)
      .when({ kind: 'close-round', lastIndex: 100, now: NOW })
      .then(closed));
  it('closes once', () =>
    given(...untilClosed)
      .when({ kind: 'close-round', lastIndex: 200, now: NOW })
      .then());
  it('that scoring passed by closes unopened, and stays closed', () => {
    const passed = [
      { type: 'RulesFrozen.v1', data: { roundId: ROUND, rulesHash: rulesHash(scheme, plan) } },
      { type: 'RoundClosed.v1', data: { roundId: ROUND, editionId: EDITION, lastIndex: 7 } },
    ] as const;
    given(...admitted, prepared)
      .when({ kind: 'close-round', lastIndex: 7, now: NOW })
      .then(...passed);
    given(...admitted, prepared, ...passed)
      .when(open)
      .thenRefused({ reason: 'ROUND_CLOSED', field: 'roundId' });
  });
  it('that nobody prepared does not close', () =>
    given(...admitted)
      .when({ kind: 'close-round', lastIndex: 1, now: NOW })
      .thenRefused({ reason: 'ROUND_NOT_PREPARED', field: 'roundId' }));
});

describe('evaluators', () => {
  it('are assigned to a group of the scheme', () =>
    given(prepared)
      .when(assign(['p', 'experts']))
      .then(assigned('p', 'experts', null)));
  it('who are in the group already stay as they are', () =>
    given(prepared, ...panel)
      .when(assign(['expert-1', 'experts'], ['p', 'units']))
      .then(assigned('p', 'units', null)));
  it('belong to one group', () =>
    given(prepared, ...panel)
      .when(assign(['expert-1', 'units']))
      .thenRefused({ reason: 'EVALUATOR_IN_ANOTHER_GROUP', field: 'evaluators[0].groupId' }));
  it('stand once in a list', () =>
    given(prepared)
      .when(assign(['p', 'units'], ['p', 'units']))
      .thenRefused({ reason: 'EVALUATOR_TWICE', field: 'evaluators[1].personId' }));
  it('need a known group', () =>
    given(prepared)
      .when(assign(['p', 'judges']))
      .thenRefused({ reason: 'GROUP_UNKNOWN', field: 'evaluators[0].groupId' }));
  it('are named in the order', () =>
    given(prepared).when(assign()).thenRefused({ reason: 'EVALUATORS_NONE', field: 'evaluators' }));
  it('are assigned 500 at a time at most', () =>
    given(prepared)
      .when(assign(...Array.from({ length: 501 }, (_, at) => [`p${at}`, 'units'] as const)))
      .thenRefused({ reason: 'EVALUATORS_TOO_MANY', field: 'evaluators' }));
  it('can still join an open round', () =>
    given(...untilOpen)
      .when(assign(['p', 'units']))
      .then(assigned('p', 'units', null)));
  it('can not join a closed round', () =>
    given(...untilClosed)
      .when(assign(['p', 'units']))
      .thenRefused({ reason: 'ROUND_CLOSED', field: 'roundId' }));
  it('are not assigned before the round is prepared', () =>
    given()
      .when(assign(['p', 'units']))
      .thenRefused({ reason: 'ROUND_NOT_PREPARED', field: 'roundId' }));
  it('are removed with a reason', () =>
    given(...untilOpen)
      .when(remove('expert-1'))
      .then({
        type: 'EvaluatorRemoved.v1',
        data: { roundId: ROUND, editionId: EDITION, personId: 'expert-1', reason: 'unavailable' },
      }));
  it('are removed for a reason that has a word, without a story about a person', () =>
    given(...untilOpen)
      .when(remove('expert-1', '因病住院'))
      .thenRefused({ reason: 'REMOVAL_REASON_UNKNOWN', field: 'reason' }));
  it('who are not there can not be removed', () =>
    given(...untilOpen)
      .when(remove('p'))
      .thenRefused({ reason: 'EVALUATOR_UNKNOWN', field: 'personId' }));
});

describe('recusal', () => {
  const declared = (late: boolean) =>
    ({
      type: 'RecusalDeclared.v1',
      data: { roundId: ROUND, personId: 'expert-1', entryId: 'entry-b', reason: 'former-unit', late },
    }) as const;
  it('is declared for one entry with a reason', () =>
    given(...untilOpen)
      .when(recuse('expert-1', 'entry-b'))
      .then(declared(false)));
  it('after the closing is late', () =>
    given(...untilClosed)
      .when(recuse('expert-1', 'entry-b'))
      .then(declared(true)));
  it('is declared once', () =>
    given(...untilOpen, declared(false))
      .when(recuse('expert-1', 'entry-b'))
      .then());
  it('from an entry of the own unit needs no declaration', () =>
    given(...untilOpen)
      .when(recuse('officer-a', 'entry-a'))
      .then());
  it.each(['', '他的弟弟负责该项目'])('has a word for its reason, and no story about a person: %j', (reason) =>
    given(...untilOpen)
      .when(recuse('expert-1', 'entry-b', reason))
      .thenRefused({ reason: 'RECUSAL_REASON_UNKNOWN', field: 'reason' }),
  );
  it('is for evaluators of the round', () =>
    given(...untilOpen)
      .when(recuse('p', 'entry-b'))
      .thenRefused({ reason: 'EVALUATOR_UNKNOWN', field: 'personId' }));
  it('is for entries of the round', () =>
    given(...untilOpen)
      .when(recuse('expert-1', 'entry-x'))
      .thenRefused({ reason: 'ENTRY_NOT_IN_ROUND', field: 'entryId' }));
  it('needs a prepared round', () =>
    given().when(recuse('expert-1', 'entry-b')).thenRefused({ reason: 'ROUND_NOT_PREPARED', field: 'roundId' }));
});

describe('an opened round', () => {
  it('keeps its rules: nothing but a new opening gives them', () =>
    given(...admitted, prepared, ...opened)
      .when(open)
      .then());
});
