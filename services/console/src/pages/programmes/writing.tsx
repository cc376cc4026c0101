import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../../api/client.ts';
import { type Draft, useDraft } from '../../api/draft.ts';
import { under, useOrder } from '../../api/order.ts';
import { lookAt } from '../../api/questions/templates.ts';
import { CheckAnswers } from '../../components/check-answers.tsx';
import { DraftMark } from '../../components/draft-mark.tsx';
import { Loading } from '../../components/loading.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { saveFile } from '../../components/save-file.ts';
import { useTell } from '../../components/told.tsx';
import { Sample } from '../campaigns/sample.tsx';
import { Begin, useBeginning } from './begin.tsx';
import { CodeField, type CodeHandle } from './code-field.tsx';
import { LookedAtBeside, StandingLine, standingOf } from './looked-at.tsx';
import { bytesOf, placed, type Problem, roomOf, TEXT_BYTES_MAX } from './text-places.ts';

type LookedAt = Schemas['TemplateLookedAt'];
type Typed = Readonly<{ text: string }>;

const NOTHING: Typed = { text: '' };
const NO_PROBLEMS: readonly Problem[] = [];
const KB = 1_024;

const restored = (kept: unknown): Typed | null => {
  const { text } = kept as Partial<Typed>;
  return typeof text === 'string' ? { text } : null;
};

type Text = Readonly<{ text: string; isTyped: boolean; type: (text: string) => void }>;

/** Where the address says what one begins with and nothing is kept, that stands there at once: of what nobody has typed there is no draft. */
const useText = (committeeId: string, begin: string | undefined, draft: Draft<Typed>): Text => {
  const read = useBeginning(committeeId);
  const [begun, setBegun] = useState<string | null>(null);
  const isFresh = draft.state === 'saved' && draft.value.text === '';
  const asked = useRef(false);
  useEffect(() => {
    if (begin === undefined || !isFresh || asked.current) return;
    asked.current = true;
    // What can not be read begins empty: it can be chosen on the page, which says why.
    read(begin).then(setBegun, () => undefined);
    // What is read is a rule of the page, not a state.
  }, [begin, isFresh]);
  return {
    text: draft.value.text === '' && begun !== null ? begun : draft.value.text,
    isTyped: draft.value.text !== '' || draft.state !== 'saved',
    type: (text) => {
      asked.current = true;
      setBegun(null);
      draft.set({ text });
    },
  };
};

const saveText = (text: string, name: string): void =>
  saveFile(`${name}.yaml`, new Blob([text], { type: 'application/yaml' }));

const useAdopting = (committeeId: string, draft: Draft<Typed>) => {
  const { t } = useTranslation();
  const tell = useTell();
  const navigate = useNavigate();
  return useOrder({
    send: async (text: string, key: string) =>
      answerOf(api.POST('/v1/templates', { params: { header: under(key) }, body: { committeeId, template: text } })),
    touches: [['templates']],
    onDone: ({ templateHash }) => {
      tell(t('campaigns.adopted'));
      void draft
        .discard()
        .then(async () =>
          navigate({ to: '/editions/new', search: { committee: committeeId, template: templateHash } }),
        );
    },
  });
};

/** The second look: what is adopted, and what follows. */
const Adopting = ({
  answer,
  order,
  onAdopt,
  onEdit,
}: Readonly<{
  answer: LookedAt;
  order: ReturnType<typeof useAdopting>;
  onAdopt: () => void;
  onEdit: () => void;
}>) => {
  const { t } = useTranslation();
  const { titleZh, titleEn, templateId, templateHash, notYet, adopted } = answer;
  return (
    <>
      {order.isError && <ProblemNotice error={order.error} again={onAdopt} />}
      <CheckAnswers
        title={t('acts.check')}
        lead={t(adopted ? 'programmes.adoptedAlready' : 'programmes.adoptLead')}
        answers={[
          { name: t('programmes.titleZh'), said: titleZh ?? '' },
          { name: t('programmes.titleEn'), said: titleEn ?? '' },
          { name: t('programmes.id'), said: templateId ?? '' },
          { name: t('programmes.hash'), said: <code>{templateHash}</code> },
          {
            name: t('programmes.mayBeOpened'),
            said: notYet.length === 0 ? t('programmes.opens') : t('programmes.opensNot', { count: notYet.length }),
          },
        ]}
        action={t('programmes.adopt')}
        busy={order.isPending}
        onSend={onAdopt}
        onEdit={onEdit}
      />
    </>
  );
};

/** How much room is left: said all the time, and once more where little is left. */
const RoomLeft = ({ bytes }: Readonly<{ bytes: number }>) => {
  const { t } = useTranslation();
  const room = roomOf(bytes);
  const used = (bytes / KB).toFixed(1);
  return (
    <>
      <p className="quiet">{t('programmes.room', { used, most: TEXT_BYTES_MAX / KB })}</p>
      {room !== 'enough' && (
        <p className="note" role="alert">
          {t(`programmes.roomLeft.${room}`)}
        </p>
      )}
    </>
  );
};

/** What a played edition would look like; it follows the text. */
const SampleBelow = ({ sample }: Readonly<{ sample: LookedAt['sample'] }>) => {
  const { t } = useTranslation();
  return (
    <section className="part sample-below" aria-labelledby="sample">
      <h2 id="sample">{t('sample.title')}</h2>
      {sample === null ? (
        <p className="quiet">{t('sample.notYet')}</p>
      ) : (
        <details>
          <summary>{t('sample.unfold')}</summary>
          <Sample sample={sample} />
        </details>
      )}
    </section>
  );
};

const useLookedAt = (committeeId: string, text: string, isTyped: boolean) => {
  const isEmpty = text.trim() === '';
  const isTooLarge = roomOf(bytesOf(text)) === 'none';
  const isAsked = !isEmpty && !isTooLarge;
  const { data, error, isPlaceholderData, refetch } = useQuery({
    ...lookAt(committeeId, text, isTyped),
    enabled: isAsked,
  });
  const [looked, answer] = isAsked && data !== undefined ? [data.text, data.answer] : ['', undefined];
  const isAnswered = answer !== undefined && !isPlaceholderData;
  const standing = standingOf(answer, { isEmpty, isTooLarge, isAnswered, isFailed: isAsked && error !== null });
  const [problems, notYet] = useMemo(
    () =>
      answer === undefined
        ? [NO_PROBLEMS, NO_PROBLEMS]
        : [placed(looked, answer.problems), placed(looked, answer.notYet)],
    [answer, looked],
  );
  const marked = useMemo(() => new Set([...problems, ...notYet].map(({ line }) => line)), [problems, notYet]);
  return { answer, standing, problems, notYet, marked, error: isAsked ? error : null, again: () => void refetch() };
};

/** The text with everything beside it. */
export const Writing = ({ committeeId, begin }: Readonly<{ committeeId: string; begin: string | undefined }>) => {
  const { t } = useTranslation();
  const draft = useDraft<Typed>('template', committeeId, NOTHING, restored);
  const { text, isTyped, type } = useText(committeeId, begin, draft);
  const { answer, standing, problems, notYet, marked, error, again } = useLookedAt(committeeId, text, isTyped);
  const [checking, setChecking] = useState(false);
  const order = useAdopting(committeeId, draft);
  const code = useRef<CodeHandle>(null);
  if (draft.state === 'reading') return <Loading />;
  const isReady = standing === 'ready' || standing === 'not-yet';
  if (checking && isReady && answer !== undefined)
    return (
      <Adopting answer={answer} order={order} onAdopt={() => order.mutate(text)} onEdit={() => setChecking(false)} />
    );
  const goTo = (line: number): void => code.current?.goTo(line);
  return (
    <>
      <Begin committeeId={committeeId} first={begin} text={text} onBegin={type} />
      <div className="code-desk">
        <section className="part" aria-labelledby="text">
          <h2 id="text">
            <label htmlFor="template-text">{t('programmes.text')}</label>
          </h2>
          <p id="text-hint" className="quiet">
            {t('programmes.textHint')}
          </p>
          <CodeField
            id="template-text"
            value={text}
            marked={marked}
            isInvalid={standing === 'refused'}
            describedBy="text-hint"
            handle={code}
            onType={type}
          />
          <RoomLeft bytes={bytesOf(text)} />
          {isTyped && <DraftMark draft={draft} />}
          <p className="row send-row">
            <Button type="primary" disabled={!isReady} onClick={() => setChecking(true)}>
              {t('acts.toCheck')}
            </Button>
            <Button disabled={text === ''} onClick={() => saveText(text, answer?.templateId ?? 'programme')}>
              {t('programmes.download')}
            </Button>
          </p>
        </section>
        <section className="part code-beside" aria-labelledby="looked-at">
          <h2 id="looked-at">{t('programmes.lookedAt')}</h2>
          <StandingLine standing={standing} answer={answer} />
          <LookedAtBeside {...{ answer, problems, notYet, error, again }} onGo={goTo} />
        </section>
      </div>
      <SampleBelow sample={answer?.sample ?? null} />
    </>
  );
};
