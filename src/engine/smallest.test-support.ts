/** A network that fails a test, made as small as it still fails: lines and parts of lines are taken away in turn. */

import { network } from './notation.test-support.ts';
import { inBlocks, insideBlock } from './simulator-blocks.test-support.ts';
import { readFacts } from './simulator-facts.test-support.ts';

/** The fewest lines and parts of lines that still fail: each is taken away in turn, again and again. */
export function smallest(lines: readonly string[], fails: (lines: readonly string[]) => boolean): string[] {
  let now = [...lines];
  let left = 800;
  const tries = (candidate: readonly string[]): boolean => {
    left -= 1;
    try {
      return left > 0 && isSound(candidate) && fails(candidate);
    } catch {
      return false; // what can no longer be read or asked is no smaller case
    }
  };
  for (let changed = true; changed;) {
    changed = false;
    for (let place = 0; place < now.length; place += 1) {
      const line = now[place] ?? '';
      const without = now.filter((_, other) => other !== place);
      if (tries(without)) {
        now = without;
        changed = true;
        place -= 1;
        continue;
      }
      for (const shorter of shorterLines(line)) {
        const candidate = now.map((other, at) => (at === place ? shorter : other));
        if (!tries(candidate)) continue;
        now = candidate;
        changed = true;
        place -= 1;
        break;
      }
    }
  }
  return now;
}

/** A line with one of its parts, or one of its words, taken away; what makes it a resource at all is kept. */
function shorterLines(line: string): string[] {
  const [head = '', ...parts] = line.split(' ; ');
  const fewer = parts.map((_, gone) => [head, ...parts.filter((__, place) => place !== gone)].join(' ; '));
  const words = head.split(' ');
  const kept = words[0] === 'vpc' || words[0] === 'subnet' ? 3 : 2;
  const shorter: string[] = [];
  for (let gone = kept; gone < words.length; gone += 1) {
    for (const count of [1, 2]) {
      if (words.slice(gone, gone + count).includes('in') || words[gone - 1] === 'in') continue;
      shorter.push(
        [words.filter((_, place) => place < gone || place >= gone + count).join(' '), ...parts].join(' ; '),
      );
    }
  }
  return [...fewer, ...shorter];
}

/** Blocks of subnets lie in their VPC, addresses in their subnet, and named groups and subnets are there. */
function isSound(lines: readonly string[]): boolean {
  const { resources } = network(...lines);
  const facts = readFacts({ ...network(''), resources });
  const inPlace = facts.interfaces.every((eni) =>
    eni.addresses.every(
      ({ family, value }) => value === undefined || inBlocks(eni.subnet.blocks, family, value),
    ),
  );
  const natsInPlace = facts.nats.every(
    ({ subnet, address: { value } }) => !subnet || value === undefined || inBlocks(subnet.blocks, 4, value),
  );
  const subnetsInPlace = facts.subnets.every((subnet) =>
    subnet.blocks.every((block) => subnet.vpc.blocks.some((own) => insideBlock(block, own))),
  );
  const groupsAreThere = facts.interfaces.every(
    (eni) => !eni.groups?.known || eni.groups.value.every((id) => resources[id]?.kind === 'securityGroup'),
  );
  const count = Object.values(resources).filter((one) => one.kind === 'subnet').length;
  return inPlace && natsInPlace && subnetsInPlace && groupsAreThere && count === facts.subnets.length;
}
