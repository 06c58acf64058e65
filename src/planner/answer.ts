/** The plan as `plan` answers it and `tandem plan --json` prints it. */
export interface Plan {
  /** `optimal` and `feasible` keep every promise; `partial` does not, and `infeasible` says why none can. */
  status: 'optimal' | 'feasible' | 'partial' | 'infeasible';
  meetings: PlannedMeeting[];
  unplaced: UnplacedPair[];
  /** Guarantees that the plan does not reach. */
  unserved: UnservedPerson[];
  people: Record<string, PersonSummary>;
  value: number;
  /** Times that somebody's next meeting is not in the next slot. */
  breaks: number;
  /** What no plan can better, in the objective in force. */
  bound: number;
  /** Distance to the bound as a share; 0 when proven. */
  gap: number;
  proven: boolean;
  fairness: Fairness;
  comfort: Comfort;
  /** Requirements that cannot all be met, when that is proven; each is needed for the contradiction. */
  conflict: string[];
  seconds: number;
  /** How the plan differs from the one that it was made from. */
  changes?: Changes;
}

export interface PlannedMeeting {
  pair: string;
  slot: number;
  /** Room or table from 0; null where meetings need none. */
  place: number | null;
}

export interface UnplacedPair {
  pair: string;
  /** Which limit keeps it out. */
  limit: UnplacedLimit;
  reason: string;
}

export type UnplacedLimit =
  | 'no common slot'
  | 'apart'
  | 'together'
  | 'maximum'
  | 'day'
  | 'agenda'
  | 'group'
  | 'once'
  | 'places'
  | 'shared'
  | 'precede'
  | 'idle'
  | 'change';

export interface UnservedPerson {
  person: string;
  min: number;
  meetings: number;
  reason: string;
}

export interface PersonSummary {
  meetings: number;
  value: number;
  /** Slots between the first and the last meeting of a day without a meeting. */
  idle: number;
  /** Times that the next meeting is at another place. */
  moves: number;
}

export interface Fairness {
  /** Least share that somebody gets of what their own best agenda would be worth; 1 when nobody has a pair. */
  worstOff: number;
  worstOffPerson: string | null;
  /** Standard deviation of these shares. */
  spread: number;
  /** Value given up to raise the worst-off. */
  price: number;
}

export interface Comfort {
  /** Idle slots of all agendas. */
  idle: number;
  /** Changes of place of all agendas. */
  moves: number;
  /** Value given up for fewer idle slots. */
  price: number;
}

export interface Changes {
  /** People whose agenda is not what it was. */
  changed: string[];
  /** Those of them who lost a meeting that no longer can be: nobody could have spared them. */
  unavoidable: string[];
  value: { before: number; after: number };
}
