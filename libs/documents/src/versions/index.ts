export {
  makeVersion,
  type Making,
  standingIn,
  type Version,
  type VersionStanding,
  type Withdrawing,
  withdrawVersion,
  withVersion,
  withoutVersion,
} from './versions.ts';
export { versionsIn, type VersionsTable } from './versions-table.ts';
