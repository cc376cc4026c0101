import { answerOf, api, type Schemas } from '../../api/client.ts';

export type Registration = Schemas['Registration'];
export type Entered = Schemas['WorkEntered'];

/** What somebody fills in; `files` by the document that each is, '' where none is asked for. */
export type Filled = Readonly<{
  track: string;
  title: string;
  summary: string;
  authorName: string;
  authorContact: string;
}>;
export type Files = Readonly<Record<string, File>>;

/** By a code and as nobody: also in the browser of somebody who is signed in. */
const byCode = (code: string) => ({ credentials: 'omit', headers: { 'work-code': code } }) as const;

export const registrationOf = async (code: string): Promise<Registration> =>
  answerOf(api.GET('/v1/public/works', byCode(code)));

const bring = async (code: string, file: File): Promise<string> => {
  const kept = await answerOf(
    api.POST('/v1/public/works/files', {
      credentials: 'omit',
      headers: { 'work-code': code, 'content-type': 'application/octet-stream' },
      body: file as never,
      bodySerializer: (body: unknown) => body as Blob,
    }),
  );
  return kept.sha256;
};

/** The files first, then the work that names them; under the counter that was shown where it is a change. */
export const enterWork = async (
  code: string,
  given: Readonly<{ filled: Filled; files: Files; revision: number | undefined; key: string }>,
): Promise<Entered> => {
  const { filled, files, revision, key } = given;
  const brought: { document: string; sha256: string }[] = [];
  for (const [document, file] of Object.entries(files)) brought.push({ document, sha256: await bring(code, file) });
  return answerOf(
    api.POST('/v1/public/works', {
      credentials: 'omit',
      params: {
        header: { 'Idempotency-Key': key, ...(revision === undefined ? {} : { 'If-Match': `"${revision}"` }) },
      },
      body: {
        ...{ ...filled, code },
        evidence: [...new Set(brought.map(({ sha256 }) => sha256))],
        documents: brought.filter(({ document }) => document !== ''),
      },
    }),
  );
};

export const withdrawWork = async (code: string, why: string) =>
  answerOf(api.POST('/v1/public/works/withdrawal', { credentials: 'omit', body: { code, why } }));

export const eraseName = async (code: string) =>
  answerOf(api.POST('/v1/public/works/author-erasure', { credentials: 'omit', body: { code } }));
