import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { append } from '@jiangong/messaging/testing';
import { openInboxStage } from './inbox-stage.ts';

/** A database is made and dropped here, on a machine that may be busy. */
jest.setTimeout(60_000);

const PEOPLE = ['officer', 'leader', 'leader-1', 'leader-2', 'unit-1', 'unit-2', 'branch-1', 'branch-2'] as const;
const OF_UNIT = { roundId: 'r1', editionId: 'e1', decisionId: 'd1', unitId: 'u1' };

describe('what a unit decides by itself', () => {
  let world: Awaited<ReturnType<typeof openInboxStage>>;
  const tell = async (type: string, data: object): Promise<void> => {
    await append(world.stage.store, 'evaluation.round-1', { type: `${type}.v1`, data });
    await world.settled();
  };
  const told = async (template: string): Promise<readonly string[]> => {
    const people: string[] = [];
    for (const person of PEOPLE) if ((await world.templatesIn(person)).includes(template)) people.push(person);
    return people;
  };

  beforeAll(async () => {
    world = await openInboxStage();
    for (const [personId, organizationId] of [
      ['leader-1', 'u1'],
      ['leader-2', 'u2'],
    ] as const)
      await append(world.stage.store, `membership.person-${personId}`, {
        type: 'RoleGranted.v1',
        data: { grantId: `${personId} leads`, personId, role: 'committee-leader', organizationId },
      });
    await world.settled();
  });
  afterAll(async () => world?.close());

  it('is told to its own leaders, who attest, and those above, and to no other unit’s', async () => {
    await tell('MinutesRecorded', { ...OF_UNIT, committeeId: 'u1', minutesNumber: '纪要3号' });
    expect(await told('minutes-recorded')).toEqual(['leader', 'leader-1']);
    await tell('DecisionTaken', { ...OF_UNIT, minutesNumber: '纪要3号' });
    expect(await told('decision-taken')).toEqual(['officer', 'unit-1']);
  });

  it('is published to its own officers and branches, and the office above: not to every unit', async () => {
    await tell('ProposalPublished', { ...OF_UNIT, noticeId: 'proposed' });
    expect(await told('proposal-published')).toEqual(['officer', 'unit-1', 'branch-1']);
    await tell('CircularIssued', { ...OF_UNIT, documentNumber: '通报3号', honours: [] });
    expect(await told('commendation-issued')).toEqual(['officer', 'unit-1']);
    await tell('DecisionAnnulled', { ...OF_UNIT, documentNumber: '通报3号', honourIds: [] });
    expect(await told('decision-annulled')).toEqual(['officer', 'leader', 'leader-1', 'unit-1']);
  });

  it('is no rule for what one body decides over all: every unit is told of its notice and its circular', async () => {
    const ofAll = { roundId: 'r2', editionId: 'e1', decisionId: 'd2' };
    await tell('ProposalPublished', { ...ofAll, noticeId: 'proposed' });
    expect(await told('proposal-published')).toEqual(['officer', 'unit-1', 'unit-2', 'branch-1', 'branch-2']);
    await tell('CircularIssued', { ...ofAll, documentNumber: '通报4号', honours: [] });
    expect(await told('commendation-issued')).toEqual(['officer', 'unit-1', 'unit-2']);
  });
});
