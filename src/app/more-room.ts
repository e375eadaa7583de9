/** Another address block for a full VPC, and the subnet that found no room in it. */

import { addResource, extendVpc, titleOf, type Design } from '../model/index.ts';
import { placedAll } from './placing.ts';
import type { View } from './state.ts';
import type { Store } from './store.ts';

/** Adds a block to a VPC, as one step; its subnets can be drawn in it from then on. */
export function addBlock(store: Store, vpcId: string): void {
  const extended = extendVpc(store.api.getState().design, vpcId);
  if (!extended.ok) {
    store.notify({ tone: 'info', message: extended.problem.message });
    return;
  }
  const { design, block } = extended.value;
  const name = titleOf(design, vpcId);
  store.edit({ en: `Add ${block} to ${name}`, ja: `${name} への ${block} の追加` }, () => design);
  store.announce({ en: `${name} has ${block} too`, ja: `${name} に ${block} を追加しました` });
}

/** Adds a block and in it the subnet that was refused for want of room: one step. */
export function addSubnetInNewBlock(
  store: Store,
  { vpc, zone }: NonNullable<View['crowded']>,
  random: () => number,
): void {
  const extended = extendVpc(store.api.getState().design, vpc);
  if (!extended.ok) {
    store.notify({ tone: 'info', message: extended.problem.message });
    return;
  }
  const added = addResource(
    extended.value.design,
    { kind: 'subnet', under: vpc, ...(zone === undefined ? {} : { zone }) },
    random,
  );
  if (!added.ok) {
    store.notify({ tone: 'info', message: added.problem.message });
    return;
  }
  const { block } = extended.value;
  const { design, id }: { readonly design: Design; readonly id: string } = added.value;
  const names = [titleOf(design, id), titleOf(design, vpc)] as const;
  store.edit(
    {
      en: `Add ${block} to ${names[1]} and ${names[0]} in it`,
      ja: `${names[1]} への ${block} と ${names[0]} の追加`,
    },
    () => placedAll(design, [id]),
  );
  store.select([id]);
  store.setView({ editing: { id, field: 'cidrBlock' }, crowded: undefined });
  store.announce({
    en: `${names[1]} has ${block} too; ${names[0]} is in it`,
    ja: `${names[1]} に ${block} を追加し、${names[0]} を配置しました`,
  });
  store.reveal([id], 'pan if hidden');
}
