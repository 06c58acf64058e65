import type { Life } from '../lives/index.ts';
import { eventLife, missionLife } from './occasion-lives.ts';
import type { OccasionKind, OccasionState } from './occasion.entity.ts';

/** A step in the life of a mission or an event. */
export type OccasionMove = keyof typeof missionLife.moves | keyof typeof eventLife.moves;

const LIVES: Record<OccasionKind, Life> = { MISSION: missionLife, EVENT: eventLife } as never;

/** The life of occasions of a kind, of which every state is an occasion's. */
export const lifeOf = (kind: OccasionKind): Life<OccasionState, OccasionMove> => LIVES[kind] as never;

const named = (part: 'states' | 'moves'): string[] => [
  ...new Set([...Object.keys(missionLife[part]), ...Object.keys(eventLife[part])]),
];

/** The states and the moves of both kinds, each once. */
export const OCCASION_STATES = named('states') as OccasionState[];
export const OCCASION_MOVES = named('moves') as OccasionMove[];
