import { startService, type Service, type ServiceOptions } from '../service.ts';
import { readSettings, type Settings } from '../settings.ts';

/** Runs a command's work with a service that is closed afterwards, whatever happens. */
export async function withService<Result>(
  work: (service: Service) => Promise<Result>,
  options: ServiceOptions & { settings?: Settings } = {},
): Promise<Result> {
  const service = await startService(options.settings ?? readSettings(), options);
  try {
    return await work(service);
  } finally {
    await service.close();
  }
}
