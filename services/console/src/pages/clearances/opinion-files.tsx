import '../../look/declaring.css';
import '../../look/sheets.css';
import { Button, Form, Input } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../../api/client.ts';
import { under, useOrder } from '../../api/order.ts';
import { useUploads } from '../../api/upload.ts';
import { sayDay, sayMoment } from '../../components/dates.ts';
import { nameIn } from '../../components/names.ts';
import { OrderDialog, ReasonField } from '../../components/order-dialog.tsx';
import { useTell } from '../../components/told.tsx';
import { CAPTION_CHARS_MAX } from '../declaring/evidence.ts';
import { OnItsWay } from '../declaring/new-files.tsx';

type Clearance = Schemas['Clearance'];
type File = Clearance['files'][number];
type Arrived = Readonly<{ sha256: string; name: string }>;

/** What it shows is said before it is added: others find it by that. */
const AddDialog = ({
  entryId,
  clearanceId,
  arrived,
  onClose,
}: Readonly<{ entryId: string; clearanceId: string; arrived: Arrived; onClose: () => void }>) => {
  const { t } = useTranslation();
  const tell = useTell();
  const order = useOrder({
    send: async ({ caption }: Readonly<{ caption: string }>, key) =>
      answerOf(
        api.POST('/v1/entries/{entryId}/clearance/files', {
          params: { path: { entryId }, header: under(key) },
          body: { clearanceId, sha256: arrived.sha256, caption: caption.trim() },
        }),
      ),
    touches: [['clearance', entryId]],
    onDone: () => {
      onClose();
      tell(t('clearances.fileAdded'));
    },
  });
  return (
    <OrderDialog
      title={t('clearances.addFile')}
      lead={<p>{t('clearances.addFileLead', { name: arrived.name })}</p>}
      action={t('clearances.addFileDo')}
      order={order}
      onClose={onClose}
    >
      <Form.Item
        name="caption"
        label={t('declaring.caption')}
        rules={[{ required: true, whitespace: true, message: t('required') }]}
      >
        <Input maxLength={CAPTION_CHARS_MAX} autoComplete="off" />
      </Form.Item>
    </OrderDialog>
  );
};

const RemoveDialog = ({ entryId, file, onClose }: Readonly<{ entryId: string; file: File; onClose: () => void }>) => {
  const { t } = useTranslation();
  const tell = useTell();
  const order = useOrder({
    send: async ({ reason: why }: Readonly<{ reason: string }>, key) =>
      answerOf(
        api.POST('/v1/entries/{entryId}/clearance/files/{fileId}/remove', {
          params: { path: { entryId, fileId: file.fileId }, header: under(key) },
          body: { why },
        }),
      ),
    touches: [['clearance', entryId]],
    onDone: () => {
      onClose();
      tell(t('clearances.fileRemoved'));
    },
  });
  return (
    <OrderDialog
      title={t('clearances.removeFile')}
      lead={<p>{file.caption}</p>}
      action={t('clearances.removeFile')}
      isDangerous
      order={order}
      onClose={onClose}
    >
      <ReasonField />
    </OrderDialog>
  );
};

const AddFile = ({ entryId, clearanceId }: Readonly<{ entryId: string; clearanceId: string }>) => {
  const { t } = useTranslation();
  const chooser = useRef<HTMLInputElement>(null);
  const [arrived, setArrived] = useState<Arrived>();
  const uploads = useUploads(({ sha256 }, { name }) => setArrived({ sha256, name }));
  return (
    <>
      <p className="row">
        <Button onClick={() => chooser.current?.click()} disabled={uploads.all.length > 0}>
          {t('clearances.addFile')}
        </Button>
      </p>
      <input
        ref={chooser}
        className="unseen"
        aria-hidden="true"
        tabIndex={-1}
        type="file"
        accept="image/png,image/jpeg,.pdf,.docx,.xlsx,.txt"
        onChange={({ target }) => {
          uploads.add([...(target.files ?? [])]);
          // The same file may be chosen again.
          target.value = '';
        }}
      />
      {uploads.all.length > 0 && (
        <ul className="new-files">
          {uploads.all.map((upload) => (
            <OnItsWay key={upload.id} upload={upload} uploads={uploads} />
          ))}
        </ul>
      )}
      {arrived !== undefined && (
        <AddDialog
          entryId={entryId}
          clearanceId={clearanceId}
          arrived={arrived}
          onClose={() => setArrived(undefined)}
        />
      )}
    </>
  );
};

/** What inspectors keep beside an opinion, for those alone who may read it; added, and taken back with a reason. */
export const OpinionFiles = ({ entryId, told }: Readonly<{ entryId: string; told: Clearance }>) => {
  const { t } = useTranslation();
  const [removed, setRemoved] = useState<File>();
  return (
    <>
      {told.files.length > 0 && (
        <ul className="beside-files" aria-label={t('clearances.files')}>
          {told.files.map((file) => (
            <li key={file.fileId}>
              {file.destroyedAt === null ? (
                <>
                  <a href={`/v1/entries/${entryId}/clearance/files/${file.fileId}`} download>
                    {file.caption}
                  </a>{' '}
                  <span className="quiet">
                    {nameIn(file.addedByName)} · {sayMoment(file.addedAt)}
                  </span>{' '}
                  <Button onClick={() => setRemoved(file)} aria-label={`${t('clearances.removeFile')} ${file.caption}`}>
                    {t('clearances.removeFile')}
                  </Button>
                </>
              ) : (
                <span className="quiet">
                  {file.caption} · {t('destroying.gone', { date: sayDay(file.destroyedAt) })}
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
      {told.outcome !== null && <AddFile entryId={entryId} clearanceId={told.clearanceId} />}
      {removed !== undefined && <RemoveDialog entryId={entryId} file={removed} onClose={() => setRemoved(undefined)} />}
    </>
  );
};
