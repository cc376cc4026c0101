import { generateKeyPairSync, randomUUID } from 'node:crypto';
import {
  Metadata,
  type sendUnaryData,
  Server,
  ServerCredentials,
  type ServerUnaryCall,
  type ServiceDefinition,
  status,
  type UntypedServiceImplementation,
} from '@grpc/grpc-js';
import { AppealServiceService } from '@jiangong/contracts/jiangong/evaluation/v1/appeal_service';
import { BonusServiceService } from '@jiangong/contracts/jiangong/evaluation/v1/bonus_service';
import { ChecklistServiceService } from '@jiangong/contracts/jiangong/evaluation/v1/checklist_service';
import { MeasureServiceService } from '@jiangong/contracts/jiangong/evaluation/v1/measure_service';
import { DocumentServiceService } from '@jiangong/contracts/jiangong/evaluation/v1/document_service';
import { HonourServiceService } from '@jiangong/contracts/jiangong/evaluation/v1/honour_service';
import { PickerServiceService } from '@jiangong/contracts/jiangong/evaluation/v1/picker_service';
import { SheetServiceService } from '@jiangong/contracts/jiangong/evaluation/v1/sheet_service';
import { MembershipServiceService } from '@jiangong/contracts/jiangong/membership/v1/membership_service';
import { MeritProjectsServiceService } from '@jiangong/contracts/jiangong/merit_projects/v1/merit_projects_service';
import { OrganizationsServiceService } from '@jiangong/contracts/jiangong/organizations/v1/organizations_service';
import { importSPKI, type JWTPayload, jwtVerify } from 'jose';

/** One call as a service saw it. */
export type Seen = Readonly<{
  service: string;
  method: string;
  request: unknown;
  metadata: Readonly<Record<string, string>>;
  token: JWTPayload;
}>;

/** What a fake method answers; throw `refusal(...)` to refuse. */
export type Answer = (request: never, seen: Seen) => unknown;

export type Refusal = Error & { code: status; metadata: Metadata };

export const refusal = (code: status, reason: string, more: { field?: string; details?: unknown } = {}): Refusal => {
  const metadata = new Metadata();
  metadata.set(
    'jiangong-refusal-bin',
    Buffer.from(JSON.stringify({ reason, zh: '不行。', en: 'No.', ...more }), 'utf8'),
  );
  return Object.assign(new Error(reason), { code, details: reason, metadata });
};

/** A file that is there, as its service tells of it. */
export const keptPdf = (bytes: number) => ({ mediaType: 'application/pdf', bytes, destroyedAt: '' });

export const receipt = (position = 1, revision = 0) => ({
  events: [{ eventId: randomUUID(), type: 'T.v1', hash: 'a'.repeat(64) }],
  revision,
  position,
  repeated: false,
});

const definitions = {
  organizations: OrganizationsServiceService,
  membership: MembershipServiceService,
  'merit-projects': MeritProjectsServiceService,
  // Of evaluation's services those that a test here asks: their paths tell them apart.
  evaluation: {
    ...AppealServiceService,
    ...BonusServiceService,
    ...ChecklistServiceService,
    ...DocumentServiceService,
    ...HonourServiceService,
    ...MeasureServiceService,
    ...PickerServiceService,
    ...SheetServiceService,
  },
} as const;

/** What a gateway asks when it starts and now and then, at nobody's request: a test can not say when. */
const ASKED_BY_ITSELF: ReadonlySet<string> = new Set(['merit-projects listDestroyedEvidence']);

export type FakeServices = Readonly<{
  addresses: Readonly<Record<string, string>>;
  privateKeyPem: string;
  /** The calls of requests, in order. */
  seen: Seen[];
  /** Sets what a method answers: `answer('organizations', 'setUp', () => …)`. */
  answer(service: keyof typeof definitions, method: string, answer: Answer): void;
  stop(): void;
}>;

/** Real gRPC servers in this process that answer what the test tells them, and check the gateway's tokens as the real ones do. */
export const startFakeServices = async (): Promise<FakeServices> => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const key = await importSPKI(publicKey.export({ type: 'spki', format: 'pem' }).toString(), 'EdDSA');
  const answers = new Map<string, Answer>();
  const seen: Seen[] = [];
  const server = new Server();

  const handle = async (
    name: { service: string; method: string },
    call: ServerUnaryCall<unknown, unknown>,
  ): Promise<unknown> => {
    const texts = Object.fromEntries(
      Object.entries(call.metadata.getMap()).map(([field, value]) => [field, String(value)]),
    );
    const { payload } = await jwtVerify(texts['authorization']?.replace('Bearer ', '') ?? '', key, {
      audience: name.service,
      issuer: 'jiangong-gateway',
      typ: 'at+jwt',
    });
    const one: Seen = { ...name, request: call.request, metadata: texts, token: payload };
    if (!ASKED_BY_ITSELF.has(`${name.service} ${name.method}`)) seen.push(one);
    const answer = answers.get(`${name.service} ${name.method}`);
    if (answer === undefined) throw Object.assign(new Error('nothing planned'), { code: status.UNIMPLEMENTED });
    return answer(call.request as never, one);
  };

  for (const [service, definition] of Object.entries(definitions)) {
    const methods: UntypedServiceImplementation = {};
    for (const method of Object.keys(definition)) {
      methods[method] = (call: ServerUnaryCall<unknown, unknown>, callback: sendUnaryData<unknown>) => {
        handle({ service, method }, call).then(
          (answer) => callback(null, answer),
          (error: Refusal) => callback(error),
        );
      };
    }
    server.addService(definition as ServiceDefinition, methods);
  }
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, bound) =>
      error === null ? resolve(bound) : reject(error),
    );
  });
  const address = `127.0.0.1:${port}`;
  return {
    addresses: Object.fromEntries(
      ['ORGANIZATIONS', 'MEMBERSHIP', 'MERIT_PROJECTS', 'EVALUATION', 'NOTIFICATIONS', 'AUDIT'].map((name) => [
        `${name}_GRPC`,
        address,
      ]),
    ),
    privateKeyPem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    seen,
    answer: (service, method, answer) => {
      answers.set(`${service} ${method}`, answer);
    },
    stop: () => server.forceShutdown(),
  };
};
