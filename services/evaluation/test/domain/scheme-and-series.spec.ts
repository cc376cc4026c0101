import { describe, it } from '@jest/globals';
import { deciderSpec } from '@jiangong/event-store/testing';
import { schemeDecider } from '../../src/domain/scheme/decider.ts';
import { type EditionRecord, type NamePacesetters, seriesDecider } from '../../src/domain/series/decider.ts';
import { COMMITTEE, NOW, SCHEME, scheme } from './example-round.ts';

describe('a scheme', () => {
  const { given } = deciderSpec(schemeDecider);
  const define = (value: unknown) =>
    ({ kind: 'define-scheme', schemeId: SCHEME, committeeId: COMMITTEE, scheme: value, now: NOW }) as const;
  const defined = { type: 'SchemeDefined.v1', data: { schemeId: SCHEME, committeeId: COMMITTEE, scheme } } as const;
  it('is defined by valid data', () => given().when(define(scheme)).then(defined));
  it('that is not valid is refused with the place', () =>
    given()
      .when(define({ ...scheme, decimals: 9 }))
      .thenRefused({ reason: 'SCHEME_INVALID', field: 'scheme.decimals' }));
  it('that is no object is refused', () =>
    given().when(define('x')).thenRefused({ reason: 'SCHEME_INVALID', field: 'scheme' }));
  it('is never changed', () =>
    given(defined).when(define(scheme)).thenRefused({ reason: 'SCHEME_DEFINED_ALREADY', field: 'schemeId' }));
});

describe('the naming of pacesetter units', () => {
  const { given } = deciderSpec(seriesDecider);
  const edition = (year: number, declared: readonly string[], firstPrizes: readonly string[]): EditionRecord => ({
    editionId: `e${year}`,
    year,
    commended: true,
    declared,
    firstPrizes,
  });
  const order: NamePacesetters = {
    kind: 'name-pacesetters',
    seriesId: 'series',
    committeeId: COMMITTEE,
    firstYear: 2021,
    lastYear: 2022,
    reading: 'first-prize-once',
    meeting: { minutesNumber: '〔2026〕3号', heldOn: '2021-12-01', present: ['l1', 'l2'] },
    body: ['l1', 'l2', 'l3'],
    editions: [edition(2022, ['u1', 'u2'], ['u1']), edition(2021, ['u1', 'u2', 'u3'], ['u1', 'u2'])],
    now: NOW,
  };
  const records = [
    {
      organizationId: 'u1',
      yearsDeclared: [2021, 2022],
      yearsFirstPrize: [2021, 2022],
      qualifies: ['first-prize-once', 'first-prize-every-year'],
    },
    { organizationId: 'u2', yearsDeclared: [2021, 2022], yearsFirstPrize: [2021], qualifies: ['first-prize-once'] },
  ] as const;
  const decided = (reading: 'first-prize-once' | 'first-prize-every-year') =>
    ({
      type: 'PacesettersDecided.v1',
      data: {
        seriesId: 'series',
        committeeId: COMMITTEE,
        firstYear: 2021,
        lastYear: 2022,
        reading,
        editionIds: ['e2021', 'e2022'],
        records,
        minutesNumber: '〔2026〕3号',
        heldOn: '2021-12-01',
        present: ['l1', 'l2'],
        bodySize: 3,
        quorum: 2,
      },
    }) as const;
  const named = (organizationId: string, reading: 'first-prize-once' | 'first-prize-every-year') =>
    ({ type: 'PacesetterNamed.v1', data: { seriesId: 'series', organizationId, reading } }) as const;

  it('names by the reading that applies and records both', () =>
    given()
      .when(order)
      .then(decided('first-prize-once'), named('u1', 'first-prize-once'), named('u2', 'first-prize-once')));
  it('can ask for a first prize in every year', () =>
    given()
      .when({ ...order, reading: 'first-prize-every-year' })
      .then(decided('first-prize-every-year'), named('u1', 'first-prize-every-year')));
  it('happens once', () =>
    given(decided('first-prize-once'))
      .when(order)
      .thenRefused({ reason: 'PACESETTERS_NAMED_ALREADY', field: 'seriesId' }));
  it('knows two readings', () =>
    given()
      .when({ ...order, reading: 'lucky' })
      .thenRefused({ reason: 'READING_UNKNOWN', field: 'reading' }));
  it('needs an edition in every year', () =>
    given()
      .when({ ...order, lastYear: 2023 })
      .thenRefused({ reason: 'YEAR_WITHOUT_EDITION', field: 'firstYear', details: { year: 2023 } }));
  it('needs every year commended', () =>
    given()
      .when({ ...order, editions: order.editions.map((one) => ({ ...one, commended: one.year !== 2022 })) })
      .thenRefused({ reason: 'YEAR_NOT_COMMENDED', field: 'lastYear', details: { year: 2022 } }));
  it('needs years in order', () =>
    given()
      .when({ ...order, firstYear: 2023 })
      .thenRefused({ reason: 'YEARS_INVALID', field: 'lastYear' }));
  it('needs the leadership as a body', () =>
    given()
      .when({ ...order, body: ['l1', 'l2', 'l3', 'l4'] })
      .thenRefused({ reason: 'QUORUM_NOT_REACHED', field: 'present' }));
  it('names somebody', () =>
    given()
      .when({ ...order, lastYear: 2021, editions: [edition(2021, ['u3'], [])] })
      .thenRefused({ reason: 'NO_PACESETTERS', field: 'reading' }));
});
