/**
 * The shapes of the engine's answers: plain data that may cross to the page or be printed. Codes and
 * parameters, never sentences; the words are in the catalogue.
 */

import type { Family } from '../net/index.ts';
import type { AwsAction, ResourceId } from '../model/index.ts';

export type Verdict = 'reachable' | 'partial' | 'undetermined' | 'blocked' | 'not-applicable';

export type Tier = 'public' | 'egress' | 'private' | 'isolated';

export type Direction = 'forward' | 'return';

/** Who a question is about: a resource, an address or block, or `internet`. */
export interface EndReference {
  readonly id: string;
  readonly kind: string;
  readonly name?: string;
}

/** A header as text: single addresses and ports where the question has them, else blocks and ranges. */
export interface HeaderText {
  readonly src: string;
  readonly dst: string;
  readonly protocol: string;
  readonly srcPort: string;
  readonly dstPort: string;
}

export type HopAction = 'forward' | 'translate' | 'allow' | 'deny' | 'deliver' | 'drop';

export interface Hop {
  readonly resource: ResourceId;
  readonly kind: string;
  readonly action: HopAction;
  /** `rule`: an ACL rule number, `inbound 2` of a group, a route's destination. */
  readonly because?: { readonly resource: ResourceId; readonly rule?: string };
  /** The header as it leaves the hop. */
  readonly header: HeaderText;
  /** The subnet or interface where it happens. */
  readonly at?: ResourceId;
  readonly side?: 'in' | 'out';
  /** A reply that a stateful group lets through without a rule. */
  readonly tracked?: true;
}

/** Values that a sentence about it needs; ids are told by name where shown. */
export type Parameters = Readonly<Record<string, string>>;

export interface Fix {
  /** Names the sentence: `add-route`, `allow-in-group`, … */
  readonly id: string;
  readonly parameters: Parameters;
  readonly actions: readonly AwsAction[];
}

export interface Blocker {
  readonly code: string;
  readonly direction: Direction;
  readonly family: Family;
  readonly resource: ResourceId;
  readonly rule?: string;
  readonly side?: 'in' | 'out';
  readonly at?: ResourceId;
  readonly parameters: Parameters;
  readonly fixes: readonly Fix[];
}

/** A fact that is missing, and the command that would supply it. */
export interface MissingFact {
  /** Names the sentence: `route-table-of`, `entries-of`, `address-of`, … */
  readonly fact: string;
  readonly resource: ResourceId;
  readonly obtain?: string;
  readonly parameters?: Parameters;
}

export interface Assumption {
  readonly code: string;
  readonly resource: ResourceId;
  readonly parameters?: Parameters;
}

export interface Advisory {
  readonly code: string;
  readonly resource: ResourceId;
  readonly parameters?: Parameters;
}

/** A part of the asked headers. `except`: parts of `internet` left out; `sources`: which sources may. */
export interface Allowed {
  readonly protocol: string;
  readonly ports?: string;
  readonly except?: readonly string[];
  readonly sources?: readonly string[];
  readonly destinations?: readonly string[];
}

export interface Leg {
  readonly verdict: Verdict;
  readonly hops: readonly Hop[];
  readonly blockers: readonly Blocker[];
}

export interface Alternative {
  /** The gateway or resource that it goes by. */
  readonly via: ResourceId;
  readonly blockers: readonly Blocker[];
}

export interface FamilyAnswer {
  readonly verdict: Verdict;
  /** The pair of addresses that speaks for the question. */
  readonly source?: string;
  readonly destination?: string;
  readonly forward: Leg;
  readonly return: Leg;
  readonly allowed: readonly Allowed[];
  readonly blockers: readonly Blocker[];
  readonly alternatives: readonly Alternative[];
  readonly unknowns: readonly MissingFact[];
  readonly assumptions: readonly Assumption[];
  readonly advisories: readonly Advisory[];
}

export interface ReachAnswer {
  readonly from: EndReference;
  readonly to: EndReference;
  readonly protocol: string;
  readonly port?: string;
  readonly verdict: Verdict;
  readonly families: Readonly<Partial<Record<Family, FamilyAnswer>>>;
}

export interface ReachQuestion {
  readonly from: string;
  readonly to: string;
  /** `tcp` unless told. */
  readonly protocol?: string;
  /** `443`, `80,443`, `1000-2000`; absent: all ports. For ICMP: `type` or `type/code`. */
  readonly port?: string;
  readonly sourcePort?: string;
  /** Both unless told. */
  readonly ipVersion?: '4' | '6' | 'both';
}

/** A question that can't be asked. */
export interface QuestionProblem {
  readonly code:
    | 'unknown-end'
    | 'ambiguous-end'
    | 'bad-protocol'
    | 'bad-port'
    | 'bad-family'
    | 'end-without-interface'
    | 'unsupported-end';
  readonly parameters: Parameters;
  readonly candidates?: readonly EndReference[];
}

export interface TierOfFamily {
  readonly tier: Tier;
  /** Each as `rtb-1 0.0.0.0/0 → igw-1`, or a code in words of the catalogue. */
  readonly because: readonly Reason[];
  readonly through: readonly ResourceId[];
  /** This tier at least; a missing fact may lift it. */
  readonly undetermined: boolean;
  readonly unknowns: readonly MissingFact[];
  readonly assumptions: readonly Assumption[];
}

/** Why a tier is what it is: a route of a table, or a plain fact. */
export type Reason =
  | {
      readonly kind: 'route';
      readonly table: ResourceId;
      readonly destination: string;
      readonly target: ResourceId;
    }
  | { readonly kind: 'fact'; readonly code: string; readonly resource: ResourceId };

export interface SubnetTiers {
  readonly id: ResourceId;
  readonly families: Readonly<Record<Family, TierOfFamily>>;
}

export interface InboundExposure {
  readonly resource: ResourceId;
  readonly interface: ResourceId;
  readonly family: Family;
  readonly address: string;
  readonly allowed: readonly Allowed[];
  readonly verdict: Verdict;
  readonly because: readonly { readonly resource: ResourceId; readonly rule?: string }[];
  /** Datagrams arrive but no reply leaves. */
  readonly oneWay?: true;
  readonly unknowns: readonly MissingFact[];
  readonly assumptions: readonly Assumption[];
}

export interface OutboundExposure {
  readonly resource: ResourceId;
  readonly interface: ResourceId;
  readonly family: Family;
  readonly via: readonly ResourceId[];
  readonly allowed: readonly Allowed[];
  readonly verdict: Verdict;
  readonly because: readonly { readonly resource: ResourceId; readonly rule?: string }[];
  readonly unknowns: readonly MissingFact[];
  readonly assumptions: readonly Assumption[];
}

export interface ExposureAnswer {
  readonly inbound: readonly InboundExposure[];
  readonly outbound: readonly OutboundExposure[];
}

export interface MatrixPair {
  readonly from: ResourceId;
  readonly to: ResourceId;
  readonly family: Family;
  readonly verdict: Verdict;
  readonly allowed: readonly Allowed[];
}

export interface MatrixAnswer {
  readonly pairs: readonly MatrixPair[];
}
