import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { ListDutiesRequest } from '@jiangong/contracts/jiangong/notifications/v1/duties';
import type { Fact } from '@jiangong/event-store';
import { append } from '@jiangong/messaging/testing';
import { DutiesController } from '../src/adapters/grpc/duties.controller.ts';
import { DUTY_KINDS, type DutyKind } from '../src/domain/duties.ts';
import { NOW, openInboxStage } from './inbox-stage.ts';

/** Databases are made and dropped here, on a machine that may be busy. */
jest.setTimeout(60_000);

type Told = readonly [stream: string, fact: Fact];
const told = (stream: string, type: string, data: object): Told => [stream, { type: `${type}.v1`, data }];

/** Each kind of holding: the facts that give it (to the person, under this id), and each way in which it is no longer shown. */
type Case = Readonly<{
  kind: DutyKind;
  id: string;
  shown: object;
  given: (personId: string, id: string) => readonly Told[];
  gone: Readonly<Record<string, (personId: string, id: string) => Told>>;
}>;

const seat = (personId: string, roundId: string, seatId = personId) => ({
  ...{ roundId, personId, seatId, editionId: 'e1' },
});
const round = (type: string) => (_personId: string, roundId: string) =>
  told('evaluation.round-2', type, { roundId, editionId: 'e1' });
const entry = (type: string) => (_personId: string, entryId: string) =>
  told('merit-projects.entries-2', type, { entryId, editionId: 'e2' });

const CASES: readonly Case[] = [
  {
    kind: 'grant',
    id: 'g',
    shown: { word: 'expert', organizationId: 'u1', until: '' },
    given: (personId, grantId) => [
      told('membership.person-x', 'RoleGranted', { grantId, personId, role: 'expert', organizationId: 'u1' }),
    ],
    gone: {
      revoked: (_personId, grantId) =>
        told('membership.person-x', 'RoleRevoked', { grantId, endsAt: '2021-11-01T00:00:00.000Z' }),
    },
  },
  {
    kind: 'office',
    id: 'o',
    shown: { word: 'secretary', organizationId: 'u1', since: '2021-05-01' },
    given: (personId, appointmentId) => [
      told('organizations.organization-u1', 'OfficerAppointed', {
        ...{ appointmentId, personId, organizationId: 'u1', office: 'secretary', effectiveOn: '2021-05-01' },
      }),
    ],
    gone: {
      relieved: (_personId, appointmentId) =>
        told('organizations.organization-u1', 'OfficerRelieved', { appointmentId }),
    },
  },
  {
    kind: 'seat',
    id: 's',
    shown: { word: 'to-submit', editionId: 'e1' },
    given: (personId, roundId) => [
      round('RoundPrepared')(personId, roundId),
      told('evaluation.round-2', 'SeatAssigned', seat(personId, roundId)),
    ],
    gone: {
      closed: round('RoundClosed'),
      annulled: round('RoundAnnulled'),
      excused: (personId, roundId) => told('evaluation.round-2', 'SeatExcused', seat(personId, roundId)),
    },
  },
  {
    kind: 'seat-left',
    id: 'l',
    shown: { word: 'to-fill', editionId: 'e1' },
    given: (personId, roundId) => [
      round('RoundPrepared')(personId, roundId),
      told('evaluation.round-2', 'SeatAssigned', seat(personId, roundId, 'u1')),
      told('evaluation.round-2', 'SeatVacated', seat(personId, roundId, 'u1')),
    ],
    gone: {
      closed: round('RoundClosed'),
      'given to another': (_personId, roundId) =>
        told('evaluation.round-2', 'SeatAssigned', seat('another', roundId, 'u1')),
      'taken again': (personId, roundId) => told('evaluation.round-2', 'SeatAssigned', seat(personId, roundId, 'u9')),
    },
  },
  {
    kind: 'entry',
    id: 'e',
    shown: { word: 'planned', organizationId: 'u1', editionId: 'e2', title: '提速' },
    given: (personId, entryId) => [
      told('merit-projects.entries-2', 'EntryPlanned', {
        ...{ entryId, editionId: 'e2', homeId: 'u1', proposerId: 'b1', title: '提速' },
        answerablePersonIds: [personId],
      }),
    ],
    gone: {
      withdrawn: entry('EntryWithdrawn'),
      removed: entry('EntryRemoved'),
      missed: entry('EntryMissed'),
      'led by another': (_personId, entryId) =>
        told('merit-projects.entries-2', 'EntryRevised', { entryId, answerablePersonIds: ['another'], title: '提速' }),
      'handed over': (_personId, entryId) =>
        told('merit-projects.entries-2', 'EntryHandedOver', {
          ...{ entryId, homeId: 'u2', answerablePersonIds: ['another'] },
        }),
    },
  },
];

describe('what an exit leaves to do', () => {
  let world: Awaited<ReturnType<typeof openInboxStage>>;
  let duties: DutiesController;

  beforeAll(async () => {
    world = await openInboxStage();
    duties = new DutiesController(world.ground);
  });
  afterAll(async () => world?.close());

  const happen = async (...all: readonly Told[]): Promise<void> => {
    for (const [stream, fact] of all) await append(world.stage.store, stream, fact);
    await world.settled();
  };
  const held = async (personId: string) =>
    (await duties.listDuties(ListDutiesRequest.fromPartial({ personId }))).duties.map(({ kind, id }) => [kind, id]);

  it('has a case for each kind of holding', () =>
    expect(CASES.map(({ kind }) => kind).toSorted()).toEqual([...DUTY_KINDS].toSorted()));

  it.each(CASES.flatMap((one) => Object.keys(one.gone).map((way) => [one.kind, way, one] as const)))(
    'shows a %s until it is %s',
    async (kind, way, { id, shown, given, gone }) => {
      const [personId, of] = [`${kind} ${way}`, `${id} ${way}`];
      await happen(...given(personId, of));
      const { duties: found } = await duties.listDuties(ListDutiesRequest.fromPartial({ personId }));
      expect(found).toEqual([expect.objectContaining({ kind, id: of, ...shown })]);
      const end = gone[way];
      if (end === undefined) throw new Error(way);
      await happen(end(personId, of));
      expect(await held(personId)).not.toContainEqual([kind, of]);
    },
  );

  it('a submitted sheet is shown as such, and to be submitted again when the round is reopened for it', async () => {
    const word = async () =>
      (await duties.listDuties(ListDutiesRequest.fromPartial({ personId: 'judge' }))).duties.map((one) => one.word);
    await happen(
      round('RoundPrepared')('judge', 'r-again'),
      told('evaluation.round-2', 'SeatAssigned', seat('judge', 'r-again')),
      told('evaluation.round-2', 'SheetSubmitted', seat('judge', 'r-again')),
    );
    expect(await word()).toEqual(['submitted']);
    await happen(
      round('RoundClosed')('judge', 'r-again'),
      told('evaluation.round-2', 'RoundReopened', { roundId: 'r-again', editionId: 'e1', seatIds: ['judge'] }),
    );
    expect(await word()).toEqual(['to-submit']);
  });

  it('is shown in pages, of one person only, and of the erased nothing that could be theirs', async () => {
    const all = CASES.flatMap(({ given, id }) => given('all', `${id} all`));
    await happen(...all);
    const first = await duties.listDuties(ListDutiesRequest.fromPartial({ personId: 'all', pageSize: 3 }));
    const { duties: rest, nextPageToken } = await duties.listDuties(
      ListDutiesRequest.fromPartial({ personId: 'all', pageSize: 3, pageToken: first.nextPageToken }),
    );
    expect([...first.duties, ...rest].map(({ kind }) => kind)).toEqual([...DUTY_KINDS].toSorted());
    expect(nextPageToken).toBe('');
    await happen(told('membership.person-all', 'PersonErased', { personId: 'all' }));
    // An entry keeps its leader's id, which is nobody's any more.
    expect(await held('all')).toEqual([['entry', 'e all']]);
  });

  it('a closed or abandoned edition leaves no entry to do', async () => {
    for (const end of ['EditionClosed', 'EditionAbandoned']) {
      const [personId, editionId] = [`led ${end}`, `edition ${end}`];
      await happen(
        told('merit-projects.entries-3', 'EntryPlanned', {
          ...{
            entryId: end,
            editionId,
            homeId: 'u1',
            proposerId: 'b1',
            title: '提速',
            answerablePersonIds: [personId],
          },
        }),
      );
      expect(await held(personId)).toEqual([['entry', end]]);
      await happen(told('merit-projects.edition-3', end, { editionId }));
      expect(await held(personId)).toEqual([]);
    }
  });

  it('a stage that is opened again opens its closed edition again, with what is to do in it', async () => {
    const editionId = 'edition EditionClosed';
    await happen(told('merit-projects.edition-3', 'StageReopened', { editionId, stageId: 'decide', act: 'decide' }));
    expect(await held('led EditionClosed')).toEqual([['entry', 'EditionClosed']]);
  });

  it('a grant that ends later is still held today', async () => {
    const [grantId, personId] = ['g later', 'later'];
    await happen(
      told('membership.person-x', 'RoleGranted', { grantId, personId, role: 'expert', organizationId: 'u1' }),
      told('membership.person-x', 'RoleRevoked', { grantId, endsAt: '2021-12-01T00:00:00.000Z' }),
    );
    expect(NOW < '2021-12-01').toBe(true);
    expect(await held(personId)).toEqual([['grant', grantId]]);
  });
});
