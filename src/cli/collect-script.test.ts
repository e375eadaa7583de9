/** The collecting script, run by a shell against an AWS CLI of a few lines. */

import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { commandReaders } from '../formats/index.ts';
import { collectScript, type CollectOptions } from './collect-script.ts';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

/** Notes what it is asked, answers ids where they are asked for, and refuses one command. */
const AWS = `#!/bin/sh
echo "$*" >> "$CALLS"
case "$*" in
  *get-caller-identity*) echo 111111111111 ;;
  *describe-regions*) echo "eu-west-1	us-east-1" ;;
  *"--query Vpcs[].VpcId"*) echo "vpc-1	vpc-2" ;;
  *"--query PrefixLists[].PrefixListId"*) echo None ;;
  *describe-network-acls*) echo "An error occurred (UnauthorizedOperation)" >&2; exit 254 ;;
  *) echo "{}" ;;
esac
`;

function collect(options: Partial<CollectOptions>) {
  const folder = mkdtempSync(join(tmpdir(), 'collect-'));
  folders.push(folder);
  writeFileSync(join(folder, 'aws'), AWS);
  chmodSync(join(folder, 'aws'), 0o755);
  const calls = join(folder, 'calls');
  const script = collectScript({ regions: [], profile: undefined, vpc: undefined, ...options });
  const shell = spawnSync('sh', ['-s'], {
    input: script,
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: `${folder}${delimiter}${process.env['PATH'] ?? ''}`, CALLS: calls },
  });
  const account = join(folder, 'vpcd-111111111111');
  const files = existsSync(account) ? readdirSync(account, { recursive: true, encoding: 'utf8' }) : [];
  return { status: shell.status, stderr: shell.stderr, calls: readFileSync(calls, 'utf8'), files, folder };
}

describe('the collecting script', () => {
  it('saves each answer under account, Region and command, and goes on after an error', () => {
    const { status, stderr, files } = collect({});
    expect(status).toBe(0);
    expect(files).toEqual(
      expect.arrayContaining([
        'eu-west-1/describe-vpcs.json',
        'us-east-1/describe-vpcs.json',
        'us-east-1/describe-vpc-attribute.vpc-2.enableDnsHostnames.json',
        'us-east-1/describe-security-groups.json',
        'us-east-1/describe-network-acls.err',
      ]),
    );
    expect(files).not.toContain('us-east-1/describe-network-acls.json');
    expect(stderr).toContain('us-east-1 describe-network-acls: An error occurred (UnauthorizedOperation)');
  });

  it('only reads', () => {
    const { calls } = collect({});
    const verbs = calls
      .trim()
      .split('\n')
      .map((call) => call.split(' ')[1]);
    expect(verbs.filter((verb) => verb === undefined || !/^(describe|get)-/u.test(verb))).toEqual([]);
  });

  const telling = commandReaders.filter(({ covers }) => covers.length > 0).map(({ command }) => command);
  it.each([...new Set(telling)])('asks %s, which tells of a whole kind', (command) => {
    expect(collectScript({ regions: [], profile: undefined, vpc: undefined })).toMatch(
      new RegExp(` ${command}$`, 'mu'),
    );
  });

  it('asks for one VPC, in named Regions', () => {
    const { calls } = collect({ regions: ['ap-northeast-1'], vpc: 'vpc-9' });
    expect(calls).toContain(
      'ec2 describe-subnets --filters Name=vpc-id,Values=vpc-9 --region ap-northeast-1',
    );
    expect(calls).toContain('ec2 describe-nat-gateways --filter Name=vpc-id,Values=vpc-9');
    expect(calls).toContain('describe-vpc-attribute --vpc-id vpc-9');
    expect(calls).not.toContain('us-east-1');
  });

  it('keeps what it is given out of the shell’s hands', () => {
    const { calls, folder } = collect({
      regions: ["$(touch pwned)'; touch pwned2; '"],
      profile: '`touch pwned3`',
    });
    expect(calls).toContain("--region $(touch pwned)'; touch pwned2; '");
    expect(readdirSync(folder).toSorted()).toEqual(['aws', 'calls', 'vpcd-111111111111']);
  });
});
