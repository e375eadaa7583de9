/** What the answers leave open, and the command that would tell it. */

import { isUnknown, type Coverage, type Design, type Resource } from '../../model/index.ts';
import type { MissingInput } from '../report.ts';
import { factText, thingsText } from '../words/index.ts';
import type { Place } from './accounts.ts';
import { commandReaders } from './commands/index.ts';
import { commandLine } from './recognise.ts';

/** Commands that were answered, by the account and Region that were asked. */
export interface AnsweredPlace {
  readonly place: Place;
  /** Answered whole. */
  readonly commands: ReadonlySet<string>;
  /** Answered in part. */
  readonly cut: ReadonlySet<string>;
  /** Kinds that are complete: what is not in the answers does not exist (D-8). */
  readonly kinds: ReadonlySet<string>;
}

/** Kinds that decide nearly every answer. */
const ALWAYS = [
  'vpc',
  'subnet',
  'routeTable',
  'networkAcl',
  'securityGroup',
  'internetGateway',
  'networkInterface',
  'instance',
];

/** Kinds that matter once something refers to one, by the prefix of their ids. */
const WHEN_REFERRED: readonly (readonly [kind: string, reference: RegExp])[] = [
  ['natGateway', /"nat-/],
  ['egressOnlyInternetGateway', /"eigw-/],
  ['managedPrefixList', /"pl-/],
];

export const coverageOf = (places: readonly AnsweredPlace[]): Coverage[] =>
  places.map(({ place, kinds }) => ({ ...place, kinds: [...kinds].sort(), source: 'awsCli' }));

/** The facts that are missing, the weightiest first; the same one of several Regions once each. */
export function missingInputs(
  resources: Readonly<Record<string, Resource>>,
  places: readonly AnsweredPlace[],
): MissingInput[] {
  const texts = JSON.stringify(Object.values(resources));
  const wanted = [
    ...ALWAYS,
    ...WHEN_REFERRED.flatMap(([kind, reference]) => (reference.test(texts) ? [kind] : [])),
  ];
  const found = new Map<string, MissingInput>();
  const add = (fact: MissingInput['fact'], command: string, region?: string): void => {
    const obtain = `aws ${command}${region === undefined || places.length < 2 ? '' : ` --region ${region}`}`;
    found.set(`${fact.en} ${obtain}`, { fact, obtain });
  };
  for (const { place, kinds, cut } of places) {
    for (const kind of wanted) {
      if (kinds.has(kind)) continue;
      const reader = commandReaders.find(({ covers }) => covers.some((covered) => covered === kind));
      if (!reader) continue;
      const isCut = cut.has(reader.command);
      add(
        factText(isCut ? 'kind-cut' : 'kind', { things: thingsText(kind) }),
        commandLine(reader.command),
        place.region,
      );
    }
  }
  for (const [id, resource] of Object.entries(resources)) {
    if (resource.kind === 'managedPrefixList' && isUnknown(resource.entries)) {
      add(
        factText('entries', { resource: id }),
        `ec2 get-managed-prefix-list-entries --prefix-list-id ${id}`,
      );
    }
    if (resource.kind === 'vpcBlockPublicAccess') {
      if (isUnknown(resource.exclusions)) {
        add(factText('exclusions', {}), 'ec2 describe-vpc-block-public-access-exclusions');
      }
      if (isUnknown(resource.internetGatewayBlockMode)) {
        add(factText('mode', {}), 'ec2 describe-vpc-block-public-access-options');
      }
    }
    if (resource.kind === 'vpc' && isUnknown(resource.enableDnsHostnames)) {
      const attribute = 'enableDnsHostnames';
      const command = `ec2 describe-vpc-attribute --vpc-id ${id} --attribute ${attribute}`;
      add(factText('dns-attribute', { attribute, resource: id }), command);
    }
  }
  return [...found.values()];
}

/** What a design that was read from answers still leaves open. */
export const missingFacts = ({ resources, coverage }: Design): MissingInput[] =>
  missingInputs(
    resources,
    (coverage ?? [])
      .filter(({ source }) => source === 'awsCli')
      .map(({ ownerId, region, kinds }) => ({
        place: {
          ...(ownerId === undefined ? {} : { ownerId }),
          ...(region === undefined ? {} : { region }),
        },
        commands: new Set<string>(),
        cut: new Set<string>(),
        kinds: new Set(kinds),
      })),
  );
