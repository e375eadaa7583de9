/** The page's two workers, each in a file of its own that is fetched when it starts. */

import type { AnalyzerReport, JobReply } from '../worker/index.ts';
import type { OpenPort } from './analyzer.ts';
import { createJobClient, type OpenJobPort, type RunJob } from './job-client.ts';

const describeCrash = (event: ErrorEvent): string => event.message || 'The worker did not start';

export const openAnalyzer: OpenPort = (onReport, onCrash) => {
  const worker = new Worker(new URL('../worker/analysis-worker.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('message', ({ data }: MessageEvent<AnalyzerReport>) => onReport(data));
  worker.addEventListener('error', (event) => {
    const message = describeCrash(event);
    onCrash(message, `${message}\n${event.filename}:${event.lineno}`);
  });
  return { post: (request) => worker.postMessage(request), stop: () => worker.terminate() };
};

const openJobs: OpenJobPort = (onReply, onCrash) => {
  const worker = new Worker(new URL('../worker/job-worker.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('message', ({ data }: MessageEvent<JobReply>) => onReply(data));
  worker.addEventListener('error', (event) => {
    worker.terminate();
    onCrash(describeCrash(event));
  });
  return { post: (request) => worker.postMessage(request) };
};

export const runJob: RunJob = createJobClient(openJobs);
