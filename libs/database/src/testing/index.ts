export { type FreshDatabase, freshDatabase } from './fresh-database.ts';
export { type TestServer, startTestServer } from './test-server.ts';
