import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { issueCertificate, makeAuthority } from '@jiangong/service-host/certificates';
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:net';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import type { SMTPServerOptions } from 'smtp-server';
import { type MailSettings, readMailSettings } from '../src/adapters/smtp/mail-settings.ts';
import { smtpChannel, type SmtpTimeouts } from '../src/adapters/smtp/smtp-channel.ts';
import type { Outgoing } from '../src/application/mail/mail-channel.ts';
import { letterOf } from '../src/domain/mail/letter.ts';
import { headerOf, openSmtp } from './smtp-stage.ts';

const SHORT: SmtpTimeouts = { connectMs: 500, greetMs: 500, silenceMs: 500, wholeMs: 3_000 };

const outgoing = (): Outgoing => ({
  deliveryId: randomUUID(),
  to: 'zhang.san@example.cn',
  writtenAt: '2026-11-28T08:00:00.000Z',
  letter: letterOf({
    title: { zh: '项目退回修改', en: 'Returned' },
    body: { zh: '请于十日内修改。', en: 'Ten days.' },
  }),
});

describe('mail over SMTP', () => {
  const closers: (() => Promise<unknown>)[] = [];
  let certificate: { cert: string; key: string };

  beforeAll(async () => {
    const nowMs = Date.now();
    const authority = await makeAuthority('mail of the tests', nowMs);
    const lives = { notBeforeMs: nowMs, notAfterMs: nowMs + 3_600_000 };
    const issued = await issueCertificate(authority, { service: 'localhost', ...lives });
    certificate = { cert: issued.certificate, key: issued.key };
    setDefaultCACertificates([...getCACertificates('default'), authority.certificatePem]);
  });
  afterEach(async () => {
    for (const close of closers.splice(0).toReversed()) await close();
  });

  const opened = async (options: SMTPServerOptions, settings: Partial<MailSettings> = {}) => {
    const smtp = await openSmtp(options);
    closers.push(smtp.close);
    const channel = channelTo(smtp.port, settings);
    return { smtp, channel };
  };
  const channelTo = (port: number, settings: Partial<MailSettings> = {}) => {
    const base: MailSettings = {
      host: 'localhost',
      port,
      tls: 'starttls',
      credentials: null,
      from: 'jiangong@example.cn',
    };
    const channel = smtpChannel({ ...base, ...settings }, SHORT);
    closers.push(channel.close);
    return channel;
  };

  it('hands a letter over under TLS: both texts, a Chinese subject, a Message-ID from the delivery', async () => {
    const { smtp, channel } = await opened(certificate, { credentials: { user: 'jiangong', pass: 'right' } });
    const letter = outgoing();
    expect(await channel.send(letter)).toEqual({ outcome: 'sent' });
    const [taken] = smtp.taken;
    expect(taken).toMatchObject({ to: ['zhang.san@example.cn'], encrypted: true, user: 'jiangong' });
    const raw = taken?.raw ?? '';
    expect(headerOf(raw, 'Message-ID')).toBe(`<${letter.deliveryId}@example.cn>`);
    expect(headerOf(raw, 'Subject')).toMatch(/^=\?UTF-8\?[BQ]\?/u);
    expect(headerOf(raw, 'Date')).toBe('Sat, 28 Nov 2026 08:00:00 +0000');
    expect(headerOf(raw, 'Auto-Submitted')).toBe('auto-generated');
    expect(headerOf(raw, 'Content-Type')).toMatch(/^multipart\/alternative/u);
    expect(raw).toMatch(/text\/plain; charset=utf-8/u);
    expect(raw).toMatch(/text\/html; charset=utf-8/u);
  });
  it('sends nothing to a server without STARTTLS, nor to one whose certificate nobody knows', async () => {
    const plain = await opened({ hideSTARTTLS: true, disabledCommands: ['STARTTLS'] });
    expect(await plain.channel.send(outgoing())).toEqual({ outcome: 'failed', failure: 'insecure' });
    expect(plain.smtp.taken).toEqual([]);
    // The server's own certificate of the library: signed by nobody.
    const unknown = await opened({});
    expect(await unknown.channel.send(outgoing())).toMatchObject({ outcome: 'failed' });
    expect(unknown.smtp.taken).toEqual([]);
  });
  it('without TLS on the loopback only', async () => {
    const { smtp, channel } = await opened({ disabledCommands: ['STARTTLS'] }, { host: '127.0.0.1', tls: 'none' });
    expect(await channel.send(outgoing())).toEqual({ outcome: 'sent' });
    expect(smtp.taken[0]?.encrypted).toBe(false);
    const given = { MAIL_SMTP_HOST: 'mail.example.cn', MAIL_FROM: 'a@example.cn' };
    expect(() => readMailSettings({ ...given, MAIL_SMTP_TLS: 'none' })).toThrow('for the loopback only');
    expect(() => readMailSettings({ ...given, MAIL_SMTP_USER: 'a' })).toThrow('given together');
    expect(() => readMailSettings({ MAIL_SMTP_HOST: 'mail.example.cn' })).toThrow('MAIL_FROM');
    expect(readMailSettings({ PATH: '/bin' })).toBeNull();
    expect(readMailSettings(given)).toMatchObject({ port: 587, tls: 'starttls' });
  });
  it('tells a refusal for now from one for good, and repeats neither address nor answer', async () => {
    const { smtp, channel } = await opened(certificate);
    smtp.answers.push({ code: 451 }, { code: 550 });
    const letter = outgoing();
    expect(await channel.send(letter)).toEqual({ outcome: 'failed', failure: 'deferred' });
    expect(await channel.send(letter)).toEqual({ outcome: 'failed', failure: 'refused' });
    expect(await channel.send(letter)).toEqual({ outcome: 'sent' });
    expect(smtp.taken).toHaveLength(1);
  });
  it('knows a server that is away, that does not take our password, that is slow', async () => {
    const { smtp, channel } = await opened(certificate, { credentials: { user: 'jiangong', pass: 'wrong' } });
    expect(await channel.send(outgoing())).toEqual({ outcome: 'failed', failure: 'credentials' });
    expect(smtp.taken).toEqual([]);
    const silent = createServer(() => undefined);
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', () => resolve()));
    const port = (silent.address() as { port: number }).port;
    expect(await channelTo(port, { host: '127.0.0.1' }).send(outgoing())).toEqual({
      outcome: 'failed',
      failure: 'slow',
    });
    await new Promise((resolve) => silent.close(resolve));
    expect(await channelTo(port, { host: '127.0.0.1' }).send(outgoing())).toEqual({
      outcome: 'failed',
      failure: 'away',
    });
  });
  it('a letter whose answer was lost is sent again as the same message', async () => {
    const { smtp, channel } = await opened(certificate);
    smtp.answers.push('take-and-hang-up');
    const letter = outgoing();
    expect(await channel.send(letter)).toMatchObject({ outcome: 'failed' });
    expect(await channel.send(letter)).toEqual({ outcome: 'sent' });
    const ids = smtp.taken.map(({ raw }) => headerOf(raw, 'Message-ID'));
    expect(ids).toEqual([`<${letter.deliveryId}@example.cn>`, `<${letter.deliveryId}@example.cn>`]);
  });
});
