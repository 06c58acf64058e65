/**
 * The ladder of rooms and its rules, on facts alone: `read.ts` gathers the facts, `../check-ladder.ts` runs both.
 * Rejected: eslint-plugin-boundaries and dependency-cruiser. Neither says what to do instead, and both bring
 * dozens of packages for what is a page of rules here.
 */
import { posix } from 'node:path';

/** The rooms under `src/`, a rung a line, from low to high. A room imports only from lower rungs. */
export const LADDER: readonly (readonly string[])[] = [
  ['kernel'],
  ['database', 'embeddings', 'graph', 'planner'],
  ['jobs'],
  ['access'],
  ['organisations', 'vocabulary', 'documents', 'permits', 'messages'],
  ['talents', 'roles', 'lives'],
  ['matching', 'exchange'],
  ['occasions', 'tandem', 'placements', 'evaluation'],
  ['shortlists'],
  ['delegations', 'events'],
  ['metrics'],
  ['api', 'cli'],
];

/** Rooms at the top: they may use the wiring, and only the wiring imports them. */
const ENDS = ['api', 'cli'];

/** The wiring, the only files directly in `src/`: which rooms and which other wiring each may import. */
const WIRING: Readonly<Record<string, { rooms: readonly string[]; wiring: readonly string[] }>> = {
  'service.ts': { rooms: LADDER.flat(), wiring: ['settings.ts'] },
  'main.ts': { rooms: LADDER.flat(), wiring: ['service.ts', 'settings.ts'] },
  'settings.ts': { rooms: ['kernel'], wiring: [] },
};

/** What the ends may import of the wiring; every other room gets what it needs as arguments. */
const WIRING_FOR_ENDS = ['service.ts', 'settings.ts'];

/** Folders with code beside `src/`, and who under `src/` may import it. */
const OUTSIDE: Readonly<Record<string, readonly string[]>> = {
  migrations: ['service.ts'],
  seeds: ['cli'],
  test: [],
  tools: [],
};

export type Finding = 'computed import' | 'default export' | 'environment' | 'star export' | 'unreadable';

/** What one file under `src/` does that the ladder has an opinion on. Lines count from 1. */
export interface SourceFile {
  /** From the root of the repository, with forward slashes: `src/talents/index.ts`. */
  path: string;
  /** Every module named: static and dynamic imports, re-exports, type-only ones, workers' entry files. */
  imports: readonly { specifier: string; line: number }[];
  findings: readonly { kind: Finding; line: number }[];
}

export interface Violation {
  file: string;
  line: number;
  problem: string;
  remedy: string;
}

/** Where a path lies: in a room, among the wiring, outside `src/`. */
type Place =
  | { kind: 'room'; room: string; door: boolean }
  | { kind: 'wiring'; file: string }
  | { kind: 'outside'; folder: string };

const rungOf = (room: string): number => LADDER.findIndex((rung) => rung.includes(room));
const isRoom = (name: string): boolean => rungOf(name) >= 0;

function placeOf(path: string): Place {
  const [top = '', second = '', ...rest] = path.split('/');
  if (top !== 'src') return { kind: 'outside', folder: top };
  if (rest.length > 0 || isRoom(second))
    return { kind: 'room', room: second, door: rest.join('/') === 'index.ts' };
  return { kind: 'wiring', file: second };
}

/** Checks every file against the ladder. Violations come in the order of files and lines. */
export function checkLadder(files: readonly SourceFile[]): Violation[] {
  const violations: Violation[] = [];
  const reported = new Set<string>();
  for (const file of files) {
    const place = placeOf(file.path);
    const stranger = strangerAt(place);
    if (stranger) {
      // Once a folder is enough, and its imports cannot be judged before it has a rung.
      const key = place.kind === 'room' ? place.room : file.path;
      if (!reported.has(key)) violations.push({ file: file.path, line: 1, ...stranger });
      reported.add(key);
      continue;
    }
    const found = [
      ...file.imports.map(({ specifier, line }) => ({
        line,
        wrong: checkImport(file.path, place, specifier),
      })),
      ...file.findings.map(({ kind, line }) => ({ line, wrong: checkFinding(file.path, place, kind) })),
    ];
    for (const { line, wrong } of found.toSorted((a, b) => a.line - b.line))
      if (wrong) violations.push({ file: file.path, line, ...wrong });
  }
  return violations;
}

/** One violation as a line for people and for editors that jump to `file:line`. */
export const describeViolation = ({ file, line, problem, remedy }: Violation): string =>
  `${file}:${line}: ${problem}: ${remedy}`;

type Wrong = Pick<Violation, 'problem' | 'remedy'> | undefined;

function strangerAt(place: Place): Wrong {
  if (place.kind === 'room' && !isRoom(place.room))
    return {
      problem: `src/${place.room} is not on the ladder`,
      remedy: 'give it a rung in tools/ladder/rules.ts, or move its files into a room',
    };
  if (place.kind === 'wiring' && !(place.file in WIRING))
    return {
      problem: `${place.file} stands in no room`,
      remedy: `move it into one; directly in src/ stand only ${Object.keys(WIRING).join(', ')}`,
    };
  return undefined;
}

function checkImport(path: string, from: Place, specifier: string): Wrong {
  if (!specifier.startsWith('.')) return undefined;
  const target = posix.normalize(posix.join(posix.dirname(path), specifier));
  const to = placeOf(target);
  const who = from.kind === 'room' ? from.room : from.kind === 'wiring' ? from.file : from.folder;
  if (to.kind === 'outside') return checkOutside(who, to.folder, target);
  if (to.kind === 'wiring') return checkWiring(who, from, to.file);
  // An unknown room is reported where it stands, not at each of its importers.
  if (!isRoom(to.room)) return undefined;
  return (
    (from.kind === 'room' ? checkClimb(from.room, to.room) : checkReach(who, to.room)) ??
    checkDoor(who, to, target)
  );
}

/** A room imports from strictly lower rungs only; its own files are free. */
function checkClimb(from: string, to: string): Wrong {
  if (from === to || rungOf(from) > rungOf(to)) return undefined;
  if (ENDS.includes(to))
    return {
      problem: `${from} imports ${to}, which nothing but src/service.ts and src/main.ts may`,
      remedy: 'move what both need into the room whose subject it is',
    };
  if (rungOf(from) === rungOf(to))
    return {
      problem: `${from} imports ${to}, its neighbour on rung ${rungOf(to)}`,
      remedy: 'take it as an argument, or move what both need to a lower room',
    };
  return {
    problem: `${from} (rung ${rungOf(from)}) imports ${to} (rung ${rungOf(to)}), up the ladder`,
    remedy: `move what both need to a lower room, or let ${to} do this and call ${from}`,
  };
}

function checkReach(wiring: string, to: string): Wrong {
  const rooms = WIRING[wiring]?.rooms ?? [];
  if (rooms.includes(to)) return undefined;
  return {
    problem: `${wiring} imports ${to}`,
    remedy: `it may import only ${rooms.join(', ')}; hand the value over in src/service.ts`,
  };
}

function checkDoor(who: string, to: { room: string; door: boolean }, target: string): Wrong {
  if (to.door || who === to.room) return undefined;
  return {
    problem: `${who} imports ${target}, past the door of ${to.room}`,
    remedy: `export what is needed from src/${to.room}/index.ts and import that`,
  };
}

function checkWiring(who: string, from: Place, file: string): Wrong {
  const allowed =
    from.kind === 'wiring' ? (WIRING[who]?.wiring ?? []) : ENDS.includes(who) ? WIRING_FOR_ENDS : [];
  if (allowed.includes(file)) return undefined;
  return {
    problem: `${who} imports src/${file}, which wires the rooms`,
    remedy: 'take what is needed as an argument, and pass it in src/service.ts',
  };
}

function checkOutside(who: string, folder: string, target: string): Wrong {
  const allowed = OUTSIDE[folder];
  if (!allowed || allowed.includes(who)) return undefined;
  const exception = allowed.length > 0 ? `; only ${allowed.join(', ')} may` : '';
  return {
    problem: `${who} imports ${target} from outside src${exception}`,
    remedy: `move what the program needs into a room; ${folder}/ uses src, never the reverse`,
  };
}

function checkFinding(path: string, place: Place, kind: Finding): Wrong {
  const isDoor = posix.basename(path) === 'index.ts';
  switch (kind) {
    case 'environment':
      if (place.kind === 'wiring' && place.file === 'settings.ts') return undefined;
      return {
        problem: 'reads process.env',
        remedy: 'add the setting to src/settings.ts and take its value as an argument',
      };
    case 'computed import':
      return {
        problem: 'imports a module whose name is computed, which the ladder cannot judge',
        remedy: 'name the module in quotes',
      };
    case 'star export':
      if (!isDoor) return undefined;
      return {
        problem: 'the door exports *',
        remedy: 'name each export, so that a reader sees what the room offers',
      };
    case 'default export':
      if (!isDoor) return undefined;
      return { problem: 'the door has a default export', remedy: 'give the export a name' };
    case 'unreadable':
      return { problem: 'is not valid TypeScript', remedy: 'run npx tsc --noEmit and mend it' };
  }
}
