import { type Given, text } from './given.ts';

export type NoticesSearch = Readonly<{ q?: string | undefined; state?: string | undefined }>;
export const noticesSearch = ({ q, state }: Given): NoticesSearch => ({ q: text(q), state: text(state) });

export type HonoursSearch = Readonly<{
  q?: string | undefined;
  year?: string | undefined;
  standing?: string | undefined;
}>;
export const honoursSearch = ({ q, year, standing }: Given): HonoursSearch => ({
  q: text(q),
  year: text(year),
  standing: text(standing),
});

export type CertificateSearch = Readonly<{ number?: string | undefined }>;
export const certificateSearch = ({ number }: Given): CertificateSearch => ({ number: text(number) });
