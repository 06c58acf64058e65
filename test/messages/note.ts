import { z } from 'zod';
// Not through the door: the process that a test kills strips types only, and the door leads to decorators.
import { defineTemplate } from '../../src/messages/template.ts';

/** What the tests tell people: a title, in three languages. */
export const note = defineTemplate({
  name: 'test.note',
  parameters: z.object({ title: z.string() }),
  words: {
    en: ({ title }) => ({ subject: `News of ${title}`, text: `There is news of ${title}.` }),
    sv: ({ title }) => ({ subject: `Nytt om ${title}`, text: `Det finns nytt om ${title}.` }),
    fr: ({ title }) => ({ subject: `Du nouveau : ${title}`, text: `Il y a du nouveau : ${title}.` }),
  },
});
