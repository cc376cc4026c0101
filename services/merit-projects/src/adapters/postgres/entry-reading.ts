import type { PagePlace } from '@jiangong/service-host';
import type {
  GetDossierResponse,
  HistoryEntry,
  Report,
} from '@jiangong/contracts/jiangong/merit_projects/v1/questions';
import type { KeyVault } from '@jiangong/privacy';
import type { Rows } from '@jiangong/read-models';
import { openProse, textOf } from './kept-prose.ts';

/** What happened to an entry; what people wrote about it is opened, what inspectors wrote never came here. */
export const historyOf = async (
  rows: Rows,
  privacy: KeyVault,
  entryId: string,
  page: PagePlace<number>,
): Promise<readonly HistoryEntry[]> => {
  const found = await rows.query<HistoryEntry & { stream: string; prose: string }>(
    `select position, revision, event_id as "eventId", type, occurred_at as "occurredAt", actor_kind as "actorKind", actor_id as "actorId",
       actor_role as "actorRole", hash, data as "dataJson", stream, prose
     from entry_history where entry_id = $1 and position > $2 order by position limit $3`,
    [entryId, page.after ?? 0, page.size + 1],
  );
  const prose = await openProse(privacy, found);
  return found.map(({ stream: _stream, prose: _prose, ...entry }, index) => {
    const opened = prose[index];
    if (opened === null || opened === undefined) return entry;
    return { ...entry, dataJson: JSON.stringify({ ...(JSON.parse(entry.dataJson) as object), prose: opened }) };
  });
};

/** What was reported of an entry; the rule book bounds the reports of one entry. */
export const dossierOf = async (rows: Rows, privacy: KeyVault, entryId: string): Promise<GetDossierResponse> => {
  const reports = await rows.query<
    Omit<Report, 'report' | 'evidence'> & { evidence: string; stream: string; prose: string }
  >(
    `select report_id as "reportId", evidence, reported_at as "reportedAt", stream, prose from report where entry_id = $1 order by position`,
    [entryId],
  );
  const [feature] = await rows.query<{ link: string; stream: string; prose: string }>(
    'select link, stream, prose from feature where entry_id = $1',
    [entryId],
  );
  const texts = await openProse(
    privacy,
    reports.map(({ stream, prose }) => ({ stream, prose, type: 'ProgressReported.v1' })),
  );
  const [note] = await openProse(privacy, [feature ? { ...feature, type: 'EntryFeatured.v1' } : null]);
  return {
    reports: reports.map(({ reportId, evidence, reportedAt }, index) => ({
      ...{ reportId, reportedAt, evidence: JSON.parse(evidence) as string[] },
      report: textOf(texts[index], 'report'),
    })),
    featuredNote: textOf(note, 'note'),
    featuredLink: feature?.link ?? '',
  };
};

/** `destroyedAt`: empty while its bytes are there. */
export type EvidenceFile = Readonly<{ mediaType: string; bytes: number; destroyedAt: string }>;

/** An evidence file, if it is evidence of this entry. */
export const evidenceOf = async (rows: Rows, entryId: string, sha256: string): Promise<EvidenceFile | undefined> =>
  (
    await rows.query<EvidenceFile>(
      `select f.media_type as "mediaType", f.bytes, f.destroyed_at as "destroyedAt" from evidence_file f join entry_file e on e.sha256 = f.sha256
       where e.entry_id = $1 and e.sha256 = $2`,
      [entryId, sha256],
    )
  )[0];

/** A file as it was registered; undefined: it was not, or the gateway holds it apart. */
export const fileOf = async (rows: Rows, sha256: string): Promise<EvidenceFile | undefined> =>
  (
    await rows.query<EvidenceFile>(
      'select media_type as "mediaType", bytes, destroyed_at as "destroyedAt" from evidence_file where sha256 = $1',
      [sha256],
    )
  )[0];
