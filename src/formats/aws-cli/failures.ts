/** Answers that AWS refused: which permission they lacked (C-5). */

import { problem, type Problem } from '../words/index.ts';
import { commandReaders } from './commands/index.ts';
import { commandLine } from './recognise.ts';
import { unmodelledCommands } from './unmodelled.ts';

/** Errors that a permission would cure. */
const DENIED =
  /^(?:UnauthorizedOperation|AccessDenied(?:Exception)?|AuthorizationError|UnauthorizedException|Forbidden)/;

/** IAM's name of a service where it is not the command's. */
const SERVICE_PREFIXES: Readonly<Record<string, string>> = {
  elbv2: 'elasticloadbalancing',
  elb: 'elasticloadbalancing',
  efs: 'elasticfilesystem',
  opensearch: 'es',
  s3api: 's3',
};

const commandOfOperation = new Map<string, string>(
  [...commandReaders.map(({ command }) => command), ...unmodelledCommands].map((command) => {
    const words = commandLine(command).split(' ');
    const operation = (words[1] ?? '').replace(/(?:^|-)([a-z])/g, (_all, letter: string) =>
      letter.toUpperCase(),
    );
    return [operation.toLowerCase(), words[0] ?? ''];
  }),
);

/** The error that was saved in place of an answer. */
export function awsErrorProblem(error: string, operation: string | undefined): Problem {
  const service = operation === undefined ? undefined : commandOfOperation.get(operation.toLowerCase());
  if (operation === undefined || service === undefined || !DENIED.test(error))
    return problem('aws-error', { error });
  return problem('aws-error-permission', {
    error,
    action: `${SERVICE_PREFIXES[service] ?? service}:${operation}`,
  });
}
