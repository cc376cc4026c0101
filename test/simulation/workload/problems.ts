import { createHash } from 'node:crypto';
import { DAY, EDITION_ID, type Unit } from '../platform/campaign.ts';
import { committee, inspector, officerOf, type Stage } from './cast.ts';
import { madeBy } from './client.ts';

const DUE_ON = '2021-12-20';

/** A problem that is found at a unit, given to it, solved with a file, closed by another than found it, and opened again. */
export const solveProblem = async ({ clients, meritProjects }: Stage, unit: Unit): Promise<void> => {
  const name = unit.unitId;
  const problemId = madeBy(`find ${name}`, 'problem');
  const order = (what: string, actor = officerOf(unit)) => ({
    what: `${what} ${name}`,
    name: `${what} ${name}`,
    actor,
  });
  const problem = {
    ...{ title: '台账不全', kind: 'organization', severity: 'ordinary', description: '上半年台账缺失。', entryId: '' },
    foundOn: DAY.delivery.slice(0, 10),
  };
  const about = { editionId: EDITION_ID, organizationId: unit.unitId, source: 'inspection' };
  await clients.send(meritProjects, order('find', committee), (serving, call) =>
    serving.findProblem({ ...about, problem }, call),
  );
  await clients.send(meritProjects, order('assign', committee), (serving, call) =>
    serving.assignProblem({ problemId, ownerId: unit.unitId, ownerRole: 'unit-officer', dueOn: DUE_ON }, call),
  );
  const sha256 = createHash('sha256').update(`books of ${name}`).digest('hex');
  await clients.send(meritProjects, order('register books'), (serving, call) =>
    serving.register({ sha256, bytes: 1_000, mediaType: 'application/pdf' }, call),
  );
  await clients.send(meritProjects, order('measure'), (serving, call) =>
    serving.addProblemMeasure({ problemId, measure: '已补齐。', evidence: [sha256] }, call),
  );
  await clients.send(meritProjects, order('hand in'), (serving, call) =>
    serving.handInProblem({ problemId, note: '已整改。' }, call),
  );
  await clients.send(meritProjects, order('close', inspector), (serving, call) =>
    serving.closeProblem({ problemId, note: '已核实。' }, call),
  );
  await clients.send(meritProjects, order('reopen', inspector), (serving, call) =>
    serving.reopenProblem({ problemId, dueOn: DUE_ON, why: '又缺一月。' }, call),
  );
};
