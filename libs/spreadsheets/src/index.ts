export type { Cell, Column, Line } from './table.ts';
