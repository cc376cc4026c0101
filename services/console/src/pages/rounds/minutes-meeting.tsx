import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { DayField } from '../../components/day-field.tsx';
import { comma, nameIn } from '../../components/names.ts';
import { HashedFile } from './hashed-file.tsx';
import type { Minutes } from './minutes-draft.ts';

type Body = Schemas['GetV1RoundsByRoundIdBodyAnswer'];
type Writing = Readonly<{ minutes: Minutes; set: (minutes: Minutes) => void }>;
/** `names`: of what is decided over. */
type Named = Readonly<{ body: Body; names: ReadonlyMap<string, string> }>;

const NUMBER_CHARS_MAX = 100;
const REASON_CHARS_MAX = 1_000;

const PaperFile = ({ minutes, set }: Writing) => {
  const { t } = useTranslation();
  return (
    <div className="field wide">
      <label htmlFor="minutes-file">{t('rounds.minutes.file')}</label>
      <HashedFile id="minutes-file" isTaken={minutes.file !== null} onTake={(file) => set({ ...minutes, file })}>
        {minutes.file === null
          ? t('rounds.minutes.fileHint')
          : t('rounds.minutes.fileTaken', { name: minutes.file.name, hash: minutes.file.sha256.slice(0, 16) })}
      </HashedFile>
    </div>
  );
};

/** Who was there, ticked off the whole body of the day, each with what he is recused from. */
const Present = ({ minutes, set, body, names }: Writing & Named) => {
  const { t } = useTranslation();
  const isAll = body.members.every(({ personId }) => minutes.present.includes(personId));
  const toggle = (personId: string): void =>
    set({
      ...minutes,
      present: minutes.present.includes(personId)
        ? minutes.present.filter((one) => one !== personId)
        : [...minutes.present, personId],
    });
  return (
    <fieldset className="plain-set">
      <legend>{t('rounds.minutes.present', { count: minutes.present.length, all: body.members.length })}</legend>
      {!isAll && (
        <Button onClick={() => set({ ...minutes, present: body.members.map(({ personId }) => personId) })}>
          {t('rounds.minutes.allPresent')}
        </Button>
      )}
      <ul className="plain">
        {body.members.map(({ personId, personName, homeName, left, recused }) => (
          <li key={personId}>
            <label className="tick">
              <input type="checkbox" checked={minutes.present.includes(personId)} onChange={() => toggle(personId)} />
              <span>
                {nameIn(personName) ?? t('none')} <span className="quiet">{nameIn(homeName) ?? ''}</span>
                {left && <span className="tag">{t('rounds.minutes.left')}</span>}
                {recused.length > 0 && (
                  <span className="quiet block">
                    {t('rounds.minutes.recusedFrom', {
                      names: recused
                        .map(({ entryId, entryName }) => nameIn(entryName) ?? names.get(entryId) ?? '')
                        .join(comma()),
                    })}
                  </span>
                )}
              </span>
            </label>
          </li>
        ))}
      </ul>
      <p className="quiet">{t('rounds.minutes.quorum')}</p>
    </fieldset>
  );
};

/** The meeting: its number, day, paper, and who was there; over a unit's part, why the body above met. */
export const MinutesMeeting = ({
  minutes,
  set,
  body,
  names,
  isPart,
}: Writing & Named & Readonly<{ isPart: boolean }>) => {
  const { t } = useTranslation();
  return (
    <>
      <div className="filters">
        <label className="field">
          <span>{t('rounds.minutes.number')}</span>
          <input
            value={minutes.minutesNumber}
            maxLength={NUMBER_CHARS_MAX}
            onChange={({ target }) => set({ ...minutes, minutesNumber: target.value })}
          />
        </label>
        <DayField
          label={t('rounds.minutes.day')}
          value={minutes.meetingOn === '' ? body.meetingOn : minutes.meetingOn}
          onChange={(meetingOn) => set({ ...minutes, meetingOn: meetingOn ?? '' })}
        />
        <PaperFile minutes={minutes} set={set} />
      </div>
      <Present minutes={minutes} set={set} body={body} names={names} />
      <label className="tick">
        <input
          type="checkbox"
          checked={minutes.superior}
          onChange={() => set({ ...minutes, superior: !minutes.superior, present: [] })}
        />
        {t('rounds.minutes.superior')}
      </label>
      {isPart && minutes.superior && (
        <label className="field wide">
          <span>{t('rounds.parts.superiorReason')}</span>
          <textarea
            rows={3}
            value={minutes.superiorReason}
            maxLength={REASON_CHARS_MAX}
            onChange={({ target }) => set({ ...minutes, superiorReason: target.value })}
          />
          <span className="quiet">{t('rounds.parts.superiorHint')}</span>
        </label>
      )}
    </>
  );
};
