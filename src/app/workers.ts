/** The page's two workers, each in a file of its own that is fetched when it starts. */

import { DESIGN_SCHEMA, portable, type Design } from '../model/index.ts';
import type { AnalyzerReport, AnalyzerRequest, JobReply, JobRequest } from '../worker/index.ts';
import type { OpenPort } from './analyzer.ts';
import { createJobClient, type OpenJobPort, type RunJob } from './job-client.ts';

const describeCrash = (event: ErrorEvent): string => event.message || 'The worker did not start';

const isDesign = (value: unknown): value is Design =>
  typeof value === 'object' && value !== null && 'schema' in value && value.schema === DESIGN_SCHEMA;

/** What a worker is told, with designs as plain objects: a browser clones nothing else. */
const posted = (message: AnalyzerRequest | JobRequest['takes']): object =>
  Object.fromEntries(
    Object.entries(message).map(([name, value]: [string, unknown]) => [
      name,
      isDesign(value) ? portable(value) : value,
    ]),
  );

export const openAnalyzer: OpenPort = (onReport, onCrash) => {
  const worker = new Worker(new URL('../worker/analysis-worker.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('message', ({ data }: MessageEvent<AnalyzerReport>) => onReport(data));
  worker.addEventListener('error', (event) => {
    const message = describeCrash(event);
    onCrash(message, `${message}\n${event.filename}:${event.lineno}`);
  });
  return { post: (request) => worker.postMessage(posted(request)), stop: () => worker.terminate() };
};

const openJobs: OpenJobPort = (onReply, onCrash) => {
  const worker = new Worker(new URL('../worker/job-worker.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('message', ({ data }: MessageEvent<JobReply>) => onReply(data));
  worker.addEventListener('error', (event) => {
    worker.terminate();
    onCrash(describeCrash(event));
  });
  return { post: (request) => worker.postMessage({ ...request, takes: posted(request.takes) }) };
};

export const runJob: RunJob = createJobClient(openJobs);
