import type { Drawn, DrawnPage, Mark, Measure } from '../drawn.ts';
import { A4, MM, SEAL_RED } from '../paper.ts';
import { plainLine } from '../plain-text.ts';
import type { Certificate, CertificateBook } from '../printed.ts';
import { balanceLines, breakLines } from '../typeset/break-lines.ts';
import { rule, textMark, type Type, widthIn, widths } from './set-text.ts';

const WIDTH = A4.long;
const HEIGHT = A4.short;
const SIDE = 32 * MM;
const ROOM = WIDTH - 2 * SIDE;
const QR_SIDE = 27 * MM;
const FRAMES = [
  { inset: 10 * MM, thickness: 2.4 },
  { inset: 12 * MM, thickness: 0.7 },
] as const;
/** What is said has so much height; longer texts are set smaller. */
const SAID_TOP = 63 * MM;
const SAID_HEIGHT = 78 * MM;
const SIZES_TRIED = [20, 18, 16, 14, 12, 10, 8, 6] as const;
const PITCH = 1.75;

const frame = (): readonly Mark[] =>
  FRAMES.flatMap(({ inset, thickness }) => {
    const [left, top, right, bottom] = [inset, inset, WIDTH - inset, HEIGHT - inset];
    const corners = [
      { x: left, y: top },
      { x: right, y: top },
      { x: right, y: bottom },
      { x: left, y: bottom },
    ] as const;
    return corners.map((corner, at) =>
      rule(corner, corners[(at + 1) % corners.length] ?? corner, { thickness, colour: SEAL_RED }),
    );
  });

const centred = (measure: Measure, text: string, type: Type, y: number): Mark =>
  textMark(text, { x: (WIDTH - widthIn(measure, text, type)) / 2, y }, type);

type Said = Readonly<{ height: number; marks: readonly Mark[] }>;

/** Holder, merit, award and closing in one size, from the top on. */
const sayAt = (measure: Measure, certificate: Certificate, size: number): Said => {
  const body: Type = { face: 'body', size, spacing: 0 };
  const award: Type = { face: 'title', size: size * 1.4, spacing: 1, colour: SEAL_RED };
  const pitch = size * PITCH;
  const marks: Mark[] = [];
  let y = SAID_TOP;
  const left = (text: string, indent: number): void => {
    const lines = breakLines(text, { first: ROOM - indent, rest: ROOM, widthOf: widths(measure, body) });
    lines.forEach((line, at) => {
      marks.push(textMark(line, { x: SIDE + (at === 0 ? indent : 0), y: y + pitch * 0.7 }, body));
      y += pitch;
    });
  };
  left(`${plainLine(certificate.holder)}：`, 0);
  left(plainLine(certificate.merit), 2 * size);
  y += pitch * 0.3;
  for (const line of balanceLines(plainLine(certificate.award), { rest: ROOM, widthOf: widths(measure, award) })) {
    marks.push(centred(measure, line, award, y + pitch * 0.9));
    y += pitch * 1.4;
  }
  y += pitch * 0.2;
  left(plainLine(certificate.closing), 2 * size);
  return { height: y - SAID_TOP, marks };
};

const said = (measure: Measure, certificate: Certificate): readonly Mark[] => {
  for (const size of SIZES_TRIED) {
    const { height, marks } = sayAt(measure, certificate, size);
    if (height <= SAID_HEIGHT) return marks;
  }
  return sayAt(measure, certificate, SIZES_TRIED.at(-1) ?? 6).marks;
};

const SMALL: Type = { face: 'body', size: 9, spacing: 0 };
const NUMBER: Type = { face: 'body', size: 11, spacing: 0.3 };
const SIGNED: Type = { face: 'body', size: 17, spacing: 0 };
const FOOT_TOP = HEIGHT - 58 * MM;

/** The code, the number, and the address in words for who has no camera. */
const proof = ({ number, address }: Certificate): readonly Mark[] => {
  const x = SIDE + QR_SIDE + 12;
  return [
    { kind: 'qr', x: SIDE, y: FOOT_TOP, side: QR_SIDE, text: address },
    textMark('证书编号', { x, y: FOOT_TOP + 18 }, SMALL),
    textMark(plainLine(number), { x, y: FOOT_TOP + 34 }, NUMBER),
    textMark('扫码或凭编号查验真伪及效力', { x, y: FOOT_TOP + 52 }, SMALL),
    textMark(plainLine(address), { x: SIDE, y: FOOT_TOP + QR_SIDE + 14 }, { ...SMALL, size: 6.5 }),
  ];
};

/** Issuer over date, in the lower right, where the seal goes. */
const signed = (measure: Measure, { issuer, date }: Certificate): readonly Mark[] => {
  const name = plainLine(issuer);
  const room = ROOM - QR_SIDE - 190;
  const lines = breakLines(name, { first: room, rest: room, widthOf: widths(measure, SIGNED) });
  const width = Math.max(...lines.map((line) => widthIn(measure, line, SIGNED)), widthIn(measure, date, SIGNED));
  const centre = WIDTH - SIDE - width / 2;
  return [...lines, plainLine(date)].map((line, at) =>
    textMark(line, { x: centre - widthIn(measure, line, SIGNED) / 2, y: FOOT_TOP + 30 + at * 30 }, SIGNED),
  );
};

const pageOf = (measure: Measure, certificate: Certificate): DrawnPage => [
  ...frame(),
  centred(measure, plainLine(certificate.heading), { face: 'title', size: 50, spacing: 14, colour: SEAL_RED }, 47 * MM),
  ...said(measure, certificate),
  ...proof(certificate),
  ...signed(measure, certificate),
];

/** Certificates, a page each. */
export const layOutCertificates = ({ title, certificates, madeAt }: CertificateBook, measure: Measure): Drawn => ({
  width: WIDTH,
  height: HEIGHT,
  pages: certificates.map((certificate) => pageOf(measure, certificate)),
  title: plainLine(title),
  author: plainLine(certificates[0]?.issuer ?? ''),
  madeAt,
});
