import { secretsFromFiles } from '@jiangong/service-host/nest';
import { z } from 'zod';
import { addressOf } from '../../domain/mail/address.ts';

/** How the line to the server is made safe: STARTTLS demanded, TLS from the first byte, or none, which is for the loopback only. */
const TLS_MODES = ['starttls', 'implicit', 'none'] as const;

const LOOPBACK = /^(?:127(?:\.\d{1,3}){3}|localhost|::1)$/u;

const schema = z
  .object({
    MAIL_SMTP_HOST: z.string().min(1).max(253),
    MAIL_SMTP_PORT: z.coerce.number().int().min(1).max(65_535).default(587),
    MAIL_SMTP_TLS: z.enum(TLS_MODES).default('starttls'),
    MAIL_SMTP_USER: z.string().min(1).max(320).optional(),
    MAIL_SMTP_PASSWORD: z.string().min(1).max(1_000).optional(),
    MAIL_FROM: z.string().refine((text) => addressOf(text) !== undefined, 'a plain mail address'),
  })
  .refine((given) => given.MAIL_SMTP_TLS !== 'none' || LOOPBACK.test(given.MAIL_SMTP_HOST), {
    path: ['MAIL_SMTP_TLS'],
    message: 'mail without TLS is for the loopback only',
  })
  .refine((given) => (given.MAIL_SMTP_USER === undefined) === (given.MAIL_SMTP_PASSWORD === undefined), {
    path: ['MAIL_SMTP_PASSWORD'],
    message: 'user and password are given together',
  });

export type MailSettings = Readonly<{
  host: string;
  port: number;
  tls: (typeof TLS_MODES)[number];
  credentials: Readonly<{ user: string; pass: string }> | null;
  from: string;
}>;

/** The settings of mail; null when there are none: the platform then has no mail. Throws on settings that are wrong or half given. */
export const readMailSettings = (environment: NodeJS.ProcessEnv): MailSettings | null => {
  const given = secretsFromFiles(environment);
  if (!Object.entries(given).some(([name, value]) => name.startsWith('MAIL_') && value !== undefined)) return null;
  const parsed = schema.safeParse(given);
  if (!parsed.success)
    throw new Error(
      `configuration: ${parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ')}`,
    );
  const { MAIL_SMTP_USER: user, MAIL_SMTP_PASSWORD: pass } = parsed.data;
  return {
    host: parsed.data.MAIL_SMTP_HOST,
    port: parsed.data.MAIL_SMTP_PORT,
    tls: parsed.data.MAIL_SMTP_TLS,
    credentials: user === undefined || pass === undefined ? null : { user, pass },
    from: parsed.data.MAIL_FROM,
  };
};
