import { spanNames } from '@jiangong/telemetry';
import type { ReceivedSpan } from './otlp-receiver.ts';

/** A piece of work in a process: `gateway POST /v1/…`. */
export type Node = string;

/** The browser's own span: nobody of ours tells of it. */
export const CLICK: Node = 'the click';

const DECLARE = 'jiangong.merit_projects.v1.MeritProjectsService/DeclareEntry';
const REQUEST = 'gateway POST /v1/entries/:entryId/declare';
const DECIDE = `merit-projects ${spanNames.decide}`;

export type Edge = Readonly<{ child: Node; parent: Node }>;

/** What a declaration sets going, whatever carries the facts between the services: every call, and every hop that nobody waits for. */
export const DECLARATION_EDGES: readonly Edge[] = [
  { child: REQUEST, parent: CLICK },
  { child: `gateway ${DECLARE}`, parent: REQUEST },
  { child: `merit-projects ${DECLARE}`, parent: `gateway ${DECLARE}` },
  { child: DECIDE, parent: `merit-projects ${DECLARE}` },
  { child: `merit-projects ${spanNames.readStream}`, parent: DECIDE },
  { child: `merit-projects ${spanNames.append}`, parent: DECIDE },
  { child: `merit-projects ${spanNames.translate}`, parent: DECIDE },
  { child: `merit-projects ${spanNames.apply}`, parent: DECIDE },
  { child: `evaluation ${spanNames.process}`, parent: DECIDE },
  { child: `notifications ${spanNames.apply}`, parent: DECIDE },
  { child: `notifications ${spanNames.notify}`, parent: DECIDE },
  { child: `notifications ${spanNames.deliver}`, parent: `notifications ${spanNames.notify}` },
];

/**
 * And over a broker: the relay's send, and each service that takes the fact from it. The gateway takes it too, for live changes; under
 * a moved clock its own does not move, so facts look too old to it to be traced.
 */
export const BROKER_EDGES: readonly Edge[] = [
  { child: `merit-projects ${spanNames.produce}`, parent: DECIDE },
  ...['evaluation', 'notifications'].map((service) => ({
    child: `${service} ${spanNames.consume}`,
    parent: `merit-projects ${spanNames.produce}`,
  })),
];

/** What a reaction sets going: a published entry becomes an entry of its round by an order of evaluation's own. */
export const REACTION_EDGES: readonly Edge[] = [
  { child: `evaluation ${spanNames.decide}`, parent: `evaluation ${spanNames.process}` },
  { child: `evaluation ${spanNames.append}`, parent: `evaluation ${spanNames.decide}` },
];

/** What the passing of time sets going. */
export const MOMENT_EDGES: readonly Edge[] = [
  { child: `merit-projects ${spanNames.decide}`, parent: `merit-projects ${spanNames.moment}` },
  { child: `merit-projects ${spanNames.append}`, parent: `merit-projects ${spanNames.decide}` },
];

const nodeOf = ({ service, name }: Pick<ReceivedSpan, 'service' | 'name'>): Node =>
  `${service.replace(/^jiangong-/, '')} ${name}`;

/** The edges between these spans, each once; the parent of a span whose parent is not among them is `the click`, or nothing for a beginning. */
export const edgesOf = (spans: readonly ReceivedSpan[], clickSpanId = ''): readonly Edge[] => {
  const byId = new Map(spans.map((span) => [span.spanId, span]));
  const edges = new Map<string, Edge>();
  for (const span of spans) {
    const parent = byId.get(span.parentSpanId);
    const from = parent ? nodeOf(parent) : span.parentSpanId === clickSpanId && clickSpanId !== '' ? CLICK : undefined;
    if (from !== undefined) edges.set(`${from} → ${nodeOf(span)}`, { child: nodeOf(span), parent: from });
  }
  return [...edges.values()];
};

/** The expected edges that are not there. */
export const missingEdges = (expected: readonly Edge[], found: readonly Edge[]): readonly string[] =>
  expected
    .filter(({ child, parent }) => !found.some((edge) => edge.child === child && edge.parent === parent))
    .map(({ child, parent }) => `${parent} → ${child}`);
