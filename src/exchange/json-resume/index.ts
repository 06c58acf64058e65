export { isResume, resume, type Resume } from './resume.ts';
export { resumeText } from './resume-text.ts';
export { resumeToTalent } from './resume-to-talent.ts';
export { talentToResume } from './talent-to-resume.ts';
