import { Form, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { newSerial } from '../../ballots/blind-token.ts';
import type { Token } from '../../ballots/kept-tokens.ts';
import { Mark } from '../../components/mark.tsx';
import { either } from '../../components/names.ts';
import { OrderDialog } from '../../components/order-dialog.tsx';
import { useHandIn } from './use-hand-in.ts';

type Ballot = Schemas['MyBallot'];
type Box = Ballot['boxes'][number];
/** Levels by place. */
type Paper = Readonly<{ answers?: Readonly<Record<string, string | undefined>> }>;
type Place = Readonly<{ name: string; entryId: string; question?: string }>;

const placesOf = ({ questions }: Ballot, { entries }: Box): readonly Place[] =>
  entries.flatMap(({ entryId }): readonly Place[] =>
    questions.length === 0
      ? [{ name: entryId, entryId }]
      : questions.map(({ question }) => ({ name: `${entryId} ${question}`, entryId, question })),
  );

/** Of a paper the highest level is limited: how many have it while one fills in, said aloud whenever that changes. */
const FullCount = ({ level, given, most }: Readonly<{ level: string; given: number; most: number }>) => {
  const { t } = useTranslation();
  return (
    <p role="status" className="paper-limit">
      <Mark tone={given > most ? 'bad' : given === most ? 'good' : 'plain'}>
        {t(given > most ? 'ballots.fullBeyond' : 'ballots.fullGiven', { level, given, most, beyond: given - most })}
      </Mark>
    </p>
  );
};

/** One answer: what is asked, and the levels in a row. */
const Answer = ({ ballot: { levels }, place, label }: Readonly<{ ballot: Ballot; place: Place; label: string }>) => {
  const { t } = useTranslation();
  return (
    <Form.Item
      name={['answers', place.name]}
      label={label}
      rules={[{ required: true, message: t('ballots.unanswered') }]}
    >
      <Radio.Group className="ballot-levels">
        {levels.map(({ level, nameZh, nameEn }) => (
          <Radio key={level} value={level}>
            {either(nameZh, nameEn)}
          </Radio>
        ))}
      </Radio.Group>
    </Form.Item>
  );
};

const Entries = ({ ballot, box }: Readonly<{ ballot: Ballot; box: Box }>) => {
  const { t } = useTranslation();
  const places = placesOf(ballot, box);
  const labelOf = ({ question }: Place): string => {
    const asked = ballot.questions.find((one) => one.question === question);
    return asked === undefined ? t('ballots.level') : either(asked.nameZh, asked.nameEn);
  };
  return box.entries.map(({ entryId, title }) => (
    <fieldset key={entryId} className="paper-entry">
      <legend>{title}</legend>
      {places
        .filter((place) => place.entryId === entryId)
        .map((place) => (
          <Answer key={place.name} ballot={ballot} place={place} label={labelOf(place)} />
        ))}
    </fieldset>
  ));
};

/** Each answer with a serial that is made for it alone, the same however often the paper is handed in. */
const useMarks = (ballot: Ballot, box: Box) => {
  const [serials] = useState(() => new Map(placesOf(ballot, box).map(({ name }) => [name, newSerial()])));
  return ({ answers = {} }: Paper) =>
    placesOf(ballot, box).map(({ name, ...place }) => ({
      ...place,
      level: answers[name] ?? '',
      serial: serials.get(name) ?? '',
    }));
};

/** A paper of several answers: handed in whole, and not before it keeps to what one paper may hold. */
export const PaperDialog = ({
  ballot,
  box,
  token,
  onVoted,
  onClose,
}: Readonly<{ ballot: Ballot; box: Box; token: Token; onVoted: () => void; onClose: () => void }>) => {
  const { t } = useTranslation();
  const [paper, setPaper] = useState<Paper>({});
  const marksOf = useMarks(ballot, box);
  const order = useHandIn<Paper>(ballot.ballotId, token, {
    chosenIn: (filled) => ({ marks: marksOf(filled) }),
    onDone: () => {
      onVoted();
      onClose();
    },
  });
  const { fullMost } = box;
  const [best] = ballot.levels;
  const givenOn = ({ answers = {} }: Paper): number =>
    Object.values(answers).filter((level) => level === best?.level).length;
  const level = best === undefined ? '' : either(best.nameZh, best.nameEn);
  return (
    <OrderDialog<Paper>
      title={t('ballots.paperTitle')}
      lead={t('ballots.paperFinal')}
      action={t('ballots.vote')}
      order={order}
      onClose={onClose}
      onTyped={setPaper}
    >
      <Entries ballot={ballot} box={box} />
      {fullMost !== null && (
        <Form.Item
          className="paper-count"
          name="limit"
          rules={[
            ({ getFieldsValue }) => ({
              validator: async () => {
                const given = givenOn(getFieldsValue(true) as Paper);
                if (given > fullMost) throw new Error(t('ballots.fullTooMany', { level, most: fullMost }));
              },
            }),
          ]}
        >
          <FullCount level={level} given={givenOn(paper)} most={fullMost} />
        </Form.Item>
      )}
    </OrderDialog>
  );
};
