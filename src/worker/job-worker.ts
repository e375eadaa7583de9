/** The worker for heavy work that is done once: reading, laying out, writing. */

import { doJob } from './do-job.ts';
import type { JobReply, JobRequest } from './jobs.ts';

function run({ job, name, takes }: JobRequest): JobReply {
  try {
    return { job, ok: true, gives: doJob(name, takes) };
  } catch (fault) {
    const error = fault instanceof Error ? fault : new Error(String(fault));
    return { job, ok: false, message: error.message, details: error.stack ?? error.message };
  }
}

globalThis.addEventListener('message', ({ data }: MessageEvent<JobRequest>) =>
  globalThis.postMessage(run(data)),
);
