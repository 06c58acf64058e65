import type { TextLanguage } from '../../kernel/index.ts';
import type { Resume } from './resume.ts';

interface Words {
  summary: string;
  work: string;
  projects: string;
  volunteer: string;
  education: string;
  certificates: string;
  skills: string;
  languages: string;
  publications: string;
  awards: string;
  /** Before the first day of what goes on. */
  since: string;
}

const WORDS: Readonly<Record<TextLanguage, Words>> = {
  en: {
    summary: 'Summary',
    work: 'Work experience',
    projects: 'Projects',
    volunteer: 'Volunteer',
    education: 'Education',
    certificates: 'Certificates',
    skills: 'Skills',
    languages: 'Languages',
    publications: 'Publications',
    awards: 'Awards',
    since: 'since',
  },
  sv: {
    summary: 'Sammanfattning',
    work: 'Arbetslivserfarenhet',
    projects: 'Projekt',
    volunteer: 'Ideella uppdrag',
    education: 'Utbildning',
    certificates: 'Certifikat',
    skills: 'Kompetenser',
    languages: 'Språk',
    publications: 'Publikationer',
    awards: 'Utmärkelser',
    since: 'sedan',
  },
  fr: {
    summary: 'Profil',
    work: 'Expérience professionnelle',
    projects: 'Projets',
    volunteer: 'Bénévolat',
    education: 'Formation',
    certificates: 'Certificats',
    skills: 'Compétences',
    languages: 'Langues',
    publications: 'Publications',
    awards: 'Distinctions',
    since: 'depuis',
  },
};

/**
 * A resume as the text of a CV, a section a heading. Name, address, links, references (data of third persons)
 * and interests (which tell of belief and health) are no part of it.
 */
export function resumeText(read: Resume, language: TextLanguage): string {
  const words = WORDS[language];
  const period = (start: string | undefined, end: string | undefined) =>
    start && end ? `${start} – ${end}` : start ? `${words.since} ${start}` : (end ?? '');
  const item = (head: (string | undefined)[], dates: string, ...body: (string | undefined)[]) =>
    lines(headline(head, dates), ...body);

  const sections: [string, string][] = [
    [words.summary, lines(read.basics.label, read.basics.summary)],
    [
      words.work,
      items(read.work, (job) =>
        item(
          [job.position, job.name ?? job.company, job.location],
          period(job.startDate, job.endDate),
          job.description,
          job.summary,
          ...job.highlights.map(bullet),
        ),
      ),
    ],
    [
      words.projects,
      items(read.projects, (project) =>
        item(
          [project.name, project.roles.join(', '), project.entity],
          period(project.startDate, project.endDate),
          project.description,
          ...project.highlights.map(bullet),
          project.keywords.join(', '),
        ),
      ),
    ],
    [
      words.volunteer,
      items(read.volunteer, (task) =>
        item(
          [task.position, task.organization],
          period(task.startDate, task.endDate),
          task.summary,
          ...task.highlights.map(bullet),
        ),
      ),
    ],
    [
      words.education,
      items(read.education, (study) =>
        item(
          [study.studyType, study.area, study.institution],
          period(study.startDate, study.endDate),
          study.courses.join(', '),
        ),
      ),
    ],
    [
      words.certificates,
      items(read.certificates, ({ name, issuer, date }) => headline([name, issuer], date)),
    ],
    [
      words.skills,
      items(read.skills, ({ name, level, keywords }) =>
        [headline([name], level), keywords.join(', ')].filter(Boolean).join(': '),
      ),
    ],
    [words.languages, items(read.languages, ({ language: spoken, fluency }) => headline([spoken], fluency))],
    [
      words.publications,
      items(read.publications, (work) =>
        lines(headline([work.name, work.publisher], work.releaseDate), work.summary),
      ),
    ],
    [
      words.awards,
      items(read.awards, (award) => lines(headline([award.title, award.awarder], award.date), award.summary)),
    ],
  ];
  return sections
    .filter(([, content]) => content !== '')
    .map(([heading, content]) => `${heading}\n${content}`)
    .join('\n\n');
}

/** The words that a person wrote, without headings: what the language is told by. */
export const ownWords = (read: Resume): string =>
  [
    read.basics.label,
    read.basics.summary,
    ...read.work.flatMap((job) => [job.position, job.description, job.summary, ...job.highlights]),
    ...read.projects.flatMap((project) => [project.description, ...project.highlights]),
    ...read.volunteer.flatMap((task) => [task.position, task.summary, ...task.highlights]),
    ...read.education.flatMap((study) => [study.studyType, study.area, ...study.courses]),
  ]
    .filter(Boolean)
    .join('\n');

const items = <Item>(all: readonly Item[], write: (item: Item) => string): string =>
  lines(...all.map((item) => write(item)));
const lines = (...parts: (string | undefined)[]): string => parts.filter(Boolean).join('\n');
const bullet = (text: string): string => `- ${text}`;
const headline = (parts: (string | undefined)[], dates?: string): string => {
  const head = parts.filter(Boolean).join(', ');
  return dates ? (head ? `${head} (${dates})` : dates) : head;
};
