/**
 * Fails when a room imports up or across the ladder, or past another room's door.
 * Run: `node tools/check-ladder.ts [root of the repository]`, part of `npm run lint`.
 * Prints `file:line: what is wrong: what to do` for each violation and exits with 1; 0 means none.
 */
import { join } from 'node:path';
import { readSources } from './ladder/read.ts';
import { checkLadder, describeViolation } from './ladder/rules.ts';

const sources = readSources(process.argv[2] ?? join(import.meta.dirname, '..'));
const violations = checkLadder(sources);
for (const violation of violations) console.error(describeViolation(violation));
if (violations.length > 0) process.exitCode = 1;
else console.log(`ladder: ${sources.length} files under src keep to it`);
