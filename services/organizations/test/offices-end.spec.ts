import { describe, it } from '@jest/globals';
import { deciderSpec } from '@jiangong/event-store/testing';
import { organizationDecider } from '../src/domain/decider.ts';
import type { OfficerAppointed, OfficerRelieved, OrganizationFact } from '../src/domain/facts.ts';
import { OFFICES, type Office } from '../src/domain/offices.ts';

const { given } = deciderSpec(organizationDecider);
const organizationId = 'u1';
const now = '2024-03-01T02:00:00.000Z';
const founded: OrganizationFact = {
  type: 'OrganizationFounded.v1',
  data: {
    ...{ organizationId, parentId: 'root', kind: 'unit', tier: null, nameZh: '某局', nameEn: '', code: '' },
    ...{ classified: false, foundedOn: '2020-01-01' },
  },
};
const appointment = (office: Office, personId = 'p1', effectiveOn = '2023-05-01') => ({
  ...{ organizationId, appointmentId: `${personId} ${office}`, personId, office, effectiveOn },
});
const appointed = (...of: Parameters<typeof appointment>): OfficerAppointed => ({
  type: 'OfficerAppointed.v1',
  data: { ...appointment(...of), termEndsOn: null },
});
const relieved = (effectiveOn: string, ...of: Parameters<typeof appointment>): OfficerRelieved => ({
  type: 'OfficerRelieved.v1',
  data: { ...appointment(...of), effectiveOn, reason: 'exit' },
});

/** Every exit that membership tells, and an erasure. */
const EXITS: readonly (readonly [exit: string, endsHead: boolean])[] = [
  ['probation-cancelled', false],
  ['resigned', false],
  ['persuaded-to-leave', false],
  ['removed', false],
  ['given-up', false],
  ['expelled', true],
  ['deceased', true],
  ['erased', true],
];

describe('an exit', () => {
  it.each(
    EXITS.flatMap(([exit, endsHead]) =>
      OFFICES.map((office) => [exit, office, office !== 'head' || endsHead] as const),
    ),
  )('of the kind %s and the office %s: ends it: %s', (exit, office, ends) =>
    given(founded, appointed(office))
      .when({ type: 'EndOffices', personId: 'p1', exit, effectiveOn: '2024-02-20', now })
      .then(...(ends ? [relieved('2024-02-20', office)] : [])),
  );
  it('ends offices as of its own day, however far back, and none before it began', () => {
    const end = { type: 'EndOffices', personId: 'p1', exit: 'deceased', now } as const;
    given(founded, appointed('secretary', 'p1', '2020-02-01'))
      .when({ ...end, effectiveOn: '2021-02-20' })
      .then(relieved('2021-02-20', 'secretary', 'p1', '2020-02-01'));
    given(founded, appointed('secretary'))
      .when({ ...end, effectiveOn: '2021-02-20' })
      .then(relieved('2023-05-01', 'secretary'));
  });
  it('leaves others in office, and ends a second time nothing', () =>
    given(founded, appointed('secretary'), appointed('deputy-secretary', 'p2'), relieved('2024-02-20', 'secretary'))
      .when({ type: 'EndOffices', personId: 'p1', exit: 'deceased', effectiveOn: '2024-02-20', now })
      .then());
});
