import { join } from 'node:path';
import type { EntityManager } from '../../database/index.ts';
import { deliverWaiting, folderCarrier } from '../../messages/index.ts';
import type { Stage } from './stage.ts';

/** Delivers every message that waits into the folder, each recipient's mails together. @returns how many. */
export const sendMails = ({ service, out }: Stage): Promise<number> =>
  deliverWaiting({
    em: service.database.em.fork() as EntityManager,
    addresseeOf: service.contextFor({ id: 'demo', kind: 'operator' }).addresseeOf,
    carrier: {
      carry: (letter) =>
        folderCarrier(join(out.folder, 'mails', letter.to.name.replaceAll(/[^\p{L}\p{N} .-]/gu, '_'))).carry(
          letter,
        ),
      rest: () => {},
    },
    from: service.settings.mail.from,
    clock: service.clock,
  });
