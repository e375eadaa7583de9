/** The shapes of what a design holds beside its resources; reader, writer and published schema use the same. */

import * as v from 'valibot';

const optionalText = v.exactOptional(v.string());

export const boxSchema = v.looseObject({
  x: v.number(),
  y: v.number(),
  width: v.number(),
  height: v.number(),
  collapsed: v.exactOptional(v.boolean()),
  pinned: v.exactOptional(v.boolean()),
});

export const intentSchema = v.looseObject({
  from: optionalText,
  to: optionalText,
  protocol: optionalText,
  port: optionalText,
  ipVersion: optionalText,
  expect: optionalText,
  through: v.exactOptional(v.array(v.string())),
  only: v.exactOptional(v.unknown()),
  down: v.exactOptional(v.array(v.string())),
  because: optionalText,
});

export const noteSchema = v.looseObject({
  kind: v.picklist(['text', 'area']),
  text: v.string(),
  color: optionalText,
});

export const muteSchema = v.looseObject({
  finding: v.string(),
  resource: v.string(),
  reason: v.string(),
  until: optionalText,
  inputs: optionalText,
});

export const settingsSchema = v.looseObject({
  agreedPorts: v.exactOptional(v.array(v.number())),
});

export const defaultsSchema = v.looseObject({
  ownerId: optionalText,
  region: optionalText,
});

export const coverageSchema = v.looseObject({
  ownerId: optionalText,
  region: optionalText,
  kinds: v.array(v.string()),
  source: v.picklist(['awsCli', 'cloudFormation', 'terraform']),
});
