import { beforeEach, describe, expect, it } from 'vitest';
import { app } from '../../app/index.ts';
import { emptyDesign, type Design } from '../../model/index.ts';
import { addToNewGroup } from './members.ts';

const start: Design = {
  ...emptyDesign('d'),
  resources: {
    'vpc-1': { kind: 'vpc', cidrBlock: '10.0.0.0/16' },
    'subnet-1': { kind: 'subnet', vpcId: 'vpc-1', cidrBlock: '10.0.0.0/24' },
    'sg-0': { kind: 'securityGroup', vpcId: 'vpc-1', groupName: 'default', rules: [] },
    'i-1': { kind: 'instance', subnetId: 'subnet-1', securityGroupIds: ['sg-0'] },
  },
};

beforeEach(() => app.openDesign(start, {}));

describe('a group that is made for a thing', () => {
  it('stands beside those that it has, in its VPC, and one undo takes both back', () => {
    addToNewGroup('i-1', 'securityGroupIds', ['sg-0']);
    const { resources } = app.api.getState().design;
    const made = Object.keys(resources).filter((id) => !Object.hasOwn(start.resources, id));
    expect(made.map((id) => resources[id])).toMatchObject([{ kind: 'securityGroup', vpcId: 'vpc-1' }]);
    expect(resources['i-1']).toMatchObject({ securityGroupIds: ['sg-0', ...made] });
    app.undo();
    expect(app.api.getState().design.resources).toEqual(start.resources);
  });
});
