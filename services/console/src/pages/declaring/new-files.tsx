import '../../look/declaring.css';
import { Button } from 'antd';
import { useEffect, useId, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type Upload, UPLOAD_BYTES_MAX, type Uploads } from '../../api/upload.ts';
import { Choice } from '../../components/choice.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { CAPTION_CHARS_MAX, type Evidence, EVIDENCE_MAX, FILE_KINDS } from './evidence.ts';
import { Mark } from '../../components/mark.tsx';

const PERCENT = 100;
const MEGABYTE = 1_000_000;

/** A picture as it lies on the device: shown before it has arrived. */
export const usePicture = (file: File | undefined): string | undefined => {
  const url = useMemo(
    () => (file !== undefined && file.type.startsWith('image/') ? URL.createObjectURL(file) : undefined),
    [file],
  );
  useEffect(() => () => (url === undefined ? undefined : URL.revokeObjectURL(url)), [url]);
  return url;
};

/** A file that is being sent, or was refused. */
export const OnItsWay = ({ upload, uploads }: Readonly<{ upload: Upload; uploads: Uploads }>) => {
  const { t } = useTranslation();
  const { id, file, sent, state, error } = upload;
  const picture = usePicture(file);
  const tooLarge = file.size > UPLOAD_BYTES_MAX;
  return (
    <li className="new-file">
      {picture === undefined ? <span className="file-kind">{file.name}</span> : <img src={picture} alt={file.name} />}
      <div>
        <p className="file-name">{file.name}</p>
        {state !== 'refused' && (
          <p role="status">
            <progress
              value={sent}
              max={Math.max(1, file.size)}
              aria-label={t('declaring.uploading', { name: file.name })}
            />{' '}
            {state === 'stopped'
              ? t('declaring.stopped')
              : t('declaring.percent', { count: Math.floor((sent / Math.max(1, file.size)) * PERCENT) })}
          </p>
        )}
        {tooLarge && <p className="note">{t('declaring.tooLarge', { count: UPLOAD_BYTES_MAX / MEGABYTE })}</p>}
        {state === 'refused' && !tooLarge && <ProblemNotice error={error} />}
        <p className="row">
          {state === 'refused' && !tooLarge && <Button onClick={() => uploads.again(id)}>{t('problem.again')}</Button>}
          <Button onClick={() => uploads.drop(id)}>{t('declaring.dropFile')}</Button>
        </p>
      </div>
    </li>
  );
};

const Arrived = ({
  file,
  source,
  isDescribed,
  onChange,
  onDrop,
}: Readonly<{
  file: Evidence;
  source: File | undefined;
  isDescribed: boolean;
  onChange: (file: Evidence) => void;
  onDrop: () => void;
}>) => {
  const { t } = useTranslation();
  const id = useId();
  const picture = usePicture(source);
  return (
    <li className="new-file">
      {picture === undefined ? <span className="file-kind">{file.name}</span> : <img src={picture} alt={file.name} />}
      <div>
        <p className="file-name">
          {file.name} <Mark tone="good">{t('declaring.arrived')}</Mark>
        </p>
        {isDescribed && (
          <>
            <div className="field">
              <label htmlFor={id}>{t('declaring.caption')}</label>
              <input
                id={id}
                value={file.caption}
                maxLength={CAPTION_CHARS_MAX}
                placeholder={t('declaring.captionHint')}
                onChange={({ target }) => onChange({ ...file, caption: target.value })}
              />
            </div>
            <Choice
              label={t('declaring.kind')}
              value={file.kind}
              options={FILE_KINDS.map((kind) => ({ value: kind, label: t(`project.fileKind.${kind}`) }))}
              onChoose={(kind) => onChange({ ...file, kind: FILE_KINDS.find((known) => known === kind) ?? 'other' })}
            />
          </>
        )}
        <p>
          <Button onClick={onDrop}>{t('declaring.dropFile')}</Button>
        </p>
      </div>
    </li>
  );
};

export type Sources = ReadonlyMap<string, File>;

/** A picture taken here and now, or files that lie on the device. */
export const Chooser = ({ room, onFiles }: Readonly<{ room: number; onFiles: (files: readonly File[]) => void }>) => {
  const { t } = useTranslation();
  const camera = useRef<HTMLInputElement>(null);
  const chooser = useRef<HTMLInputElement>(null);
  const chosen = (input: HTMLInputElement): void => {
    onFiles([...(input.files ?? [])].slice(0, Math.max(0, room)));
    // The same picture may be chosen again.
    input.value = '';
  };
  return (
    <>
      <p className="row">
        <Button onClick={() => camera.current?.click()} disabled={room <= 0}>
          {t('declaring.camera')}
        </Button>
        <Button onClick={() => chooser.current?.click()} disabled={room <= 0}>
          {t('declaring.choose')}
        </Button>
      </p>
      <input
        ref={camera}
        className="unseen"
        aria-hidden="true"
        tabIndex={-1}
        type="file"
        accept="image/*"
        capture="environment"
        onChange={({ target }) => chosen(target)}
      />
      <input
        ref={chooser}
        className="unseen"
        aria-hidden="true"
        tabIndex={-1}
        type="file"
        accept="image/png,image/jpeg,.pdf,.docx,.xlsx,.txt"
        multiple
        onChange={({ target }) => chosen(target)}
      />
    </>
  );
};

/** Pictures and files that are added here: each says how far it is, what it shows, and can be taken out again. */
export const NewFiles = ({
  files,
  sources,
  uploads,
  taken,
  onChange,
  isDescribed = true,
}: Readonly<{
  files: readonly Evidence[];
  /** The files of this device that have arrived, by their hash. */
  sources: Sources;
  uploads: Uploads;
  /** Places that other files take already. */
  taken: number;
  onChange: (files: readonly Evidence[]) => void;
  /** Whether each says by itself what it shows; else that is said once for all. */
  isDescribed?: boolean;
}>) => {
  const { t } = useTranslation();
  const room = EVIDENCE_MAX - taken - files.length - uploads.all.length;
  return (
    <>
      <Chooser room={room} onFiles={uploads.add} />
      <p className="quiet">{t('declaring.filesHint', { count: Math.max(0, room) })}</p>
      <ul className="new-files">
        {files.map((file) => (
          <Arrived
            key={file.sha256}
            file={file}
            source={sources.get(file.sha256)}
            onChange={(changed) => onChange(files.map((one) => (one.sha256 === file.sha256 ? changed : one)))}
            isDescribed={isDescribed}
            onDrop={() => onChange(files.filter(({ sha256 }) => sha256 !== file.sha256))}
          />
        ))}
        {uploads.all.map((upload) => (
          <OnItsWay key={upload.id} upload={upload} uploads={uploads} />
        ))}
      </ul>
    </>
  );
};
