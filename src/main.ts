import { askInProcess, startApi } from './api/index.ts';
import { tandemProgram } from './cli/index.ts';
import { Failure } from './kernel/index.ts';
import { startService } from './service.ts';
import { readSettings } from './settings.ts';

/** Serves the API and does its background work, until SIGINT or SIGTERM. */
async function serve(): Promise<void> {
  const service = await startService(readSettings());
  const api = await startApi(service).catch(async (failure: unknown) => {
    await service.close();
    throw failure;
  });
  process.stdout.write(`Tandem listens at ${api.url}/graphql (model ${service.embedder.id})\n`);
  await new Promise<void>((stop) => {
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
  });
  await api.close();
  await service.close();
}

try {
  await tandemProgram({ serve, openApi: askInProcess }).parseAsync();
} catch (failure) {
  // Only message and stack of a defect: an error of the database would print rows with it.
  const text =
    failure instanceof Failure
      ? `${failure.code}: ${failure.message}\n${failure.remedy}`
      : failure instanceof Error
        ? failure.stack
        : String(failure);
  process.stderr.write(`${text}\n`);
  process.exitCode = 1;
}
