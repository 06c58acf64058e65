import { z } from 'zod';
import { defineTemplate } from '../../messages/index.ts';

/** To a talent: new roles that match. */
export const digestOfRoles = defineTemplate({
  name: 'digest.roles',
  parameters: z.object({
    roles: z.array(z.object({ roleId: z.uuid(), title: z.string(), employer: z.string() })).min(1),
  }),
  words: {
    en: ({ roles }) => ({
      subject: roles.length === 1 ? 'A new role that matches' : `${roles.length} new roles that match`,
      text: `${linesOf(roles)}\n\nYou see all of them under matchedRoles. To get no more of these letters, end your consent DIGEST with withdrawConsent.`,
    }),
    sv: ({ roles }) => ({
      subject: roles.length === 1 ? 'En ny tjänst som passar' : `${roles.length} nya tjänster som passar`,
      text: `${linesOf(roles)}\n\nDu ser alla under matchedRoles. Vill du inte få fler sådana brev, avsluta ditt samtycke DIGEST med withdrawConsent.`,
    }),
    fr: ({ roles }) => ({
      subject:
        roles.length === 1
          ? 'Un nouveau poste qui vous correspond'
          : `${roles.length} nouveaux postes qui vous correspondent`,
      text: `${linesOf(roles)}\n\nVous les voyez tous sous matchedRoles. Pour ne plus recevoir ces lettres, mettez fin à votre consentement DIGEST avec withdrawConsent.`,
    }),
  },
});

const linesOf = (roles: readonly { title: string; employer: string }[]): string =>
  roles.map(({ title, employer }) => `- ${title}, ${employer}`).join('\n');
