export { diagramOf } from './diagram.ts';
export { defineLife, lifeRegister, movesFrom, type Life, type Move } from './life.ts';
export { illegalMove } from './lives.failures.ts';
export { moveOn, type Living, type MoveMeans } from './move-on.ts';
