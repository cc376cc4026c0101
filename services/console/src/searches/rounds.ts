import { type Given, text } from './given.ts';

export type RoundsSearch = Readonly<{ status?: string | undefined }>;
export const roundsSearch = ({ status }: Given): RoundsSearch => ({ status: text(status) });

export type RoundSearch = Readonly<{ q?: string | undefined }>;
export const roundSearch = ({ q }: Given): RoundSearch => ({ q: text(q) });

/** Of a star rating: whoever has so many stars. */
export type DecisionSearch = Readonly<{ stars?: string | undefined }>;
export const decisionSearch = ({ stars }: Given): DecisionSearch => ({ stars: text(stars) });

export type SeatsSearch = Readonly<{
  source?: string | undefined;
  sheet?: string | undefined;
  held?: string | undefined;
}>;
export const seatsSearch = ({ source, sheet, held }: Given): SeatsSearch => ({
  source: text(source),
  sheet: text(sheet),
  held: text(held),
});

/** What is assumed, each list with commas between, as the platform is asked. */
export type WhatIfSearch = Readonly<{
  withoutSeats?: string | undefined;
  withoutEntries?: string | undefined;
  parameters?: string | undefined;
}>;
export const whatIfSearch = ({ withoutSeats, withoutEntries, parameters }: Given): WhatIfSearch => ({
  withoutSeats: text(withoutSeats),
  withoutEntries: text(withoutEntries),
  parameters: text(parameters),
});
