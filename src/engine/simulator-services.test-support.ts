/** Services of the link itself in the simulator, which nothing filters (AD-12). */

import { readAddress } from './simulator-blocks.test-support.ts';
import { isImport, readAs, told, type SimInterface } from './simulator-facts.test-support.ts';
import type { Header, World } from './simulator-filters.test-support.ts';

const SERVICES: Readonly<Record<string, 'metadata' | 'dns' | 'other'>> = {
  '169.254.169.254': 'metadata',
  'fd00:ec2::254': 'metadata',
  '169.254.169.253': 'dns',
  'fd00:ec2::253': 'dns',
  '169.254.169.123': 'other',
  'fd00:ec2::123': 'other',
  '169.254.170.2': 'other',
};

/** AD-12: services of the link itself, which nothing filters. */
export function linkLocal(world: World, e: SimInterface, h: Header): 'delivered' | 'off' | undefined {
  const { design } = world.facts;
  const { vpc } = e.subnet;
  const named = Object.entries(SERVICES).find(([text]) => {
    const address = readAddress(text);
    return address.family === h.family && address.value === h.dst;
  })?.[1];
  const primary = vpc.blocks.find((block) => block.family === 4);
  const isResolver = h.family === 4 && primary !== undefined && h.dst === primary.first + 2n;
  // AD-9: a subnet's router is its own hosts' alone.
  const isRouter = e.subnet.blocks.some((block) => block.family === h.family && h.dst === block.first + 1n);
  const service = isResolver ? 'dns' : isRouter ? 'other' : named;
  if (service === 'dns')
    return readAs(world.readings, `dns of ${vpc.id}`, vpc.dns, [true, false]) ? 'delivered' : 'off';
  if (service !== 'metadata') return service && 'delivered';
  const instance = e.instance?.known === true ? design.resources[e.instance.value] : undefined;
  if (instance?.kind !== 'instance') return 'off';
  const options = told(instance.metadataOptions);
  if (h.family === 6 && (options?.known === false || (!options && isImport(design)))) {
    return world.readings.choose(`metadata of ${e.id}`, ['delivered', 'off'] as const);
  }
  const given = options?.known ? options.value : undefined;
  const read = (
    name: string,
    said: Parameters<typeof told<string>>[0],
    usual: string,
    other: string,
  ): string =>
    readAs(world.readings, `${name} of ${e.id}`, told<string>(said) ?? { known: true, value: usual }, [
      usual,
      other,
    ]);
  if (read('httpEndpoint', given?.httpEndpoint, 'enabled', 'disabled') === 'disabled') return 'off';
  if (h.family === 4) return 'delivered';
  return read('httpProtocolIpv6', given?.httpProtocolIpv6, 'disabled', 'enabled') === 'enabled'
    ? 'delivered'
    : 'off';
}
