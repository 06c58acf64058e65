import type { TextLanguage } from '../kernel/index.ts';
import type { EntryState } from './entry.entity.ts';

/** What a state means for the talent, in words meant for them. */
export const STANDING_WORDS: Readonly<Record<TextLanguage, Readonly<Record<EntryState, string>>>> = {
  en: {
    PROPOSED: 'You are put forward. No employer has been in touch yet.',
    CONTACTED: 'The employer wants to be in touch with you.',
    INTERVIEW: 'You are invited to an interview.',
    OFFER: 'You have an offer.',
    HIRED: 'You have accepted the job.',
    REJECTED: 'The employer has decided not to go on with you. The reason stands beside it.',
    WITHDRAWN: 'You are no longer put forward: you took yourself out, or ended your consent.',
    RELEASED: 'You are no longer put forward. This says nothing about you; the reason stands beside it.',
  },
  sv: {
    PROPOSED: 'Du är föreslagen. Ingen arbetsgivare har hört av sig ännu.',
    CONTACTED: 'Arbetsgivaren vill komma i kontakt med dig.',
    INTERVIEW: 'Du är inbjuden till en intervju.',
    OFFER: 'Du har fått ett erbjudande.',
    HIRED: 'Du har tackat ja till jobbet.',
    REJECTED: 'Arbetsgivaren har valt att inte gå vidare med dig. Skälet står bredvid.',
    WITHDRAWN: 'Du är inte längre föreslagen: du har dragit dig ur eller avslutat ditt samtycke.',
    RELEASED: 'Du är inte längre föreslagen. Det säger ingenting om dig; skälet står bredvid.',
  },
  fr: {
    PROPOSED: 'Votre profil est proposé. Aucun employeur ne vous a encore contacté.',
    CONTACTED: 'L’employeur souhaite entrer en contact avec vous.',
    INTERVIEW: 'Vous êtes invité à un entretien.',
    OFFER: 'Vous avez reçu une offre.',
    HIRED: 'Vous avez accepté l’emploi.',
    REJECTED: 'L’employeur a décidé de ne pas poursuivre avec vous. Le motif figure à côté.',
    WITHDRAWN:
      'Votre profil n’est plus proposé : vous vous êtes retiré ou avez mis fin à votre consentement.',
    RELEASED: 'Votre profil n’est plus proposé. Cela ne dit rien de vous ; le motif figure à côté.',
  },
};
