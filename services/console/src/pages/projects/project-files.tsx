import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { files } from '../../api/questions/entries.ts';
import { sayDay } from '../../components/dates.ts';
import { nameIn } from '../../components/names.ts';
import { Part } from '../../components/part.tsx';

type File = Schemas['EntryFile'];

const KIB = 1_024;
const sayBytes = (bytes: number): string =>
  bytes < KIB * KIB ? `${Math.ceil(bytes / KIB)} KB` : `${(bytes / KIB / KIB).toFixed(1)} MB`;

const isPicture = ({ mediaType }: File): boolean => mediaType === 'image/png' || mediaType === 'image/jpeg';

const EXTENSIONS: Readonly<Record<File['mediaType'], string>> = {
  'application/pdf': 'PDF',
  'image/png': 'PNG',
  'image/jpeg': 'JPG',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'DOCX',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'XLSX',
  'text/plain': 'TXT',
};

const One = ({ entryId, file }: Readonly<{ entryId: string; file: File }>) => {
  const { t } = useTranslation();
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
      <a href={`/v1/evidence/${file.sha256}?entryId=${entryId}`} download>
        {caption}
      </a>
      <span className="quiet">
        {[kind, sayBytes(file.bytes), nameIn(file.addedByName), sayDay(file.addedAt)]
          .filter((part) => part !== undefined)
          .join(' · ')}
      </span>
    </li>
  );
};

/** Files of a project; pictures small, and everything in one download. */
export const ProjectFiles = ({ entryId }: Readonly<{ entryId: string }>) => {
  const { t } = useTranslation();
  const query = useQuery(files(entryId));
  const any = (query.data?.items.length ?? 0) > 0;
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
              <One key={file.sha256} entryId={entryId} file={file} />
            ))}
          </ul>
        )
      }
    </Part>
  );
};
