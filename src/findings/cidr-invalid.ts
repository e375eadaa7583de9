/** A block that AWS does not take for a VPC or a subnet (AD-8, AD-10). */

import { isUnknown, known, resourcesOfKind, type LocalText, type ResourceId } from '../model/index.ts';
import { formatCidr, parseCidrLoosely, type Cidr, type Family } from '../net/index.ts';
import { action, offered } from './_actions.ts';
import { privateRangeOf } from './_blocks.ts';
import type { FindingContext } from './_context.ts';
import type { FindingDefinition, ProposedFix, RawFinding } from './_finding.ts';

const SIZES = {
  4: { vpc: [16, 28], subnet: [16, 28] },
  6: { vpc: [44, 60], subnet: [44, 64] },
} as const satisfies Record<Family, Record<'vpc' | 'subnet', readonly [number, number]>>;

interface Problem {
  readonly reason: LocalText;
  /** The block as AWS would write it, where it is only written differently. */
  readonly canonical?: Cidr;
}

function problemOf(text: string, family: Family, of: 'vpc' | 'subnet'): Problem | undefined {
  const parsed = parseCidrLoosely(text);
  if (!parsed.ok || parsed.value.cidr.family !== family) {
    return {
      reason: { en: `it is not an IPv${family} block`, ja: `IPv${family} の CIDR ブロックではありません` },
    };
  }
  const { cidr, hostBits } = parsed.value;
  const [shortest, longest] = SIZES[family][of];
  if (cidr.prefixLength < shortest || cidr.prefixLength > longest) {
    return {
      reason: {
        en: `AWS takes /${shortest} to /${longest}`,
        ja: `使えるのは /${shortest}～/${longest} です`,
      },
    };
  }
  if (family === 6 && cidr.prefixLength % 4 !== 0) {
    return {
      reason: { en: 'AWS takes prefix lengths in steps of 4', ja: 'プレフィックス長は 4 の倍数に限られます' },
    };
  }
  return hostBits
    ? {
        reason: {
          en: `its address bits go on behind the prefix; ${formatCidr(cidr)} is meant`,
          ja: `ホスト部のビットが立っています (正しくは ${formatCidr(cidr)})`,
        },
        canonical: cidr,
      }
    : undefined;
}

function found(
  context: FindingContext,
  resource: ResourceId,
  text: string,
  { reason, canonical }: Problem,
  of: 'vpc' | 'subnet',
): RawFinding {
  const fix: ProposedFix | undefined =
    canonical && of === 'subnet' && canonical.family === 4
      ? {
          id: 'set-subnet-block',
          title: context.say({ en: 'Write {block}', ja: '{block} に修正' }, { block: formatCidr(canonical) }),
          parameters: { subnet: resource, destination: formatCidr(canonical) },
          actions: [action('AssociateSubnetCidrBlock', resource, { cidrBlock: formatCidr(canonical) })],
        }
      : undefined;
  return {
    resource,
    detail: text,
    values: { cidr: text, resource: { ids: [resource] }, reason },
    fixes: () => offered(fix),
  };
}

function* ofVpcs(context: FindingContext): Generator<RawFinding> {
  for (const [id, vpc] of resourcesOfKind(context.design, 'vpc')) {
    const primary = known(vpc.cidrBlock);
    const secondary = (known(vpc.cidrBlockAssociationSet) ?? []).flatMap(({ cidrBlock }) =>
      isUnknown(cidrBlock) ? [] : [cidrBlock],
    );
    const sixes = (known(vpc.ipv6CidrBlockAssociationSet) ?? []).flatMap(({ ipv6CidrBlock }) =>
      isUnknown(ipv6CidrBlock) ? [] : [ipv6CidrBlock],
    );
    for (const text of [...(primary === undefined ? [] : [primary]), ...secondary]) {
      const problem = problemOf(text, 4, 'vpc');
      if (problem) yield found(context, id, text, problem, 'vpc');
    }
    for (const text of sixes) {
      const problem = problemOf(text, 6, 'vpc');
      if (problem) yield found(context, id, text, problem, 'vpc');
    }
    // AD-10: AWS does not put another private range beside the first.
    const range = primary === undefined ? undefined : privateRangeOf(primary);
    for (const text of secondary) {
      const other = privateRangeOf(text);
      if (range === undefined || other === undefined || other === range) continue;
      const reason = {
        en: `AWS does not combine it with ${primary ?? ''}`,
        ja: `${primary ?? ''} とは組み合わせられません`,
      };
      yield found(context, id, text, { reason }, 'vpc');
    }
  }
}

export const finding: FindingDefinition = {
  id: 'cidr-invalid',
  title: { en: 'Block that AWS does not take', ja: '使えない CIDR ブロック' },
  severity: 'error',
  live: 'now',
  layer: 'addressing',
  reference: 'vpc/latest/userguide/vpc-cidr-blocks.html',
  alsoKnownAs: [],
  reads: ['vpc', 'subnet'],
  message: {
    en: '{cidr} is not a valid block for {resource}: {reason}.',
    ja: '{cidr} は {resource} に使えません。{reason}。',
  },
  *find(context) {
    yield* ofVpcs(context);
    for (const [id, subnet] of resourcesOfKind(context.design, 'subnet')) {
      const four = known(subnet.cidrBlock);
      const sixes = (known(subnet.ipv6CidrBlockAssociationSet) ?? []).flatMap(({ ipv6CidrBlock }) =>
        isUnknown(ipv6CidrBlock) ? [] : [ipv6CidrBlock],
      );
      for (const [family, texts] of [
        [4, four === undefined ? [] : [four]],
        [6, sixes],
      ] as const) {
        for (const text of texts) {
          const problem = problemOf(text, family, 'subnet');
          if (problem) yield found(context, id, text, problem, 'subnet');
        }
      }
    }
  },
};
