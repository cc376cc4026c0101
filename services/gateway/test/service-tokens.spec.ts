import { describe, expect, it } from '@jest/globals';
import { decodeJwt, exportPKCS8, generateKeyPair } from 'jose';
import { serviceTokens } from '../src/adapters/grpc/service-tokens.ts';

const pair = await generateKeyPair('EdDSA', { extractable: true });
let nowMs = 1_700_000_000_000;
const tokens = await serviceTokens(await exportPKCS8(pair.privateKey), () => nowMs);
const person = { kind: 'person', personId: 'p1', sessionId: 's1' } as const;

describe('a token for a service', () => {
  it('names that one service and is good for five minutes', async () => {
    const { aud, exp, iat, sub } = decodeJwt(await tokens('evaluation', person));
    expect({ aud, sub, seconds: (exp ?? 0) - (iat ?? 0) }).toEqual({ aud: 'evaluation', sub: 'p1', seconds: 300 });
    expect(decodeJwt(await tokens('membership', person)).aud).toBe('membership');
  });

  it('is used again until it is nearly old, never longer', async () => {
    const first = await tokens('audit', person);
    nowMs += 239_000;
    expect(await tokens('audit', person)).toBe(first);
    nowMs += 1_000;
    expect(await tokens('audit', person)).not.toBe(first);
  });
});
