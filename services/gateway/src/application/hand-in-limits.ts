/** So long nothing is confirmed after it was handed in: a person reads it over, a program that floods has to wait. Real time. */
export const CONFIRM_AFTER_MS = 3_000;

/** What is not confirmed by then is gone, with its files. */
export const LAPSES_AFTER_MS = 60 * 60_000;

/** Of one source and entry, handed in and not confirmed yet. */
export const WAITING_OF_SOURCE_MAX = 3;

/** Of one block of addresses and entry, confirmed: so many, whoever sits there. */
export const CONFIRMED_OF_BLOCK_MAX = 12;

/** How long it is known that a block has objected to an entry, and the entry's key is kept: longer than notices and their answers. */
export const SOURCES_KEPT_MS = 60 * 24 * 60 * 60_000;

/** How long the code of an objection tells how it stands: past the edition, and past whatever is opened again of it. */
export const RECEIPTS_KEPT_MS = 730 * 24 * 60 * 60_000;

/** Of all who object anywhere; a full quarantine refuses files, never objections. */
export const WAITING_MAX = 20_000;
export const QUARANTINE_BYTES_MAX = 1_000_000_000;

export const FILES_MAX = 3;
export const FILE_BYTES_MAX = 5_000_000;

/** Whatever entry it is about: how fast one address, and one block of them, may hand in. */
export const HAND_IN_LIMITS = {
  address: { name: 'objections-of-an-address', perMinute: 6 },
  block: { name: 'objections-of-a-block', perMinute: 30 },
  files: { name: 'objection-files-of-an-address', perMinute: 3 },
  filesOfBlock: { name: 'objection-files-of-a-block', perMinute: 6 },
  status: { name: 'objection-status-of-an-address', perMinute: 20 },
  statusOfBlock: { name: 'objection-status-of-a-block', perMinute: 100 },
} as const;
