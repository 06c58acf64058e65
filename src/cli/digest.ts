import { Command, InvalidArgumentError } from 'commander';
import { DIGEST_SCORE, sendDigests, type DigestBatch } from '../shortlists/index.ts';
import { operatorContext } from './operator.ts';
import { withService } from './with-service.ts';

/** `tandem digest`: writes to talents of new roles that match, for a weekly schedule of the machine’s own. */
export const digestCommand = (): Command =>
  new Command('digest')
    .description('write to talents who agreed to it of new roles that match; at most once a week each')
    .option('--minimum <score>', 'from which score on a role is worth a letter', score, DIGEST_SCORE)
    .action(({ minimum }: { minimum: number }) =>
      withService(
        async (service) => {
          const all: Pick<DigestBatch, 'considered' | 'sent' | 'unread'> = {
            considered: 0,
            sent: 0,
            unread: 0,
          };
          for (let after: string | null = null, more = true; more; more = after !== null) {
            const batch: DigestBatch = await sendDigests(operatorContext(service), {
              minimumScore: minimum,
              after,
            });
            all.considered += batch.considered;
            all.sent += batch.sent;
            all.unread += batch.unread;
            after = batch.next;
          }
          process.stdout.write(
            `${all.sent} of ${all.considered} talents are written to; ${all.unread} have a CV that is yet to be read.\n`,
          );
        },
        { work: false },
      ),
    );

function score(text: string): number {
  const value = Number(text);
  if (!(value >= 0 && value <= 1)) throw new InvalidArgumentError('is no score from 0 to 1');
  return value;
}
