import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Draft } from '../../api/draft.ts';
import type { Option } from '../../components/choice.tsx';
import { DraftForm } from '../../components/draft-form.tsx';
import { useAddedFiles } from '../declaring/added-files.ts';
import { Demanded } from '../declaring/demanded.tsx';
import type { Attached } from '../declaring/documents.ts';
import type { Evidence } from '../declaring/evidence.ts';
import { NewFiles } from '../declaring/new-files.tsx';
import { Answerable } from '../planning/plan-fields.tsx';
import { AlsoIn } from './also-in.tsx';
import { MadeKnown } from './made-known.tsx';
import { type Nomination, type Track, trackName } from './nomination.ts';
import { SubjectFields, type useSubjects } from './subject-fields.tsx';

const TEXT_CHARS_MAX = 4_000;

const Where = ({ nominators, tracks }: Readonly<{ nominators: readonly Option[]; tracks: readonly Track[] }>) => {
  const { t } = useTranslation();
  const required = [{ required: true, message: t('required') }];
  return (
    <>
      <Form.Item name="nominatorId" label={t('nominating.by')} rules={required} hidden={nominators.length === 1}>
        <select>
          <option value="">{t('choose')}</option>
          {nominators.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </Form.Item>
      <Form.Item name="track" label={t('projects.track')} rules={required} hidden={tracks.length === 1}>
        <select>
          {tracks.map((each) => (
            <option key={each.track} value={each.track}>
              {trackName(each)}
            </option>
          ))}
        </select>
      </Form.Item>
    </>
  );
};

/** What goes along, and which of it the template asks for. */
const Files = ({
  draft: { value, set },
  track,
  attached,
  sources,
  uploads,
  onChange,
}: Readonly<{
  draft: Draft<Nomination>;
  track: Track;
  attached: readonly Attached[];
  onChange: (files: readonly Evidence[]) => void;
}> &
  ReturnType<typeof useAddedFiles>) => {
  const { t } = useTranslation();
  return (
    <>
      <h2>{t('declaring.evidence')}</h2>
      <NewFiles {...{ sources, uploads, onChange }} files={value.files} taken={0} isDescribed={false} />
      {track.documents.length > 0 && (
        <Demanded
          demanded={track.documents}
          names={track.documentNames}
          chosen={value.documents}
          attached={attached}
          onChange={(documents) => set({ ...value, documents })}
        />
      )}
    </>
  );
};

/** Everything that a nomination says, kept while it is written. */
export const NominationForm = ({
  draft,
  nominators,
  tracks,
  track,
  subjects,
  attached,
  ownNoticeIn,
  isCandidate,
  editionId,
  onFinish,
}: Readonly<{
  draft: Draft<Nomination>;
  nominators: readonly Option[];
  tracks: readonly Track[];
  /** The one that is chosen. */
  track: Track;
  subjects: ReturnType<typeof useSubjects>;
  attached: readonly Attached[];
  /** The edition, where what is put forward was made known before. */
  ownNoticeIn: string | undefined;
  /** It is voted upon before it is declared: files come with the declaration. */
  isCandidate: boolean;
  editionId: string;
  onFinish: () => void;
}>) => {
  const { t } = useTranslation();
  const { value } = draft;
  const setFiles = (files: readonly Evidence[]): void => draft.set({ ...value, files });
  const { uploads, sources } = useAddedFiles(value.files, setFiles);
  const underWay = uploads.all.length;
  return (
    <section className="part" aria-labelledby="nomination">
      <h2 id="nomination">{t('nominating.new')}</h2>
      <DraftForm draft={draft} onFinish={onFinish}>
        <Where nominators={nominators} tracks={tracks} />
        {ownNoticeIn === undefined ? (
          <SubjectFields track={track} {...subjects} />
        ) : (
          <MadeKnown editionId={ownNoticeIn} draft={draft} />
        )}
        <AlsoIn {...{ editionId, tracks }} nomination={value} />
        <Answerable among={value.nominatorId} known={[]} />
        <Form.Item
          name="summary"
          label={t(isCandidate ? 'nominating.reasons' : 'declaring.summary')}
          extra={t(isCandidate ? 'nominating.reasonsHint' : 'declaring.summaryHint')}
          rules={[{ required: true, whitespace: true, message: t('required') }]}
        >
          <Input.TextArea rows={8} maxLength={TEXT_CHARS_MAX} showCount />
        </Form.Item>
        {!isCandidate && <Files {...{ draft, track, attached, sources, uploads }} onChange={setFiles} />}
        <p className="row send-row">
          <Button type="primary" htmlType="submit" disabled={underWay > 0}>
            {underWay > 0 ? t('declaring.waitFor', { count: underWay }) : t('acts.toCheck')}
          </Button>
        </p>
      </DraftForm>
    </section>
  );
};
