import type { Context } from '../access/index.ts';
import { announce, type Template } from '../messages/index.ts';
import { organisationById } from '../organisations/index.ts';
import { roleById } from '../roles/index.ts';
import type { Offer } from './offer.entity.ts';

/** What every message of this room says. */
interface About {
  offerId: string;
  role: string;
  employer: string;
}

/** Announces a change of the offer to the talent and to the employer, within the caller's transaction. */
export async function tellBoth<Parameters extends About>(
  context: Context,
  { id: offerId, roleId, employerId, talentId }: Offer,
  template: Template<Parameters>,
  more: Omit<Parameters, keyof About>,
  change: string,
): Promise<void> {
  const { title: role } = await roleById(context.em, roleId);
  const { name: employer } = await organisationById(context.em, employerId);
  const parameters = { ...more, offerId, role, employer } as Parameters;
  const recipients = [
    { kind: 'talent', id: talentId },
    { kind: 'organisation', id: employerId },
  ] as const;
  await announce(
    context,
    recipients.map((recipient) => ({
      recipient,
      template,
      parameters,
      change: `offer ${offerId} ${change}`,
    })),
  );
}
