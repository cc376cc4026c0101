import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalText, templateHash, validateProgramme } from '@jiangong/programmes';
import { readYaml } from '@jiangong/programmes/yaml';
import { opensslBlindSignatures } from '../src/adapters/crypto/blind-signatures.ts';
import { dueBallots } from '../src/adapters/postgres/ballot-projection.ts';
import { waitingBallots } from '../src/adapters/postgres/waiting-ballots.ts';
import { ballotsOf } from '../src/application/ballots.ts';
import { openDueBoxes } from '../src/application/open-due-boxes.ts';
import { roundIdOf } from '../src/application/streams.ts';
import { openEvaluation } from './evaluation-stage.ts';
import { COMMITTEE, id, SERIES, UNIT_A, UNIT_B } from './evaluation-world.ts';

const TEMPLATE = readFileSync(
  join(import.meta.dirname, '../../../libs/programmes/templates/democratic-appraisal.yaml'),
  'utf8',
);

export const EDITION = id('edition of ballots');
export const ROUND = roundIdOf(EDITION, 'main', 1);
export const [ENTRY_A, ENTRY_B] = [id('entry of a'), id('entry of b')];
export const OPENS = '2021-12-01T02:00:00.000Z';
export const CLOSES = '2021-12-11T02:00:00.000Z';
export const ISSUED = '2021-12-06T02:00:00.000Z';

/** Members of unit a and of unit b: so many, and too few. */
export const VOTERS = Array.from({ length: 12 }, (_, at) => id(`voter a ${at}`));
export const FEW = Array.from({ length: 3 }, (_, at) => id(`voter b ${at}`));

/** The same, where the public votes by codes instead of members and masses. */
export const BY_CODE = TEMPLATE.replace(/\n {6}- \{id: masses, who.*/u, '')
  .replace(/\{id: members, who: voters.*/u, '{id: users, who: society, scope: entry, name: [服务对象, Users]}')
  .replace(/voters: \{role: member.*\n.*/u, 'society: {role: public, scope: code}')
  .replace('[voters, masses]', 'society')
  .replace(/ {4}tokens: 50%.*\n/u, '')
  .replace('turnout: $turnout', 'turnout: 0%')
  .replace(/\nparameters:\n.*\n/u, '\n')
  .replace(/ {6}- \{id: by-members.*\n.*\n.*\n/u, '      - {id: appraised, take: poll}\n');

const adopted = (template: string) => {
  const read = readYaml(template);
  const judged = read.kind === 'read' ? validateProgramme(read.tree) : undefined;
  if (judged?.kind !== 'template') throw new Error('the template of ballots is not valid');
  return { hash: templateHash(judged.template), text: canonicalText(judged.template) };
};

/** Further entries of unit a, where a roll has more than may have a box each. */
export const furtherEntry = (at: number): string => id(`further entry ${at}`);

/** A round with a secret ballot, open, over a real PostgreSQL; `further`: so many entries of unit a beside the first. */
export const openBallots = async (further = 0, template = TEMPLATE) => {
  const stage = await openEvaluation({ vault: 'postgres' });
  const { tellFact, ground, evaluation } = stage;
  const ballots = ballotsOf(evaluation, opensslBlindSignatures, waitingBallots(ground.rows));
  for (const [voters, unitId] of [
    [VOTERS, UNIT_A],
    [FEW, UNIT_B],
  ] as const)
    for (const personId of voters) {
      const person = `membership.person-${personId}`;
      await tellFact(person, 'PersonRegistered.v1', { personId, organizationId: unitId });
      const grantId = id(`${personId} member`);
      await tellFact(person, 'RoleGranted.v1', { grantId, personId, role: 'member', organizationId: unitId });
    }
  const { hash, text } = adopted(template);
  await tellFact(`merit-projects.template-${COMMITTEE}`, 'TemplateAdopted.v1', {
    ...{ templateHash: hash, committeeId: COMMITTEE, templateId: 'democratic-appraisal', canonicalText: text },
  });
  const edition = `merit-projects.edition-${EDITION}`;
  await tellFact(edition, 'EditionOpened.v1', {
    ...{ editionId: EDITION, seriesId: SERIES, year: 2021, ordinal: 1, committeeId: COMMITTEE },
    ...{ titleZh: '民主测评', titleEn: 'Appraisal', templateHash: hash, parametersJson: '{}' },
  });
  const voting = { editionId: EDITION, stageId: 'vote', act: 'vote', phase: 'main' };
  await tellFact(edition, 'StageScheduled.v1', { ...voting, opensAt: OPENS, closesAt: CLOSES });
  for (const [unitId, entryIds] of [
    [UNIT_A, [ENTRY_A, ...Array.from({ length: further }, (_, at) => furtherEntry(at))]],
    [UNIT_B, [ENTRY_B]],
  ] as const)
    await tellFact(`merit-projects.entries-${EDITION}-${unitId}`, 'IntakeClosed.v1', {
      ...{ editionId: EDITION, nominatorId: unitId, missed: [] },
      entered: entryIds.map((entryId) => {
        const subject = { subjectKind: 'organization', subjectId: id(`subject ${entryId}`), nominatorId: unitId };
        const entry = { entryId, ...subject, homeId: unitId, track: 'committee', title: '机关党委' };
        return { ...entry, answerablePersonIds: [] };
      }),
    });
  await tellFact(edition, 'StageOpened.v1', { ...voting, dueAt: OPENS, entered: 2 + further });
  await stage.caughtUp();
  const scheduler = openDueBoxes(ballots, dueBallots(ground.rows));
  return {
    ...stage,
    ballots,
    /** What the scheduler does about boxes. */
    openBoxes: async (): Promise<void> => {
      for (const moment of await scheduler.due(ground.clock.now())) await moment.run();
      await stage.caughtUp();
    },
    closeStage: async (): Promise<void> => {
      await tellFact(edition, 'StageClosed.v1', { ...voting, dueAt: CLOSES });
      await stage.caughtUp();
    },
  };
};

export type BallotStage = Awaited<ReturnType<typeof openBallots>>;
