export { askInProcess, type AskInProcess } from './ask-in-process.ts';
export { tandemSchema } from './build-schema.ts';
export { startApi, type Api } from './start-api.ts';
