/** Follows a packet from device to device until it is delivered, lost, or nobody can tell; notices when it goes round. */

import { isEmptyHeaderSet, sameAddresses, type AddressSet } from '../../net/index.ts';
import { gatewayIn } from '../devices/gatewayIn.ts';
import { gatewayOut } from '../devices/internetGateway.ts';
import { countChanges } from '../devices/mended.ts';
import { atNat, throughNat } from '../devices/natGateway.ts';
import { arrive, emit, readTable } from '../devices/router.ts';
import { breakLoop, dropInLoop } from '../devices/intendedHops.ts';
import type { Standing, Step } from '../devices/packet.ts';
import type { Walk } from '../devices/walk.ts';

export type End = Extract<Step, { to: 'delivered' | 'lost' | 'cannotTell' }>;

const MAX_HOPS = 64;

function standingOf(step: Step): Standing | undefined {
  switch (step.to) {
    case 'route':
      return {
        device: step.place.subnet ?? step.place.vpc,
        emitter: step.place.emitter,
        src: step.packet.src,
        dst: step.packet.dst,
      };
    case 'nat':
      return { device: step.nat, emitter: undefined, src: step.packet.src, dst: step.packet.dst };
    case 'arrive':
    case 'emit':
    case 'gatewayOut':
    case 'gatewayIn':
    case 'natOwn':
    case 'delivered':
    case 'lost':
    case 'cannotTell':
      return undefined;
  }
}

const sameSet = (a: AddressSet, b: AddressSet): boolean => a === b || sameAddresses(a, b);

const isSame = (a: Standing, b: Standing): boolean =>
  a.device === b.device && a.emitter === b.emitter && sameSet(a.src, b.src) && sameSet(a.dst, b.dst);

/** Follows a packet until it is delivered, lost, or nobody can tell. */
export function run(walk: Walk, start: Step): End {
  let step = start;
  const passages = [...walk.passages];
  const kept = walk.record?.blockers.length ?? 0;
  const changes = countChanges(walk);
  for (;;) {
    // Without anyone to tell, what is surely lost need not be followed.
    if (!walk.record && isEmptyHeaderSet(walk.segment.maybe)) return { to: 'lost' };
    walk.steps += 1;
    if (walk.steps > 3) {
      const standing = standingOf(step);
      const again = standing !== undefined && walk.visited.some((before) => isSame(before, standing));
      if (standing) walk.visited.push(standing);
      if ((again || walk.steps > MAX_HOPS * 4) && 'packet' in step) {
        const place = step.to === 'route' || step.to === 'nat' ? step.place : undefined;
        const broken = countChanges(walk) === changes ? breakLoop(walk, place, step.packet, kept) : undefined;
        if (broken !== 'begin-anew') {
          if (broken === undefined) dropInLoop(walk, place, step.packet, undefined);
          return { to: 'lost' };
        }
        walk.visited.splice(0);
        walk.passages.splice(0, walk.passages.length, ...passages);
        step = start;
      }
    }
    switch (step.to) {
      case 'emit':
        step = emit(walk, step.from, step.packet);
        break;
      case 'route':
        step = readTable(walk, step);
        break;
      case 'arrive':
        step = arrive(walk, step);
        break;
      case 'gatewayOut':
        step = gatewayOut(walk, step.gateway, step.packet, step.place);
        break;
      case 'gatewayIn':
        step = gatewayIn(walk, step.vpc, step.packet);
        break;
      case 'nat':
        step = throughNat(walk, step.nat, step.packet, step.place);
        break;
      case 'natOwn':
        step = atNat(walk, step.nat, step.packet);
        break;
      case 'delivered':
      case 'lost':
      case 'cannotTell':
        return step;
    }
  }
}
