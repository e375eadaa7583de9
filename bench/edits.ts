/** One edit on 200 interfaces: what it touches compiled anew, tiers, and every finding without fixes, against one frame. */

import { askTiers, compile, compileAfter, type Network } from '../src/engine/index.ts';
import { beginCheck } from '../src/findings/index.ts';
import { applyActions } from '../src/model/edits/index.ts';
import type { AwsAction, Design } from '../src/model/index.ts';
import { network } from './generator.ts';
import { repeated } from './measure.ts';
import { milliseconds, spread, type Benchmark, type Options, type Row } from './row.ts';

const SIZE = 200;
const FRAME = 16.7;

const firstOf = (design: Design, kind: string): string | undefined =>
  Object.entries(design.resources).find(([, resource]) => resource.kind === kind)?.[0];

/** An edit of each sort, as the API calls that make it. */
export function editsOf(design: Design): readonly (readonly [string, AwsAction])[] {
  const group = firstOf(design, 'securityGroup') ?? '';
  const table = firstOf(design, 'routeTable') ?? '';
  const acl = firstOf(design, 'networkAcl') ?? '';
  return [
    [
      'a group rule',
      {
        action: 'AuthorizeSecurityGroupIngress',
        resource: group,
        parameters: { ipProtocol: 'tcp', fromPort: 8443, toPort: 8443, cidrIpv4: '10.0.0.0/8' },
      },
    ],
    [
      'a route',
      {
        action: 'CreateRoute',
        resource: table,
        parameters: { destinationCidrBlock: '203.0.113.0/24', networkInterfaceId: 'eni-gone' },
      },
    ],
    [
      'an ACL entry',
      {
        action: 'CreateNetworkAclEntry',
        resource: acl,
        parameters: {
          ruleNumber: 7,
          egress: false,
          protocol: '6',
          ruleAction: 'deny',
          cidrBlock: '198.51.100.0/24',
        },
      },
    ],
  ];
}

function row(design: Design, interfaces: number, name: string, action: AwsAction, profile: string): Row {
  const before = compile(design);
  const answers = (compiled: Network, edited: Design, former?: Network): unknown => [
    askTiers(compiled),
    beginCheck(compiled, edited, { mode: 'live', ...(former ? { former } : {}) }).answers,
  ];
  answers(before, design);
  const time = repeated(() => {
    const edited = applyActions(design, [action]);
    answers(compileAfter(before, edited), edited, before);
  });
  const edited = applyActions(design, [action]);
  const warm = JSON.stringify(answers(compileAfter(before, edited), edited, before));
  const cold = JSON.stringify(answers(compile(edited), edited));
  return {
    workload: `Edit of ${name}, ${interfaces} interfaces (${profile}): tiers and all live findings, without fixes`,
    ours: spread(time),
    against: `one frame, ${FRAME} ms`,
    result: `${(time.median / FRAME).toFixed(2)} of a frame`,
    target: `≤ ${milliseconds(FRAME)}`,
    verdict: warm === cold ? (time.median <= FRAME ? 'holds' : 'missed') : 'disagrees',
    figures: { median: time.median, low: time.low, high: time.high },
  };
}

export const edits: Benchmark = {
  id: 'edits',
  run: ({ seed, profile, size }: Options) => {
    const interfaces = size ?? SIZE;
    const design = network({ seed, interfaces, profile });
    return editsOf(design).map(([name, action]) => row(design, interfaces, name, action, profile));
  },
};
