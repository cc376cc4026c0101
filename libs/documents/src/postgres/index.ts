export { type VersionMade, versionsIn, type VersionsTable } from './versions-table.ts';
