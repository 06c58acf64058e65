#!/usr/bin/env node
// Plain JavaScript that any Node reads: says what to do when the runtime or the build is not there.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = dirname(dirname(fileURLToPath(import.meta.url)));
const [major, minor] = process.versions.node.split('.').map(Number);
const program = join(folder, 'dist', 'src', 'main.js');

if (major < 22 || (major === 22 && minor < 17)) {
  console.error(`Tandem needs Node 22.17 or newer; this is ${process.versions.node}.`);
  console.error('Use the one that `npm ci` installed: `npx tandem …`, or `npm start`.');
  process.exitCode = 1;
} else if (!existsSync(program)) {
  console.error(`${program} is missing: Tandem is not built yet. Run \`npm run build\`.`);
  process.exitCode = 1;
} else {
  await import(program);
}
