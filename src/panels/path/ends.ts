/** The ends of a path: what may be one, and what a person means by what is being typed. */

import { factsOf, sortNaturally } from '../../drawing/index.ts';
import { known, resourcesOfKind, titleOf, type Design, type Kind, type Resource } from '../../model/index.ts';
import { parseAddress, parseCidr } from '../../net/index.ts';

export const INTERNET = 'internet';

export interface EndChoice {
  readonly value: string;
  readonly label: string;
  readonly detail?: string;
  /** Absent for the internet. */
  readonly kind?: Kind;
}

const kinds: readonly Kind[] = ['instance', 'networkInterface', 'subnet', 'natGateway', 'internetGateway'];

function detailOf(id: string, resource: Resource): string {
  const address = 'privateIpAddress' in resource ? known(resource.privateIpAddress) : undefined;
  const block = 'cidrBlock' in resource ? known(resource.cidrBlock) : undefined;
  return address ?? block ?? id;
}

/** What a path may start or end at; an interface that a card stands for is that card. */
export function endsOf(design: Design, internet: string): readonly EndChoice[] {
  const { cardOfInterface } = factsOf(design);
  const of = (kind: Kind): EndChoice[] =>
    resourcesOfKind(design, kind).flatMap(([id, resource]) =>
      cardOfInterface.has(id)
        ? []
        : [{ value: id, label: titleOf(design, id), detail: detailOf(id, resource), kind }],
    );
  return [
    { value: INTERNET, label: internet },
    ...kinds.flatMap((kind) => sortNaturally(of(kind), ({ label }) => [label])),
  ];
}

/** One whole address or block: it stands for itself, whoever else's begins alike. */
export const isAddress = (text: string): boolean => parseAddress(text).ok || parseCidr(text).ok;

/** Something that only an address or block begins with. */
const looksLikeAddress = (text: string): boolean => /^\d+\.|:/.test(text);

/**
 * The end that a text means: one of the choices by its name or id, an address, a block, else the first choice
 * that fits. Undefined for what is not an end yet.
 */
export function endMeant(text: string, choices: readonly EndChoice[]): string | undefined {
  const written = text.trim();
  if (written === '') return undefined;
  const same = choices.find(({ label, value }) => label === written || value === written);
  if (same) return same.value;
  if (isAddress(written)) return written;
  if (looksLikeAddress(written)) {
    return choices.find(({ detail }) => detail?.startsWith(written) === true)?.value;
  }
  const small = written.toLowerCase();
  const fits = (part: string | undefined, how: 'starts' | 'holds'): boolean => {
    const whole = part?.toLowerCase() ?? '';
    return how === 'starts' ? whole.startsWith(small) : whole.includes(small);
  };
  return (
    choices.find(({ label }) => fits(label, 'starts')) ??
    choices.find(({ label, value, detail }) => [label, value, detail].some((part) => fits(part, 'holds')))
  )?.value;
}
