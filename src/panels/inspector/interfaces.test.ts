import { describe, expect, it } from 'vitest';
import { emptyDesign, type Design } from '../../model/index.ts';
import { interfacesOf, ownerOfMember } from './interfaces.ts';

const design: Design = {
  ...emptyDesign('d'),
  resources: {
    'i-drawn': { kind: 'instance', privateIpAddress: '10.0.0.4' },
    'i-read': { kind: 'instance', networkInterfaceIds: ['eni-2', 'eni-1'], sourceDestCheck: false },
    'eni-1': { kind: 'networkInterface', attachment: { instanceId: 'i-read', deviceIndex: 0 } },
    'eni-2': { kind: 'networkInterface', attachment: { instanceId: 'i-read', deviceIndex: 1 } },
  },
};

it('lists the interfaces of a card, the first one first', () => {
  expect(interfacesOf(design, 'i-read').map(([id]) => id)).toEqual(['eni-1', 'eni-2']);
  expect(interfacesOf(design, 'i-drawn')).toEqual([]);
});

describe('ownerOfMember', () => {
  it.each([
    ['i-drawn', 'privateIpAddress', 'i-drawn'],
    ['i-drawn', 'associatePublicIpAddress', 'i-drawn'],
    ['i-read', 'privateIpAddress', 'eni-1'],
    ['i-read', 'securityGroupIds', 'eni-1'],
    ['i-read', 'sourceDestCheck', 'i-read'],
    ['i-read', 'instanceType', 'i-read'],
    ['i-read', 'associatePublicIpAddress', undefined],
  ])('%s %s is of %s', (id, name, owner) => {
    const resource = design.resources[id];
    expect(resource && ownerOfMember(design, id, resource, name)?.id).toBe(owner);
  });
});
