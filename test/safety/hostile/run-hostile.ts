import { readFileSync } from 'node:fs';
import { createFileRegistry, fromBinary } from '@bufbuild/protobuf';
import { FileDescriptorSetSchema } from '@bufbuild/protobuf/wkt';
import { status } from '@grpc/grpc-js';
import { type SmallCampaign, UNIT_A, UNIT_B, YEAR } from '../../journeys/bad-input/small-campaign.ts';
import { dice } from '../../journeys/demo/world/seeded-random.ts';
import { type BadGrpc, badGrpc, type GrpcMethod } from './bad-grpc.ts';
import { type BadHttp, badHttp, type HttpGround } from './bad-http.ts';
import { grpcFault, httpFault, rawFault } from './judge.ts';
import { type OpenApi, operationsOf } from './open-api.ts';
import { type RawHttp, rawHttp, sendRaw } from './raw-http.ts';
import { grpcSender, httpSender } from './senders.ts';

const AT_A_TIME = 12;
const RAW_WAIT_MS = 1_500;
const PROTOS = new URL('../../../proto/released.binpb', import.meta.url);

export type Hostile = BadHttp | BadGrpc | RawHttp;

/** A request that got the wrong answer. Its number and the seed make it again. */
export type Fault = Readonly<{ number: number; what: string; request: string }>;

export type HostileReport = Readonly<{
  seed: string;
  sent: number;
  /** How often each kind of answer was given: `http 403`, `grpc UNAUTHENTICATED`, `raw`. */
  answers: Readonly<Record<string, number>>;
  faults: readonly Fault[];
  headBefore: number;
  headAfter: number;
  /** What was stored meanwhile, which is nothing when all is well. */
  stored: readonly unknown[];
}>;

/** The methods of every service in the released protos, by the process that answers them. */
const grpcMethods = (): readonly GrpcMethod[] => {
  const registry = createFileRegistry(fromBinary(FileDescriptorSetSchema, readFileSync(PROTOS)));
  const methods: GrpcMethod[] = [];
  for (const file of registry.files)
    for (const service of file.services) {
      const process = (/^jiangong\.(\w+)\.v1\./u.exec(service.typeName)?.[1] ?? '').replaceAll('_', '-');
      // Every process answers the operators' service; one is as good as another.
      for (const method of service.methods)
        methods.push({
          service: process === 'operations' ? 'audit' : process,
          path: `/${service.typeName}/${method.name}`,
          method,
        });
    }
  if (methods.length < 50) throw new Error(`the protos name ${methods.length} methods only`);
  return methods;
};

const groundOf = async (campaign: SmallCampaign): Promise<HttpGround> => {
  const { body } = await campaign.client.send({ method: 'GET', path: '/openapi.json' });
  const document = JSON.parse(body.toString('utf8')) as OpenApi;
  const { play } = campaign;
  const ids = [
    play.organization(UNIT_A),
    play.organization(UNIT_B),
    play.person(`${UNIT_A}-secretary`),
    play.edition(YEAR),
    campaign.entry(UNIT_A, 1),
    campaign.entry(UNIT_B, 1),
  ];
  return { document, operations: operationsOf(document), personas: play.world.people.map(({ code }) => code), ids };
};

const described = (request: Hostile): string => {
  if (request.transport === 'raw') return `raw ${request.bytes.toString('latin1').slice(0, 120)}`;
  if (request.transport === 'grpc')
    return `grpc ${request.path} as ${request.bearer} ${JSON.stringify(request.metadata)} ${request.message.toString('hex').slice(0, 200)}`;
  const who = request.who.kind === 'persona' ? request.who.name : request.who.kind;
  return `${request.method} ${request.path.slice(0, 200)} as ${who} ${JSON.stringify(request.headers).slice(0, 300)} ${String(request.body ?? '').slice(0, 300)}`;
};

/** The n-th request of a seed: always the same, whatever was sent before it. */
const requestOf = (seed: string, number: number, ground: HttpGround, methods: readonly GrpcMethod[]): Hostile => {
  const own = dice(seed, `request ${number}`);
  const kind = own.below(100);
  if (kind < 3) return rawHttp(own);
  return kind < 35 ? badGrpc(methods, ground.ids, own) : badHttp(ground, own);
};

/** The events behind a position, without their data. */
const storedAfter = async (campaign: SmallCampaign, position: number): Promise<readonly unknown[]> => {
  const { items } = await campaign.play
    .as('auditor-1')
    .get<{ items: readonly Readonly<Record<string, unknown>>[] }>(`/v1/audit/export?after=${position}&pageSize=20`);
  return items.map(({ type, stream, actor, occurredAt }) => ({ type, stream, actor, occurredAt }));
};

/** Sends so many hostile requests to a running platform, and judges every answer. */
export const runHostile = async (
  campaign: SmallCampaign,
  {
    seed,
    requests,
    onProgress = () => undefined,
  }: Readonly<{ seed: string; requests: number; onProgress?: (sent: number) => void }>,
): Promise<HostileReport> => {
  const ground = await groundOf(campaign);
  const methods = grpcMethods();
  const http = httpSender(campaign.client.origin, AT_A_TIME);
  const grpc = await grpcSender(campaign.directory);
  const { hostname, port } = new URL(campaign.client.origin);
  const answers = new Map<string, number>();
  const faults: Fault[] = [];
  const count = (answer: string): void => void answers.set(answer, (answers.get(answer) ?? 0) + 1);
  const cookieOf = (request: BadHttp): string | undefined =>
    request.who.kind === 'persona'
      ? campaign.cookieOf(request.who.name, request.path)
      : request.who.kind === 'forged'
        ? request.who.cookie
        : undefined;

  const ask = async (request: Hostile): Promise<string | undefined> => {
    if (request.transport === 'raw') {
      count('raw');
      return rawFault(await sendRaw(hostname, Number(port), request.bytes, RAW_WAIT_MS));
    }
    if (request.transport === 'grpc') {
      const { code, details } = await grpc.send(request);
      count(`grpc ${status[code]}`);
      return grpcFault(code, details);
    }
    const said = await http.send(request, cookieOf(request));
    count(`http ${said.status}`);
    return httpFault(request, said);
  };

  const headBefore = await campaign.head();
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let number = next++; number < requests; number = next++) {
      const request = requestOf(seed, number, ground, methods);
      const what = await ask(request).catch((error: Error) => `no answer: ${error.message}`);
      if (what !== undefined) faults.push({ number, what, request: described(request) });
      if (number % 500 === 499) onProgress(number + 1);
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, worker));
  http.close();
  grpc.close();
  const headAfter = await campaign.head();
  const stored = headAfter === headBefore ? [] : await storedAfter(campaign, headBefore);
  return {
    seed,
    sent: requests,
    stored,
    answers: Object.fromEntries([...answers].toSorted(([one], [other]) => (one < other ? -1 : 1))),
    faults,
    headBefore,
    headAfter,
  };
};
