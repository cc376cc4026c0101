import * as testing from '@jiangong/event-store/testing';

/** Planted breach: production code that leans on test code. */
export const given = testing;
