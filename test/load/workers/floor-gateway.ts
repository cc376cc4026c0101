import { ChannelCredentials, Client } from '@grpc/grpc-js';
import { MeritProjectsServiceService as rpcs } from '@jiangong/contracts/jiangong/merit_projects/v1/merit_projects_service';
import { ListEntriesRequest, type ListEntriesResponse } from '@jiangong/contracts/jiangong/merit_projects/v1/questions';
import Fastify from 'fastify';
import type { FloorOrder } from './floor-order.ts';

/** The least that answers a page over HTTP: Fastify, and a call of grpc-js. No session, no checks, no names, no span. */
const { service, port } = JSON.parse(process.argv[2] as string) as FloorOrder;

const client = new Client(service, ChannelCredentials.createInsecure());
const { path, requestSerialize, responseDeserialize } = rpcs.listEntries;

const pageOf = (query: ListEntriesRequest): Promise<ListEntriesResponse> =>
  new Promise((resolve, reject) => {
    client.makeUnaryRequest(path, requestSerialize, responseDeserialize, query, (error, page) =>
      page === undefined ? reject(error ?? new Error('no page')) : resolve(page),
    );
  });

const fastify = Fastify();
fastify.get<{ Querystring: Readonly<{ organizationId: string; editionId: string; pageSize: string }> }>(
  '/v1/entries',
  async ({ query }) => {
    const { organizationId, editionId, pageSize } = query;
    return pageOf(ListEntriesRequest.fromPartial({ organizationId, editionId, pageSize: Number(pageSize) }));
  },
);
await fastify.listen({ port, host: '127.0.0.1' });
process.send?.('ready');
process.once('disconnect', () => process.exit(0));
