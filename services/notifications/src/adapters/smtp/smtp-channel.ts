import { createTransport } from 'nodemailer';
import type { MailChannel, Outgoing } from '../../application/mail/mail-channel.ts';
import type { DeliveryFailure, Tried } from '../../domain/mail/delivery.ts';
import { SEND_WITHIN_MS } from '../../domain/mail/limits.ts';
import type { MailSettings } from './mail-settings.ts';

/** Connections of one process to the mail server, and letters over one before it is made anew. */
export const CONNECTIONS_MAX = 3;
export const LETTERS_PER_CONNECTION_MAX = 50;

/** Until the line stands, until the server greets, and how long it may say nothing. */
export type SmtpTimeouts = Readonly<{ connectMs: number; greetMs: number; silenceMs: number; wholeMs: number }>;
export const SMTP_TIMEOUTS: SmtpTimeouts = {
  connectMs: 10_000,
  greetMs: 10_000,
  silenceMs: 30_000,
  wholeMs: SEND_WITHIN_MS,
};

const BY_CODE: Readonly<Record<string, DeliveryFailure>> = {
  ETLS: 'insecure',
  EAUTH: 'credentials',
  ENOAUTH: 'credentials',
  ETIMEDOUT: 'slow',
};

/** What went wrong as a word. What the server said is left out: it repeats the address. */
const failureOf = (error: unknown): DeliveryFailure => {
  const { code, responseCode } = error as Readonly<{ code?: string; responseCode?: number }>;
  const named = BY_CODE[code ?? ''];
  if (named !== undefined) return named;
  if (responseCode === undefined) return 'away';
  // 421 closes the line and 503 means a muddled session: neither is about this letter.
  if (responseCode === 421) return 'away';
  return responseCode >= 500 && responseCode !== 503 ? 'refused' : 'deferred';
};

/** Settles as `slow` when the letter was not handed over in time; a late success is then the same message once more. */
const within = async (work: Promise<unknown>, wholeMs: number): Promise<Tried> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Tried>((resolve) => {
    timer = setTimeout(() => resolve({ outcome: 'failed', failure: 'slow' }), wholeMs);
  });
  const tried = work.then(
    (): Tried => ({ outcome: 'sent' }),
    (error: unknown): Tried => ({ outcome: 'failed', failure: failureOf(error) }),
  );
  const first = await Promise.race([tried, late]);
  clearTimeout(timer);
  return first;
};

/** Mail over SMTP, several letters over one line. */
export const smtpChannel = (
  { host, port, tls, credentials, from }: MailSettings,
  timeouts: SmtpTimeouts = SMTP_TIMEOUTS,
): MailChannel => {
  const transport = createTransport({
    pool: true,
    host,
    port,
    secure: tls === 'implicit',
    requireTLS: tls === 'starttls',
    ignoreTLS: tls === 'none',
    ...(credentials === null ? {} : { auth: { ...credentials } }),
    tls: { minVersion: 'TLSv1.2' },
    maxConnections: CONNECTIONS_MAX,
    maxMessages: LETTERS_PER_CONNECTION_MAX,
    connectionTimeout: timeouts.connectMs,
    dnsTimeout: timeouts.connectMs,
    greetingTimeout: timeouts.greetMs,
    socketTimeout: timeouts.silenceMs,
    disableFileAccess: true,
    disableUrlAccess: true,
    logger: false,
  });
  const domain = from.slice(from.lastIndexOf('@') + 1);
  return {
    send: ({ deliveryId, to, writtenAt, letter }: Outgoing) =>
      within(
        transport.sendMail({
          from,
          to,
          ...letter,
          date: new Date(writtenAt),
          messageId: `<${deliveryId}@${domain}>`,
          // RFC 3834: no holiday answers, please.
          headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': 'zh-CN, en' },
        }),
        timeouts.wholeMs,
      ),
    close: async () => transport.close(),
  };
};
