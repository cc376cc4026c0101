import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { files } from '../../api/questions/entries.ts';
import { me } from '../../api/questions/own.ts';
import { sayDay } from '../../components/dates.ts';
import { late } from '../../components/late.tsx';
import { nameIn } from '../../components/names.ts';
import { Part } from '../../components/part.tsx';

/** Fetched when somebody proposes it: a view of files needs no form. */
const DestroyDialog = late(async () => (await import('./destroy-dialog.tsx')).DestroyDialog);

type File = Schemas['EntryFile'];

const KIB = 1_024;
const sayBytes = (bytes: number): string =>
  bytes < KIB * KIB ? `${Math.ceil(bytes / KIB)} KB` : `${(bytes / KIB / KIB).toFixed(1)} MB`;

const isGone = ({ destruction }: File): boolean => destruction?.state === 'destroyed';

const isPicture = (file: File): boolean =>
  !isGone(file) && (file.mediaType === 'image/png' || file.mediaType === 'image/jpeg');

const EXTENSIONS: Readonly<Record<File['mediaType'], string>> = {
  'application/pdf': 'PDF',
  'image/png': 'PNG',
  'image/jpeg': 'JPG',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'DOCX',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'XLSX',
  'text/plain': 'TXT',
};

/** What becomes of a file: nothing, or that it is to go, or that it is gone. */
const Destruction = ({ file, onPropose }: Readonly<{ file: File; onPropose: (() => void) | undefined }>) => {
  const { t } = useTranslation();
  const { destruction } = file;
  if (destruction?.state === 'destroyed')
    return <span className="quiet">{t('destroying.gone', { date: sayDay(destruction.destroyedAt ?? '') })}</span>;
  if (destruction !== null) return <span className="quiet">{t('destroying.proposed')}</span>;
  if (onPropose === undefined) return null;
  return (
    <Button type="link" danger onClick={onPropose}>
      {t('destroying.propose')}
    </Button>
  );
};

type OneOf = Readonly<{ entryId: string; file: File; mayPropose: boolean }>;

const One = ({ entryId, file, mayPropose }: OneOf) => {
  const { t } = useTranslation();
  const [isProposing, setProposing] = useState(false);
  const kind = t(`project.fileKind.${file.kind ?? 'other'}`);
  const caption = file.caption ?? kind;
  return (
    <li className="file">
      {isPicture(file) ? (
        <img
          src={`/v1/entries/${entryId}/files/${file.sha256}/preview?width=320`}
          alt={caption}
          loading="lazy"
          width={320}
          height={200}
        />
      ) : (
        <span className="file-kind" aria-hidden="true">
          {EXTENSIONS[file.mediaType]}
        </span>
      )}
      {isGone(file) ? (
        <span>{caption}</span>
      ) : (
        <a href={`/v1/evidence/${file.sha256}?entryId=${entryId}`} download>
          {caption}
        </a>
      )}
      <span className="quiet">
        {[kind, sayBytes(file.bytes), nameIn(file.addedByName), sayDay(file.addedAt)]
          .filter((part) => part !== undefined)
          .join(' · ')}
      </span>
      <Destruction file={file} onPropose={mayPropose ? () => setProposing(true) : undefined} />
      {isProposing && (
        <DestroyDialog entryId={entryId} sha256={file.sha256} caption={caption} onClose={() => setProposing(false)} />
      )}
    </li>
  );
};

/** Whose office it may be to see that a file must go. Whether it is for this project, the platform says. */
const PROPOSING: ReadonlySet<string> = new Set([
  ...['unit-officer', 'branch-secretary', 'committee-officer', 'committee-leader', 'discipline-inspector'],
]);

/** Files of a project; pictures small, and everything in one download. */
export const ProjectFiles = ({ entryId }: Readonly<{ entryId: string }>) => {
  const { t } = useTranslation();
  const query = useQuery(files(entryId));
  const { data } = useQuery(me);
  const mayPropose = (data?.grants ?? []).some(({ role }) => PROPOSING.has(role));
  const any = query.data?.items.some((file) => !isGone(file)) ?? false;
  return (
    <Part
      id="files"
      title={t('project.files')}
      query={query}
      actions={
        any ? (
          <a href={`/v1/entries/${entryId}/archive`} download>
            {t('project.allFiles')}
          </a>
        ) : undefined
      }
    >
      {({ items }) =>
        items.length === 0 ? (
          <p className="quiet">{t('project.noFiles')}</p>
        ) : (
          <ul className="files">
            {items.map((file) => (
              <One key={file.sha256} entryId={entryId} file={file} mayPropose={mayPropose} />
            ))}
          </ul>
        )
      }
    </Part>
  );
};
