import { Server, ServerCredentials } from '@grpc/grpc-js';
import { MeritProjectsServiceService as rpcs } from '@jiangong/contracts/jiangong/merit_projects/v1/merit_projects_service';
import { type ListEntriesRequest, ListEntriesResponse } from '@jiangong/contracts/jiangong/merit_projects/v1/questions';
import { createPool } from '@jiangong/database/postgres';
import { rowsOf } from '@jiangong/read-models/postgres';
import { entriesOf } from '../../../services/merit-projects/src/adapters/postgres/entry-list.ts';
import type { Call, FloorOrder } from './floor-order.ts';

/** The least that answers a page over gRPC: grpc-js, and the service's own SQL. No framework, no access rule, no span. */
const { service: listen, databaseUrl } = JSON.parse(process.argv[2] as string) as FloorOrder;

const database = createPool({ url: databaseUrl, schema: 'merit_projects', connectionsMax: 6 });
const rows = rowsOf(database);

/** As whoever sees everything that a list of entries shows. */
const OFFICER = { knowsBlocks: true, today: '2021-11-15T16:00:00.000Z', claims: { personId: '' } };

const pageOf = async ({ organizationId, editionId, pageSize }: ListEntriesRequest): Promise<ListEntriesResponse> => {
  const {
    found,
    total,
    facets = [],
  } = await entriesOf(rows, OFFICER, {
    organizationId,
    editionId,
    nominatorId: '',
    standings: [],
    tracks: [],
    awards: [],
    claims: [],
    brought: [],
    search: undefined,
    sort: { by: 'planned', down: false },
    place: { size: pageSize, after: undefined, seen: 0 },
  });
  return ListEntriesResponse.fromPartial({
    entries: found.slice(0, pageSize).map(({ row }) => row),
    counts: { total, facets: facets.map(({ name, counts }) => ({ name, counts: [...counts] })) },
  });
};

const server = new Server();
server.addService(
  { listEntries: rpcs.listEntries },
  {
    listEntries: (call: Call<ListEntriesRequest>, answer: (error: Error | null, page?: ListEntriesResponse) => void) =>
      void pageOf(call.request).then((page) => answer(null, page), answer),
  },
);
server.bindAsync(listen, ServerCredentials.createInsecure(), (error) => {
  if (error) throw error;
  process.send?.('ready');
});
process.once('disconnect', () => process.exit(0));
