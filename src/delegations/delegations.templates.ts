import { z } from 'zod';
import { defineTemplate } from '../messages/index.ts';
import { aboutOccasion, phrase, type OccasionFacts } from '../occasions/index.ts';

/** A talent is asked whether they would like to come. */
export const proposedTemplate = defineTemplate<OccasionFacts & { role: string }>({
  name: 'mission.proposed',
  parameters: aboutOccasion.extend({ role: z.string() }),
  words: {
    en: (facts) => ({
      subject: `Would you like to take part? ${facts.occasion}`,
      text: `Your profile fits work that employers bring to ${phrase(facts)}: ${facts.role}. If you would like to meet them, accept in Tandem; if not, say no there. Until you have answered nobody else learns of it.`,
    }),
    sv: (facts) => ({
      subject: `Vill du vara med? ${facts.occasion}`,
      text: `Din profil passar arbete som arbetsgivare tar med sig till ${phrase(facts)}: ${facts.role}. Vill du träffa dem, tacka ja i Tandem; annars tacka nej där. Innan du har svarat får ingen annan veta något.`,
    }),
    fr: (facts) => ({
      subject: `Souhaitez-vous participer ? ${facts.occasion}`,
      text: `Votre profil correspond à un emploi proposé lors de ${phrase(facts)} : ${facts.role}. Si vous souhaitez rencontrer ces employeurs, acceptez dans Tandem ; sinon, déclinez-y. Personne d’autre n’en sera informé avant votre réponse.`,
    }),
  },
});

/** Somebody has looked at an application and said something that moves nothing yet. */
export const screenedTemplate = defineTemplate<OccasionFacts>({
  name: 'mission.screened',
  parameters: aboutOccasion,
  words: {
    en: (facts) => ({
      subject: `Your application has been looked at: ${facts.occasion}`,
      text: `A host has looked at your application for ${phrase(facts)}. What they say, and why, is with your participation in Tandem.`,
    }),
    sv: (facts) => ({
      subject: `Din anmälan har granskats: ${facts.occasion}`,
      text: `En värd har granskat din anmälan till ${phrase(facts)}. Beskedet och skälet står vid ditt deltagande i Tandem.`,
    }),
    fr: (facts) => ({
      subject: `Votre candidature a été examinée : ${facts.occasion}`,
      text: `Un organisateur a examiné votre candidature pour ${phrase(facts)}. Sa réponse et son motif figurent avec votre participation dans Tandem.`,
    }),
  },
});

const stop = z.object({ city: z.string(), country: z.string(), days: z.array(z.iso.date()).min(1) });

/** One stop in a message: `São Paulo (BR): 2027-03-08, 2027-03-09`. */
const stopWords = ({ city, country, days }: z.output<typeof stop>): string =>
  `${city} (${country}): ${days.join(', ')}`;

/** When and where interviews take place; sent anew when that changes. */
export const daysTemplate = defineTemplate<OccasionFacts & { stops: z.output<typeof stop>[] }>({
  name: 'mission.days',
  parameters: aboutOccasion.extend({ stops: z.array(stop) }),
  words: {
    en: (facts) => ({
      subject: `Interview days: ${facts.occasion}`,
      text: `The interview days of ${phrase(facts)} are set: ${facts.stops.map(stopWords).join('; ')}. Your own times follow when the plan is published.`,
    }),
    sv: (facts) => ({
      subject: `Intervjudagar: ${facts.occasion}`,
      text: `Intervjudagarna för ${phrase(facts)} är bestämda: ${facts.stops.map(stopWords).join('; ')}. Dina egna tider följer när planen publiceras.`,
    }),
    fr: (facts) => ({
      subject: `Journées d’entretiens : ${facts.occasion}`,
      text: `Les journées d’entretiens de ${phrase(facts)} sont fixées : ${facts.stops.map(stopWords).join(' ; ')}. Vos horaires suivront à la publication du planning.`,
    }),
  },
});
