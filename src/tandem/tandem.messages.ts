import { z } from 'zod';
import { defineTemplate } from '../messages/index.ts';

/** Nothing to fill in: who the partner is stands in Tandem, not in the outbox. */
const parameters = z.strictObject({});

export const invitationAccepted = defineTemplate({
  name: 'tandem.accepted',
  parameters,
  words: {
    en: () => ({
      subject: 'Your invitation to a tandem was accepted',
      text: 'Whoever you gave the code to has joined you: from now on Tandem also looks for pairs of roles, one for each of you, in one commuting area. Please check in Tandem that it is your partner; either of you can end the tandem at any time. Employers learn of it only if both of you agree.',
    }),
    sv: () => ({
      subject: 'Din inbjudan till en tandem har antagits',
      text: 'Den som fick koden av dig har gått med: från och med nu letar Tandem också efter par av tjänster, en för var och en av er, inom pendlingsavstånd. Kontrollera i Tandem att det är din partner; ni kan båda avsluta tandemen när som helst. Arbetsgivare får veta om den bara om båda säger ja.',
    }),
    fr: () => ({
      subject: 'Votre invitation à former un tandem a été acceptée',
      text: 'La personne à qui vous avez donné le code vous a rejoint : Tandem cherche désormais aussi des paires de postes, un pour chacun de vous, dans un même bassin d’emploi. Vérifiez dans Tandem qu’il s’agit bien de votre partenaire ; chacun peut mettre fin au tandem à tout moment. Les employeurs ne l’apprennent que si vous êtes tous deux d’accord.',
    }),
  },
});

export const invitationDeclined = defineTemplate({
  name: 'tandem.declined',
  parameters,
  words: {
    en: () => ({
      subject: 'Your invitation to a tandem was declined',
      text: 'Whoever got the code said no. Your own matches stay as they are. You can invite somebody again at any time.',
    }),
    sv: () => ({
      subject: 'Din inbjudan till en tandem har avböjts',
      text: 'Den som fick koden tackade nej. Dina egna matchningar är kvar. Du kan bjuda in någon igen när som helst.',
    }),
    fr: () => ({
      subject: 'Votre invitation à former un tandem a été déclinée',
      text: 'La personne qui a reçu le code a décliné. Vos propres correspondances restent inchangées. Vous pouvez inviter quelqu’un à nouveau à tout moment.',
    }),
  },
});

export const tandemEnded = defineTemplate({
  name: 'tandem.ended',
  parameters,
  words: {
    en: () => ({
      subject: 'Your tandem has ended',
      text: 'You are no longer searched for together, and nobody sees the tandem any more. Your own matches and meetings stay as they are.',
    }),
    sv: () => ({
      subject: 'Din tandem har avslutats',
      text: 'Ni söks inte längre tillsammans, och ingen ser tandemen längre. Dina egna matchningar och möten är kvar.',
    }),
    fr: () => ({
      subject: 'Votre tandem a pris fin',
      text: 'Vous n’êtes plus recherchés ensemble, et plus personne ne voit le tandem. Vos propres correspondances et rencontres restent inchangées.',
    }),
  },
});
