import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { credentials, status } from '@grpc/grpc-js';
import { channelCredentials, channelTarget } from '@jiangong/service-host/nest';
import { call, DAY_MS, openStage, type Stage } from './tls-stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterEach(() => stage.closeOpened());
afterAll(() => stage?.close());

describe('a service behind mutual TLS', () => {
  it('answers the gateway', async () => {
    const { gatewayWith } = stage;
    expect(await call(await gatewayWith())).toEqual({ code: status.OK, said: '' });
  });

  it('does not answer a certificate of another authority', async () => {
    const { theirs, gatewayWith } = stage;
    expect((await call(await gatewayWith({ authority: theirs }))).code).toBe(status.UNAVAILABLE);
  });

  it('does not answer a certificate that has run out, or is not good yet', async () => {
    const { gatewayWith } = stage;
    expect((await call(await gatewayWith({ fromMs: -2 * DAY_MS, untilMs: -DAY_MS }))).code).toBe(status.UNAVAILABLE);
    expect((await call(await gatewayWith({ fromMs: DAY_MS, untilMs: 2 * DAY_MS }))).code).toBe(status.UNAVAILABLE);
  });

  it('does not answer who shows none, or talks in plain text', async () => {
    const { ours, clientWith } = stage;
    expect((await call(clientWith(credentials.createSsl(Buffer.from(ours.certificatePem))))).code).toBe(
      status.UNAVAILABLE,
    );
    expect((await call(clientWith(credentials.createInsecure()))).code).toBe(status.UNAVAILABLE);
  });

  it('does not answer another service, whose certificate is as good as the gateway’s', async () => {
    const { gatewayWith } = stage;
    expect(await call(await gatewayWith({ service: 'membership' }))).toEqual({
      code: status.PERMISSION_DENIED,
      said: 'CALLER_NOT_ALLOWED',
    });
  });
});

describe('the gateway', () => {
  it('does not talk to a service of another authority', async () => {
    const { theirs, gatewayWith } = stage;
    expect((await call(await gatewayWith({ believes: theirs }))).code).toBe(status.UNAVAILABLE);
  });

  it('does not talk to a service under another name than its own', async () => {
    const { writeFiles, watch, clientWith } = stage;
    const shown = channelCredentials(await watch(await writeFiles('gateway')));
    const answer = await call(clientWith(shown, 'membership'));
    expect(answer.code).toBe(status.UNAVAILABLE);
    expect(answer.said).toContain('membership');
  });

  it('uses several replicas by their addresses, and refuses names among them', () => {
    expect(channelTarget('127.0.0.1:1,127.0.0.1:2')).toBe('ipv4:127.0.0.1:1,127.0.0.1:2');
    expect(channelTarget('organizations:7000')).toBe('dns:///organizations:7000');
    expect(() => channelTarget('127.0.0.1:1,organizations:2')).toThrow('organizations:2');
  });
});
