/** What names tell: account and Region in ARNs, zones, paths. */

/** The fifth field of an ARN; undefined where there is none. */
export function ownerOfArn(arn: string | undefined): string | undefined {
  const owner = arn?.startsWith('arn:') === true ? arn.split(':')[4] : undefined;
  return owner !== undefined && /^\d{12}$/.test(owner) ? owner : undefined;
}

/** The fourth field of an ARN. */
export function regionOfArn(arn: string | undefined): string | undefined {
  const region = arn?.startsWith('arn:') === true ? arn.split(':')[3] : undefined;
  return region === '' ? undefined : region;
}

/** A zone's name without what follows its Region: `us-west-2-lax-1a` is in us-west-2. */
export function regionOfZone(zone: string | undefined): string | undefined {
  return zone === undefined ? undefined : /^[a-z]{2,4}(?:-[a-z]+)+-\d+/.exec(zone)?.[0];
}

const REGION =
  /(?:^|[^a-z0-9])((?:af|ap|ca|cn|eu|eusc|il|me|mx|sa|us)(?:-(?:gov|iso[a-z]?|de))?-(?:central|north|south|east|west|northeast|northwest|southeast|southwest)-\d)(?![a-z0-9])/;

/** A Region's name somewhere in a path (a hint, C-1). */
export const regionInPath = (path: string): string | undefined => REGION.exec(path)?.[1];

/** An account's number as a part of a path (a hint, C-14). */
export const accountInPath = (path: string): string | undefined =>
  /(?:^|[^0-9a-zA-Z])(\d{12})(?![0-9a-zA-Z])/.exec(path)?.[1];
