import { expect, it } from '@jest/globals';
import { permissionsOf } from '@jiangong/service-host/nest';
import { READ_TITLES } from '../../services/audit/src/application/read-titles.ts';
import { generatedContracts } from './generated-contracts.ts';

it('every question whose asking is recorded has a title for auditors, and none is titled that is not', async () => {
  const permissions = permissionsOf(await generatedContracts());
  const recorded = [...permissions].filter(([, { recorded: is }]) => is).map(([path]) => path);
  expect(recorded.length).toBeGreaterThan(10);
  expect([...READ_TITLES.keys()].toSorted()).toEqual(recorded.toSorted());
});
