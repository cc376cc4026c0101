import { aggregateIdOf } from '@jiangong/event-store';
import type { CallContext } from '@jiangong/service-host';
import type { SchemeFact } from '../domain/scheme/facts.ts';
import type { SchemeRefusal } from '../domain/scheme/refusals.ts';
import { type Evaluation, sentBy } from './evaluation.ts';
import { parseJson } from './json-text.ts';
import type { Outcome } from './reasons.ts';
import { schemeStream } from './streams.ts';

export type DefineSchemeRequest = Readonly<{ committeeId: string; schemeJson: string }>;

export const defineScheme =
  ({ handleScheme }: Evaluation) =>
  async (
    request: DefineSchemeRequest,
    call: CallContext,
  ): Promise<Readonly<{ schemeId: string; handled: Outcome<SchemeFact, SchemeRefusal> }>> => {
    const { committeeId, schemeJson } = request;
    const schemeId = aggregateIdOf(call.requestId, 'scheme');
    const parsed = parseJson(schemeJson, 'scheme');
    if (parsed.kind === 'refused') return { schemeId, handled: parsed };
    const order = { kind: 'define-scheme', schemeId, committeeId, scheme: parsed.value, now: call.now } as const;
    return {
      schemeId,
      handled: await handleScheme({
        stream: schemeStream(schemeId),
        order,
        ...sentBy(call, 'DefineScheme', { committeeId, schemeJson }),
      }),
    };
  };
