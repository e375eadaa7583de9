/** Hands heavy work to a second worker, which starts with the first piece of work and not before. */

import type { JobName, JobReply, JobRequest, Jobs } from '../worker/index.ts';

export interface JobPort {
  readonly post: (request: JobRequest) => void;
}

export type OpenJobPort = (onReply: (reply: JobReply) => void, onCrash: (message: string) => void) => JobPort;

export type RunJob = <Name extends JobName>(
  name: Name,
  takes: Jobs[Name]['takes'],
) => Promise<Jobs[Name]['gives']>;

/** A fault of the worker's own; bad input comes back as a value. */
export class JobFault extends Error {
  readonly details: string;
  constructor(message: string, details: string) {
    super(message);
    this.details = details;
  }
}

interface Waiting {
  readonly resolve: (gives: never) => void;
  readonly reject: (fault: JobFault) => void;
}

export function createJobClient(open: OpenJobPort): RunJob {
  const waiting = new Map<number, Waiting>();
  let port: JobPort | undefined;
  let last = 0;

  const settle = (reply: JobReply) => {
    const job = waiting.get(reply.job);
    waiting.delete(reply.job);
    if (!job) return;
    if (reply.ok) job.resolve(reply.gives as never);
    else job.reject(new JobFault(reply.message, reply.details));
  };

  const crash = (message: string) => {
    port = undefined;
    const lost = [...waiting.values()];
    waiting.clear();
    for (const { reject } of lost) reject(new JobFault(message, message));
  };

  return (name, takes) =>
    new Promise((resolve, reject) => {
      last += 1;
      waiting.set(last, { resolve, reject });
      port ??= open(settle, crash);
      port.post({ job: last, name, takes } as JobRequest);
    });
}
