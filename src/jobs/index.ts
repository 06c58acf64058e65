export { malformedJob } from './jobs.failures.ts';
export { openJobs, type JobFailureReport, type JobQueue, type Jobs } from './open-jobs.ts';
export { task, type Task, type TaskContract } from './task.ts';
